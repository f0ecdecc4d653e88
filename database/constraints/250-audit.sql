-- Who saw and changed what. Rows are only ever added; triggers refuse every other statement. What is here is made and
-- changed only by a role that owns the tables: 259-audit-owner.sql may have given them to a role that nobody signs in as.
do $$ begin
if not coalesce(pg_has_role((select relowner from pg_class where oid = to_regclass('audit_entries')), 'usage'), true) then
  return;
end if;

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
-- Names of the roles that a member of staff acted with.
alter table audit_entries add column if not exists actor_roles text[] not null default '{}';
-- Browser and system in a few words, never the whole user agent.
alter table audit_entries add column if not exists device text;
-- Tells the sealer which transactions it may still have to wait for; no part of what is sealed.
alter table audit_entries add column if not exists tx bigint not null default pg_current_xact_id()::text::bigint;
create index if not exists audit_entries_at on audit_entries (at desc, id desc);
create index if not exists audit_entries_actor on audit_entries (actor_kind, actor_id, id desc);
create index if not exists audit_entries_patients on audit_entries using gin (patients);
create index if not exists audit_entries_tx on audit_entries (tx, id);
-- Finds the last time somebody verified the chain.
create index if not exists audit_entries_verified on audit_entries (id) where action = 'trail.verified';

-- The chain: number after number without gaps, each hash made of the one before and of the entry. See
-- docs/decisions/0011-audit-chain.md.
create table if not exists audit_seals (
  number bigint primary key check (number > 0),
  entry_id bigint not null unique,
  hash bytea not null check (length(hash) = 32)
);

-- Signed statements of how far the chain had come, and with which hash.
create table if not exists audit_checkpoints (
  id bigint generated always as identity primary key,
  number bigint not null,
  at timestamptz not null,
  line text not null
);
create index if not exists audit_checkpoints_number on audit_checkpoints (number);

create or replace function audit_entries_refuse() returns trigger language plpgsql as $refuse$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $refuse$;

create or replace trigger audit_entries_append_only before update or delete or truncate on audit_entries
  for each statement execute function audit_entries_refuse();
create or replace trigger audit_seals_append_only before update or delete or truncate on audit_seals
  for each statement execute function audit_entries_refuse();
create or replace trigger audit_checkpoints_append_only before update or delete or truncate on audit_checkpoints
  for each statement execute function audit_entries_refuse();
-- Also in a session that asked for no triggers (session_replication_role).
alter table audit_entries enable always trigger audit_entries_append_only;
alter table audit_seals enable always trigger audit_seals_append_only;
alter table audit_checkpoints enable always trigger audit_checkpoints_append_only;

-- Whom the trail names, until the transaction ends: for rows that other triggers write at its commit.
create or replace function audit_entries_name_actor() returns trigger language plpgsql as $named$
begin
  perform set_config('enamel.actor',
    json_build_object('kind', new.actor_kind, 'id', new.actor_id, 'at', new.at)::text, true);
  return null;
end $named$;
create or replace trigger audit_entries_named
  after insert on audit_entries for each row execute function audit_entries_name_actor();
end $$;
