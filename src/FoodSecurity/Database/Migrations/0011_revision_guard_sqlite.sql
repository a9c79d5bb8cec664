-- What was said before stays as it was said.
create trigger excerpt_revision_keeps before update on excerpt_revision
begin
  select raise(abort, 'excerpt_revision only grows: rows are not changed');
end;
