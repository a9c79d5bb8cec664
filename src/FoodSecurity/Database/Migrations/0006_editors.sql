-- Who may change what the site holds, and the book of what they did. No account is made by itself.
create table editor (
  id integer not null primary key,
  name text not null,
  name_key text not null,
  role text not null,
  password_hash text not null,
  stamp text not null,
  created_at text not null,
  last_sign_in_at text,
  disabled_at text
);

create unique index editor_name on editor (name_key);

-- Append-only: rows are never changed or taken out.
create table audit_entry (
  id bigint not null primary key,
  happened_at text not null,
  editor text not null,
  action text not null,
  subject text not null,
  old_value text,
  new_value text
);
