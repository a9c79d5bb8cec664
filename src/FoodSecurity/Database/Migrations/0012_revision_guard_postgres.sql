-- What was said before stays as it was said.
create function excerpt_revision_keeps() returns trigger language plpgsql as $$
begin
  raise exception 'excerpt_revision only grows: rows are not changed';
end
$$;

create trigger excerpt_revision_keeps before update on excerpt_revision for each row execute function excerpt_revision_keeps();
