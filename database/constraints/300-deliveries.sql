-- The delivery ledger: one row for each message to one patient about one occasion through one channel.
-- state: queued → leased → handing-over → sent | unconfirmed; or kept (no channel), skipped, failed. See docs/decisions/0030-each-message-once.md.
create table if not exists deliveries (
  id uuid primary key default gen_random_uuid(),
  event text not null,
  subject_kind text not null check (subject_kind in ('appointment', 'invoice', 'payment')),
  subject_id text not null,
  -- What makes this message another one than the last about the same subject: the visit's start, and the number of the move.
  occasion text not null,
  starts_at timestamptz,
  rule_id text not null,
  rule_name text not null,
  template_key text not null,
  channel text not null check (channel in ('email', 'sms')),
  patient_id text,
  state text not null default 'queued'
    check (state in ('queued', 'leased', 'handing-over', 'sent', 'unconfirmed', 'kept', 'skipped', 'failed')),
  reason text,
  detail text,
  attempts integer not null default 0,
  -- Counts the resends on purpose, so that a mail server does not take a resent message for a copy.
  generation integer not null default 1,
  -- Machine time, unlike created_at and sent_at, which are told by the clinic's clock.
  next_attempt_at timestamptz not null default now(),
  lease_id uuid,
  lease_until timestamptz,
  handed_over_at timestamptz,
  recipient text,
  language text,
  subject text,
  body text,
  html text,
  calendar jsonb,
  provider_id text,
  trace jsonb not null default '[]',
  created_at timestamptz not null,
  sent_at timestamptz,
  constraint deliveries_once unique (subject_kind, subject_id, occasion, rule_id, channel),
  constraint deliveries_lease check ((state in ('leased', 'handing-over')) = (lease_id is not null and lease_until is not null))
);
do $$ begin
  if not exists (select from pg_constraint where conname = 'deliveries_subject_kind_check'
      and pg_get_constraintdef(oid) like '%offer%') then
    alter table deliveries drop constraint if exists deliveries_subject_kind_check;
    alter table deliveries add constraint deliveries_subject_kind_check
      check (subject_kind in ('appointment', 'invoice', 'payment', 'offer'));
  end if;
end $$;
create unique index if not exists deliveries_provider on deliveries (channel, provider_id) where provider_id is not null;
create index if not exists deliveries_waiting on deliveries (next_attempt_at) where state = 'queued';
create index if not exists deliveries_leased on deliveries (lease_until) where state in ('leased', 'handing-over');
create index if not exists deliveries_newest on deliveries (created_at desc, id);
create index if not exists deliveries_patient on deliveries (patient_id, created_at desc);
create or replace trigger kept_by_legal_hold before delete or update of patient_id on deliveries
  for each row execute function privacy_keep_held_owner();
