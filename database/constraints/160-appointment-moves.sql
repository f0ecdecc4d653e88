-- Who took an appointment from which state to which, and when. Written at commit by whoever writes the appointment: the
-- actor is the one whom the audit trail names in the same transaction.
create table if not exists appointment_moves (
  id bigint generated always as identity primary key,
  -- A document id; the history outlives the appointment.
  appointment_id text not null,
  -- Null where its life begins.
  from_state text,
  to_state text not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('staff', 'patient', 'link', 'system', 'visitor')),
  actor_id text not null,
  reason text
);
create index if not exists appointment_moves_appointment on appointment_moves (appointment_id, id);

-- A reason is a person's own words: it may be erased. Nothing else of a row ever changes.
create or replace function appointment_moves_refuse() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.reason is null
    and row(new.*) is not distinct from row(old.id, old.appointment_id, old.from_state, old.to_state, old.at,
      old.actor_kind, old.actor_id, null::text) then
    return new;
  end if;
  raise exception 'appointment_moves is append-only' using errcode = 'insufficient_privilege';
end $$;
create or replace trigger appointment_moves_append_only
  before update or delete on appointment_moves for each row execute function appointment_moves_refuse();
create or replace trigger appointment_moves_not_emptied
  before truncate on appointment_moves for each statement execute function appointment_moves_refuse();

create or replace function keep_appointment_move() returns trigger language plpgsql as $$
declare
  teller jsonb := nullif(current_setting('enamel.actor', true), '')::jsonb;
begin
  insert into appointment_moves (appointment_id, from_state, to_state, at, actor_kind, actor_id, reason)
  values (
    new.document_id,
    case when tg_op = 'UPDATE' then old.status end,
    new.status,
    coalesce((teller ->> 'at')::timestamptz, clock_timestamp()),
    coalesce(teller ->> 'kind', 'system'),
    coalesce(teller ->> 'id', 'database'),
    case when new.status = 'cancelled' then new.cancel_reason end);
  return null;
end $$;

do $$ begin
  if not exists (select from pg_trigger where tgname = 'appointments_begun') then
    create constraint trigger appointments_begun
      after insert on appointments deferrable initially deferred
      for each row when (new.document_id is not null and new.status is not null)
      execute function keep_appointment_move();
  end if;
  if not exists (select from pg_trigger where tgname = 'appointments_moved') then
    create constraint trigger appointments_moved
      after update on appointments deferrable initially deferred
      for each row when (new.document_id is not null and new.status is not null and old.status is distinct from new.status)
      execute function keep_appointment_move();
  end if;
end $$;
