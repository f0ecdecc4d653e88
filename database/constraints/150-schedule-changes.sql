-- What changed the free slots, so that a remembered answer knows when it is out of date. Rows are only added: nobody waits
-- for anybody. A row without a location is about all of them. See docs/decisions/0008-slots-and-bookings.md.
create table if not exists schedule_changes (
  location text,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default clock_timestamp()
);
create index if not exists schedule_changes_xid on schedule_changes (xid);

create or replace function note_rules_changed() returns trigger language plpgsql as $$
begin
  insert into schedule_changes default values;
  return null;
end $$;

-- A claim changes the slots wherever its chair or its piece of equipment stands and its person works.
create or replace function note_claims_changed() returns trigger language plpgsql as $$
begin
  insert into schedule_changes (location)
  select l.document_id from locations l where l.id in (
    select xl.location_id from claims_changed c join chairs x on x.document_id = c.resource_id
    join chairs_location_lnk xl on xl.chair_id = x.id where c.resource_kind = 'chair'
    union
    select xl.location_id from claims_changed c join equipment x on x.document_id = c.resource_id
    join equipment_location_lnk xl on xl.equipment_id = x.id where c.resource_kind = 'equipment'
    union
    select xl.location_id from claims_changed c join practitioners x on x.document_id = c.resource_id
    join practitioners_locations_lnk xl on xl.practitioner_id = x.id where c.resource_kind = 'practitioner'
    union
    select hl.location_id from claims_changed c join practitioners x on x.document_id = c.resource_id
    join working_hours_entries_practitioner_lnk hp on hp.practitioner_id = x.id
    join working_hours_entries_location_lnk hl on hl.working_hours_id = hp.working_hours_id
    where c.resource_kind = 'practitioner');
  return null;
end $$;

create or replace trigger time_claims_added after insert on time_claims
  referencing new table as claims_changed for each statement execute function note_claims_changed();
create or replace trigger time_claims_gone after delete on time_claims
  referencing old table as claims_changed for each statement execute function note_claims_changed();
create or replace trigger time_claims_left after update on time_claims
  referencing old table as claims_changed for each statement execute function note_claims_changed();
create or replace trigger time_claims_moved after update on time_claims
  referencing new table as claims_changed for each statement execute function note_claims_changed();
create or replace trigger time_claims_emptied after truncate on time_claims
  for each statement execute function note_rules_changed();

do $$
declare
  source text;
begin
  foreach source in array array[
    'locations', 'practitioners', 'practitioners_locations_lnk', 'practitioners_appointment_types_lnk',
    'appointment_types', 'appointment_types_cmps', 'components_clinic_segments', 'appointment_types_equipment_kinds_lnk',
    'working_hours_entries', 'working_hours_entries_practitioner_lnk', 'working_hours_entries_location_lnk',
    'time_offs', 'time_offs_practitioner_lnk', 'time_offs_location_lnk', 'time_offs_chair_lnk', 'time_offs_equipment_lnk',
    'chairs', 'chairs_location_lnk', 'equipment', 'equipment_kind_lnk', 'equipment_location_lnk', 'equipment_kinds'
  ] loop
    execute format('create or replace trigger %I after insert or update or delete or truncate on %I
      for each statement execute function note_rules_changed()', source || '_changed', source);
  end loop;
end $$;
