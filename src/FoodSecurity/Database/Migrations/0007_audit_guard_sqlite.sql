-- The book of changes can only grow, whoever opens the file.
create trigger audit_entry_keeps before update on audit_entry
begin
  select raise(abort, 'audit_entry only grows: rows are not changed');
end;

create trigger audit_entry_holds before delete on audit_entry
begin
  select raise(abort, 'audit_entry only grows: rows are not taken out');
end;
