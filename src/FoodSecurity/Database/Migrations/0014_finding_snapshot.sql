-- What was found on each approved claim, one row whenever it changed; the first row of an excerpt is where it began.
-- claim and findings are JSON; releases: numbers of the releases that stood then, between commas; reason: first, release, claim, program.
create table finding_snapshot (
  id bigint not null primary key,
  article text not null,
  excerpt integer not null,
  taken_at text not null,
  data_version bigint not null,
  claim text not null,
  findings text not null,
  releases text not null,
  reason text not null
);

create index finding_snapshot_excerpt on finding_snapshot (article, excerpt);
