-- Which series a release brought values to: what a release changed is found through them. An index of every observation by release
-- took a fifth of the time of a first load and of the file.
drop index observation_release;

create table release_series (
  release_id integer not null,
  series_id integer not null,
  primary key (release_id, series_id)
) /*sqlite alone: without rowid */;

insert into release_series (release_id, series_id)
select release_id, series_id from observation
union select release_id, series_id from observation_history
union select replaced_by, series_id from observation_history;

-- A map asks for one item and element of every area.
create index series_item on series (item, element, dataset);
