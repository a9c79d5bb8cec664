-- What was asked of each publisher's address, and what came of it; the last good release stays whatever comes.
-- failure: unreachable (the file cannot be had), unusable (it came and cannot be loaded); null where the last try went well.
create table download_state (
  address text not null primary key,
  dataset text not null,
  etag text,
  last_modified text,
  sha256 text,
  last_checked text,
  last_success text,
  failing_since text,
  failure text,
  error text
);

create index download_state_dataset on download_state (dataset);

-- One update at a time, whoever started it; finished_at: end of the last one that went through.
create table update_lease (
  name text not null primary key,
  holder text not null,
  held_until text not null,
  finished_at text
);
