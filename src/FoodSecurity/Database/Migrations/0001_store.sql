-- The store: one row per release, series, period and observation; superseded values stay in observation_history.
create table setting (
  name text not null primary key,
  value text not null
);

create table release (
  id integer not null primary key,
  dataset text not null,
  title text,
  format text not null,
  file_name text not null,
  sha256 text not null,
  size_bytes bigint,
  loaded_file text not null,
  loaded_sha256 text not null,
  publisher_address text,
  obtained_from text,
  released_on text,
  retrieved_on text,
  licence text,
  selection text,
  coverage integer not null,
  loaded_at text not null,
  rows_read bigint not null default 0,
  new_count bigint not null default 0,
  changed_count bigint not null default 0,
  unchanged_count bigint not null default 0,
  vanished_count bigint not null default 0,
  older_count bigint not null default 0,
  repeated_count bigint not null default 0,
  skipped_count bigint not null default 0
);

create unique index release_loaded on release (dataset, loaded_sha256);

-- What a load found worth telling: repeated keys, skipped codes, failed plausibility checks.
create table release_warning (
  release_id integer not null,
  number integer not null,
  text text not null,
  primary key (release_id, number)
);

create table series (
  id integer not null primary key,
  dataset text not null,
  area text not null,
  item text not null,
  element text not null,
  unit text not null,
  basis text not null,
  dimensions text not null,
  frequency integer not null,
  native text not null
);

create unique index series_key on series (area, item, element, dataset, unit, basis, dimensions, frequency);
create index series_dataset on series (dataset);

-- kind: PeriodKind; start_stated 0: a marketing year whose start month the provider does not state.
create table period (
  id integer not null primary key,
  kind integer not null,
  start_on text not null,
  end_on text not null,
  label text not null,
  start_stated integer not null
);

create unique index period_key on period (kind, start_on, end_on, label, start_stated);

-- value_text: the figure as printed, null where it is exactly the shortest form of value.
-- marks: 1 break, 2 derived by the compiler, 4 key repeated in the file.
create table observation (
  series_id integer not null,
  period_id integer not null,
  edition text not null,
  value double precision,
  value_text text,
  bound integer not null,
  lower_value double precision,
  upper_value double precision,
  status integer not null,
  flag text,
  marks integer not null,
  release_id integer not null,
  member text,
  line bigint not null,
  column_name text,
  published_on text,
  row_source text,
  row_source_address text,
  note text,
  primary key (series_id, period_id, edition)
) /*sqlite: without rowid */;

create index observation_release on observation (release_id);

create table observation_history (
  series_id integer not null,
  period_id integer not null,
  edition text not null,
  value double precision,
  value_text text,
  bound integer not null,
  lower_value double precision,
  upper_value double precision,
  status integer not null,
  flag text,
  marks integer not null,
  release_id integer not null,
  member text,
  line bigint not null,
  column_name text,
  published_on text,
  row_source text,
  row_source_address text,
  note text,
  replaced_by integer not null,
  primary key (series_id, period_id, edition, release_id)
) /*sqlite: without rowid */;

create table event (
  id integer not null primary key,
  release_id integer not null,
  area text not null,
  kind text not null,
  start_on text not null,
  end_on text not null,
  value double precision,
  lower_value double precision,
  upper_value double precision,
  unit text not null,
  statement text not null,
  source text not null,
  source_address text not null,
  published_on text not null,
  line bigint not null
);

create index event_area on event (area);
