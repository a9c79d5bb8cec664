-- Articles are kept as their excerpts only; position is in Unicode code points of the text as received.
create table article (
  id integer not null primary key,
  slug text not null unique,
  title text not null,
  published_on text not null,
  dateline text,
  agency text,
  author text,
  outlet text,
  address text,
  language text not null,
  note text,
  text_sha256 text,
  text_length integer,
  seed_sha256 text not null
);

create table excerpt (
  id integer not null primary key,
  article_id integer not null,
  number integer not null,
  exact_text text not null,
  prefix text not null,
  suffix text not null,
  start_position integer,
  end_position integer,
  kind text not null,
  attribution text,
  area text not null,
  subject text not null,
  period_text text not null,
  period_from text,
  period_to text,
  event_kind text,
  relation text,
  cause text,
  unique (article_id, number)
);

create index excerpt_area on excerpt (area);
