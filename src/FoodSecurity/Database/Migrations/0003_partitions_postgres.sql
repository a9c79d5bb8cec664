-- The two tables keyed by series: distributed by it where Citus is installed (untried here; every key and join of ours holds series_id
-- or a table that is small enough to stand on every node), else spread over eight partitions of one server.
do $$
begin
  if exists (select 1 from pg_extension where extname = 'citus') then
    perform create_reference_table('series');
    perform create_reference_table('period');
    perform create_reference_table('release');
    perform create_distributed_table('observation', 'series_id');
    perform create_distributed_table('observation_history', 'series_id', colocate_with => 'observation');
  else
    for part in 0..7 loop
      execute format('create %s %I partition of observation for values with (modulus 8, remainder %s)', 'table', 'observation_' || part, part);
      execute format('create %s %I partition of observation_history for values with (modulus 8, remainder %s)', 'table', 'observation_history_' || part, part);
    end loop;
  end if;
end
$$;
