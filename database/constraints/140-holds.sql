-- A slot kept for somebody who is still filling in a form or reading an offer. Its claims expire with it.
create table if not exists holds (
  -- Whoever knows it owns the hold: 128 random bits.
  id text primary key,
  source text not null check (source in ('booking', 'offer')),
  -- Whose it is, such as `user:7` or `browser:…`; null for a stranger without a name.
  actor text,
  address text,
  type text not null,
  location text not null,
  practitioner text not null,
  chair text not null,
  patient text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  expires_at timestamptz not null,
  extended boolean not null default false,
  -- The appointment it became.
  booked_as text,
  created_at timestamptz not null
);
create index if not exists holds_actor on holds (actor, expires_at);
create index if not exists holds_address on holds (address, expires_at);
create index if not exists holds_age on holds (expires_at);

alter table time_claims add column if not exists expires_at timestamptz;
create index if not exists time_claims_expiring on time_claims (expires_at) where expires_at is not null;

-- Waits until nobody else decides about what these visits may take, then sweeps expired holds off it: the exclusion
-- constraint does not know the time. A visit is {type, location, practitioner, patient}; without a practitioner it may
-- take anyone's time. Locks are taken in the order of their keys, so that no two transactions wait for each other, and
-- only what is locked is swept, for the same reason.
create or replace function lock_for_visits(visits jsonb, others text[], at timestamptz) returns void
language plpgsql as $$
declare
  people text[];
  places text[];
begin
  select array_agg(distinct v.location) into places
  from jsonb_to_recordset(visits) as v (location text);

  with asked as (
    select v.practitioner, v.patient, l.id as location_id, t.id as type_id,
      exists (select from appointment_types_cmps tc join components_clinic_segments s on s.id = tc.cmp_id
        where tc.entity_id = t.id and tc.field = 'segments' and s.assistant) as assisted
    from jsonb_to_recordset(visits) as v (type text, location text, practitioner text, patient text)
    left join locations l on l.document_id = v.location
    left join appointment_types t on t.document_id = v.type
  ),
  present as (
    select location_id, practitioner_id from practitioners_locations_lnk
    where location_id in (select location_id from asked)
    union
    select wl.location_id, wp.practitioner_id from working_hours_entries_location_lnk wl
    join working_hours_entries_practitioner_lnk wp on wp.working_hours_id = wl.working_hours_id
    where wl.location_id in (select location_id from asked)
  )
  select array_agg(name) into people from (
    select 'practitioner:' || practitioner as name from asked where practitioner is not null
    union
    select 'patient:' || patient from asked where patient is not null
    union
    select 'practitioner:' || p.document_id
    from asked a join present h on h.location_id = a.location_id join practitioners p on p.id = h.practitioner_id
    where (a.assisted and p.profession = 'assistant')
       or (a.practitioner is null and exists (
         select from practitioners_appointment_types_lnk t
         where t.practitioner_id = p.id and t.appointment_type_id = a.type_id))
  ) names;

  perform pg_advisory_xact_lock(key) from (
    select distinct hashtextextended(name, 0) as key from (
      select unnest(people) as name
      union all select 'place:' || unnest(places)
      union all select unnest(others)
    ) names order by key
  ) keys;

  delete from time_claims c where c.expires_at <= at and (
    c.resource_kind || ':' || c.resource_id = any (people)
    or c.resource_kind = 'chair' and exists (
      select from chairs x join chairs_location_lnk xl on xl.chair_id = x.id join locations l on l.id = xl.location_id
      where x.document_id = c.resource_id and l.document_id = any (places))
    or c.resource_kind = 'equipment' and exists (
      select from equipment x join equipment_location_lnk xl on xl.equipment_id = x.id
      join locations l on l.id = xl.location_id
      where x.document_id = c.resource_id and l.document_id = any (places)));
end $$;
