-- A release that was taken back stays in the list with when, by whom and why; its file may then be loaded again.
alter table release add column
  withdrawn_at text;
alter table release add column
  withdrawn_by text;
alter table release add column
  withdrawn_because text;

drop index release_loaded;
create unique index release_loaded on release (dataset, loaded_sha256) where withdrawn_at is null;

-- What a release changed, and what is to be undone with it, is asked by release.
create index observation_history_release on observation_history (release_id);
create index observation_history_replaced on observation_history (replaced_by);
