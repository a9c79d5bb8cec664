-- Articles that people add: drafts until a person has confirmed what was understood of them. What stands in seeds/ is reviewed text:
-- published, its excerpts approved. published_on is empty where a draft's date is not known; changed_at is null while an article is as its seed has it.
alter table article add column state text not null default 'published';
alter table article add column retrieved_on text;
alter table article add column rights text;
alter table article add column address_key text;
alter table article add column sketch text;
alter table article add column second_approval integer not null default 0;
alter table article add column added_by text;
alter table article add column added_at text;
alter table article add column published_by text;
alter table article add column published_at text;
alter table article add column changed_at text;

create index article_text_hash on article (text_sha256);
create index article_address_key on article (address_key);

-- The whole text, for the editing desk and the checking code alone: no page of readers and no export reads this table.
create table article_text (
  article_id integer not null primary key,
  text text not null
);

-- claim, original_wording, translated_wording, reading: JSON as in seeds/articles. tags: words between bars, "|harvest|prices|", or "".
alter table excerpt add column state text not null default 'approved';
alter table excerpt add column anchor text not null default 'exact';
alter table excerpt add column language text;
alter table excerpt add column original_wording text;
alter table excerpt add column translated_wording text;
alter table excerpt add column tags text not null default '';
alter table excerpt add column claim text;
alter table excerpt add column reading text;
alter table excerpt add column edited_by text;
alter table excerpt add column edited_at text;
alter table excerpt add column approved_by text;
alter table excerpt add column approved_at text;

-- What stood there before and after each change, as JSON; rows go only with their article.
create table excerpt_revision (
  id bigint not null primary key,
  article_id integer not null,
  number integer not null,
  happened_at text not null,
  editor text not null,
  action text not null,
  old_value text,
  new_value text
);

create index excerpt_revision_excerpt on excerpt_revision (article_id, number);

-- A reviewed article that was removed here does not come back with the next start.
create table removed_article (
  slug text not null primary key,
  removed_at text not null
);
