-- The book of changes can only grow, whoever is let in.
create function audit_entry_keeps() returns trigger language plpgsql as $$
begin
  raise exception 'audit_entry only grows: rows are not changed or taken out';
end
$$;

create trigger audit_entry_keeps before update or delete on audit_entry for each row execute function audit_entry_keeps();
