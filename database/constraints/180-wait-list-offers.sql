-- Times offered to people who wait, one person at a time. Ids are document ids.
-- state: open → accepted | declined | expired | withdrawn. See docs/decisions/0045-offers-and-gaps.md.
create table if not exists wait_list_offers (
  id text primary key,
  -- Null when the patient does not wait: found through treatments, recalls.
  entry_id text,
  source text not null check (source ~ '^[a-z][a-z-]{1,40}$'),
  patient_id text not null,
  appointment_type_id text not null,
  location_id text not null,
  practitioner_id text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  -- What keeps the time meanwhile.
  hold_id text not null,
  -- The visit that is moved forward instead of booking another.
  moves_id text,
  gap_id bigint,
  -- The first offer of those that were made for one free time, one after the other.
  chain_id text not null,
  -- Whether the next who waits is asked when nobody accepts.
  then_next boolean not null,
  -- Whether that was done.
  followed boolean not null default false,
  state text not null default 'open'
    check (state in ('open', 'accepted', 'declined', 'expired', 'withdrawn')),
  offered_at timestamptz not null,
  expires_at timestamptz not null,
  settled_at timestamptz,
  appointment_id text,
  constraint wait_list_offers_settled check ((state = 'open') = (settled_at is null)),
  constraint wait_list_offers_visit check ((state = 'accepted') = (appointment_id is not null))
);
-- Nobody decides about two times at once, nor hears twice of one.
create unique index if not exists wait_list_offers_one_each on wait_list_offers (entry_id)
  where state = 'open' and entry_id is not null;
create unique index if not exists wait_list_offers_once on wait_list_offers (chain_id, patient_id, appointment_type_id);
create index if not exists wait_list_offers_due on wait_list_offers (expires_at) where state = 'open';
create index if not exists wait_list_offers_to_follow on wait_list_offers (settled_at)
  where then_next and not followed and state in ('declined', 'expired');
create index if not exists wait_list_offers_gap on wait_list_offers (gap_id);
create index if not exists wait_list_offers_patient on wait_list_offers (patient_id);

-- Links of offers; only a digest of each token is kept. Each message carries its own.
create table if not exists wait_list_offer_links (
  digest bytea primary key,
  offer_id text not null references wait_list_offers (id) on delete cascade
);
create index if not exists wait_list_offer_links_offer on wait_list_offer_links (offer_id);

-- Time that a visit gave back, by whatever way: cancelled, missed, moved, deleted.
create table if not exists freed_times (
  id bigint generated always as identity primary key,
  appointment_id text not null,
  location_id text not null,
  practitioner_id text not null,
  chair_id text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- Whether it was looked at for offers that the clinic lets go out by themselves.
  taken_up boolean not null default false,
  dismissed boolean not null default false
);
create index if not exists freed_times_place on freed_times (location_id, ends_at) where not dismissed;
create index if not exists freed_times_fresh on freed_times (id) where not taken_up;

create or replace function keep_freed_times() returns trigger language plpgsql as $$
begin
  if not exists (select from gone where source_kind = 'appointment') then return null; end if;
  insert into freed_times (appointment_id, location_id, practitioner_id, chair_id, starts_at, ends_at)
  select chair.source_id, place.document_id, person.resource_id, chair.resource_id,
    lower(chair.during), upper(chair.during)
  from gone chair
  join chairs c on c.document_id = chair.resource_id
  join chairs_location_lnk cl on cl.chair_id = c.id
  join locations place on place.id = cl.location_id
  -- Whoever treats, not whoever assists, stands first among the claims of a visit.
  cross join lateral (
    select resource_id from gone where source_id = chair.source_id and resource_kind = 'practitioner'
    order by id limit 1) person
  where chair.source_kind = 'appointment' and chair.resource_kind = 'chair';
  return null;
end $$;

do $$ begin
  if not exists (select from pg_trigger where tgname = 'time_claims_keep_freed') then
    create trigger time_claims_keep_freed after delete on time_claims
      referencing old table as gone for each statement execute function keep_freed_times();
  end if;
end $$;

-- Open calendars hear of a time that is offered, and that it is free again.
create or replace function tell_calendars_of_offer() returns trigger language plpgsql as $$
begin
  perform pg_notify('enamel_calendar', json_build_object('location', new.location_id)::text);
  return null;
end $$;

do $$ begin
  if not exists (select from pg_trigger where tgname = 'wait_list_offers_tell_calendars') then
    create trigger wait_list_offers_tell_calendars
      after insert or update of state on wait_list_offers
      for each row execute function tell_calendars_of_offer();
  end if;
end $$;
