-- Who saw and changed what. Rows are only ever added; triggers refuse every other statement.
create table if not exists audit_entries (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('staff', 'patient', 'link', 'system', 'visitor')),
  actor_id text not null,
  actor_name text,
  action text not null,
  subject text not null,
  subject_id text,
  -- Document ids of all patients that the entry tells of.
  patients text[] not null default '{}',
  request_id text,
  ip text,
  detail jsonb not null default '{}'
);
create index if not exists audit_entries_at on audit_entries (at desc, id desc);
create index if not exists audit_entries_actor on audit_entries (actor_kind, actor_id, id desc);
create index if not exists audit_entries_patients on audit_entries using gin (patients);

create or replace function audit_entries_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'audit_entries is append-only' using errcode = 'insufficient_privilege';
end $$;
create or replace trigger audit_entries_append_only
  before update or delete or truncate on audit_entries
  for each statement execute function audit_entries_refuse();

-- Whom the trail names, until the transaction ends: for rows that other triggers write at its commit.
create or replace function audit_entries_name_actor() returns trigger language plpgsql as $$
begin
  perform set_config('enamel.actor',
    json_build_object('kind', new.actor_kind, 'id', new.actor_id, 'at', new.at)::text, true);
  return null;
end $$;
create or replace trigger audit_entries_named
  after insert on audit_entries for each row execute function audit_entries_name_actor();
