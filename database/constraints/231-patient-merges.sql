-- Two records of one person made one. Ids are document ids: docs/decisions/0017-finding-patients.md.
create table if not exists patient_merges (
  id text primary key,
  winner_id text not null,
  loser_id text not null check (loser_id <> winner_id),
  merged_at timestamptz not null,
  -- A member of staff, by id.
  merged_by text not null,
  undo_until timestamptz not null,
  undone_at timestamptz,
  -- Every value that changed, old and new, in order; forgotten when the time to undo is over.
  journal jsonb
);
create unique index if not exists patient_merges_loser on patient_merges (loser_id) where undone_at is null;
create index if not exists patient_merges_winner on patient_merges (winner_id) where undone_at is null;

-- All ids under which a patient is or was known.
create or replace function patient_ids(known text) returns text[] language sql stable as $$
  with recursive ids (id) as (
    select known
    union
    select m.loser_id from patient_merges m join ids on ids.id = m.winner_id where m.undone_at is null)
  select array_agg(id) from ids
$$;

-- The id of a patient today.
create or replace function patient_today(known text) returns text language sql stable as $$
  with recursive ids (id) as (
    select known
    union
    select m.winner_id from patient_merges m join ids on ids.id = m.loser_id where m.undone_at is null)
  select id from ids where not exists (
    select from patient_merges m where m.loser_id = ids.id and m.undone_at is null) limit 1
$$;

-- Pairs that may be one person: found by the clinic's own looking, and told apart by people.
create table if not exists patient_pairs (
  one_id integer not null references patients (id) on delete cascade,
  other_id integer not null references patients (id) on delete cascade,
  score smallint not null check (score between 0 and 100),
  reasons text[] not null,
  found_at timestamptz not null,
  -- Two persons, as somebody said who knows them.
  told_apart_at timestamptz,
  told_apart_by text,
  primary key (one_id, other_id),
  check (one_id < other_id)
);
create index if not exists patient_pairs_open on patient_pairs (score desc, one_id, other_id) where told_apart_at is null;
create index if not exists patient_pairs_other on patient_pairs (other_id);

-- How far the looking has come.
create table if not exists patient_pairs_seen (
  one boolean primary key default true check (one),
  updated_at timestamp not null,
  patient_id integer not null
);
create index if not exists patients_touched on patients (updated_at, id) where archived is not true;
