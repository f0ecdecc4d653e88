-- Copies of a patient's data that somebody asked for. Ids are document ids. See docs/decisions/0018-privacy.md.
create table if not exists privacy_exports (
  id text primary key,
  patient_id text not null,
  state text not null default 'asked' check (state in ('asked', 'ready', 'expired')),
  way text not null check (way in ('portal', 'desk')),
  language text not null check (language in ('en', 'ro')),
  asked_at timestamptz not null,
  -- Of the panel's account; null when the patient asked.
  asked_by text,
  ready_at timestamptz,
  until timestamptz,
  -- The archive: sealed, and gone when it runs out.
  key_id text,
  sealed bytea,
  bytes integer,
  fetched integer not null default 0,
  constraint privacy_exports_made check ((state = 'asked') = (ready_at is null)),
  constraint privacy_exports_kept check ((state = 'ready') = (sealed is not null and key_id is not null))
);
-- An archive is large already: it is not compressed again.
alter table privacy_exports alter column sealed set storage external;
-- Asking again while one is being made changes nothing.
create unique index if not exists privacy_exports_one on privacy_exports (patient_id) where state = 'asked';
create index if not exists privacy_exports_patient on privacy_exports (patient_id, asked_at desc);
create index if not exists privacy_exports_until on privacy_exports (until) where state = 'ready';
