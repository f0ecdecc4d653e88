-- Corrections that patients ask for. What they say is right is among the sealed fields, and forgotten once it is answered.
create table if not exists privacy_corrections (
  id text primary key,
  patient_id text not null,
  state text not null default 'asked' check (state in ('asked', 'accepted', 'refused')),
  -- Names of the fields, never their values.
  fields text[] not null check (cardinality(fields) > 0),
  asked_at timestamptz not null,
  -- Local date by which the law wants an answer.
  due_on date not null,
  answered_at timestamptz,
  -- Of the panel's account.
  answered_by text,
  reason text,
  constraint privacy_corrections_answered check ((state = 'asked') = (answered_by is null)),
  constraint privacy_corrections_reason check (state <> 'refused' or reason is not null)
);
create unique index if not exists privacy_corrections_one on privacy_corrections (patient_id) where state = 'asked';
create index if not exists privacy_corrections_due on privacy_corrections (due_on) where state = 'asked';
create index if not exists privacy_corrections_patient on privacy_corrections (patient_id, asked_at desc);
