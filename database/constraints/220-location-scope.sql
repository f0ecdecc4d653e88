-- Where each member of staff works; null is everywhere, places to come included.
do $$
begin
  if to_regclass('staff_places') is null then
    create table staff_places (
      user_id integer not null references admin_users (id) on delete cascade,
      location_id integer references locations (id) on delete cascade,
      unique nulls not distinct (user_id, location_id)
    );
    -- Whoever worked here before places were told apart goes on as before.
    insert into staff_places (user_id) select id from admin_users;
  end if;
end $$;

-- Where a patient is known: by visits, by waiting for one, as the place that made the record, or because somebody shared it.
create table if not exists patient_locations (
  patient_id integer not null references patients (id) on delete cascade,
  location_id integer not null references locations (id) on delete cascade,
  source text not null check (source in ('visit', 'home', 'wait', 'shared')),
  primary key (patient_id, location_id, source)
);
create index if not exists patient_locations_place on patient_locations (location_id, patient_id);
do $$
begin
  if not exists (select from pg_constraint where conname = 'patient_locations_source_check'
      and pg_get_constraintdef(oid) like '%wait%') then
    alter table patient_locations drop constraint patient_locations_source_check;
    alter table patient_locations add constraint patient_locations_source_check
      check (source in ('visit', 'home', 'wait', 'shared'));
  end if;
end $$;

-- Visits and waiting are told of at commit: what a transaction writes here another one may wait for, and by then nobody
-- waits for the lock of a patient any more. A link that is taken away and written again changes nothing.
create or replace function patient_seen_at_place() returns trigger language plpgsql as $$
declare
  visit integer := case when tg_op <> 'DELETE' then new.appointment_id end;
  patients integer[];
begin
  insert into patient_locations (patient_id, location_id, source)
  select p.patient_id, l.location_id, 'visit'
  from appointments_patient_lnk p join appointments_location_lnk l on l.appointment_id = p.appointment_id
  where p.appointment_id = visit and p.patient_id is not null and l.location_id is not null
  on conflict do nothing;
  if tg_op = 'INSERT' then
    return null;
  elsif tg_table_name = 'appointments_patient_lnk' then
    patients := array[old.patient_id];
  else
    patients := array(select patient_id from appointments_patient_lnk where appointment_id = old.appointment_id);
  end if;
  delete from patient_locations k
  where k.source = 'visit' and k.patient_id = any (patients) and not exists (
    select from appointments_patient_lnk p join appointments_location_lnk l on l.appointment_id = p.appointment_id
    where p.patient_id = k.patient_id and l.location_id = k.location_id);
  return null;
end $$;

create or replace function patient_waits_at_place() returns trigger language plpgsql as $$
declare
  entry integer := case when tg_op <> 'DELETE' then new.wait_list_entry_id end;
  patients integer[];
begin
  insert into patient_locations (patient_id, location_id, source)
  select p.patient_id, l.location_id, 'wait'
  from wait_list_entries_patient_lnk p
  join wait_list_entries_location_lnk l on l.wait_list_entry_id = p.wait_list_entry_id
  where p.wait_list_entry_id = entry and p.patient_id is not null and l.location_id is not null
  on conflict do nothing;
  if tg_op = 'INSERT' then
    return null;
  elsif tg_table_name = 'wait_list_entries_patient_lnk' then
    patients := array[old.patient_id];
  else
    patients := array(
      select patient_id from wait_list_entries_patient_lnk where wait_list_entry_id = old.wait_list_entry_id);
  end if;
  delete from patient_locations k
  where k.source = 'wait' and k.patient_id = any (patients) and not exists (
    select from wait_list_entries_patient_lnk p
    join wait_list_entries_location_lnk l on l.wait_list_entry_id = p.wait_list_entry_id
    where p.patient_id = k.patient_id and l.location_id = k.location_id);
  return null;
end $$;

create or replace function patient_at_home() returns trigger language plpgsql as $$
begin
  insert into patient_locations (patient_id, location_id, source)
  select patient_id, location_id, 'home' from added where patient_id is not null and location_id is not null
  on conflict do nothing;
  return null;
end $$;

create or replace function patient_left_home() returns trigger language plpgsql as $$
begin
  delete from patient_locations k using removed r
  where k.source = 'home' and k.patient_id = r.patient_id and k.location_id = r.location_id and not exists (
    select from patients_location_lnk l where l.patient_id = k.patient_id and l.location_id = k.location_id);
  return null;
end $$;

do $$
begin
  if not exists (select from pg_trigger where tgname = 'patient_known_by_visit') then
    insert into patient_locations (patient_id, location_id, source)
    select distinct p.patient_id, l.location_id, 'visit'
    from appointments_patient_lnk p join appointments_location_lnk l on l.appointment_id = p.appointment_id
    where p.patient_id is not null and l.location_id is not null
    union all
    select distinct patient_id, location_id, 'home' from patients_location_lnk
    where patient_id is not null and location_id is not null
    on conflict do nothing;
    create constraint trigger patient_known_by_visit
      after insert or update or delete on appointments_patient_lnk deferrable initially deferred
      for each row execute function patient_seen_at_place();
    create constraint trigger place_known_by_visit
      after insert or update or delete on appointments_location_lnk deferrable initially deferred
      for each row execute function patient_seen_at_place();
  end if;
end $$;

do $$
begin
  if not exists (select from pg_trigger where tgname = 'patient_known_by_waiting') then
    insert into patient_locations (patient_id, location_id, source)
    select distinct p.patient_id, l.location_id, 'wait'
    from wait_list_entries_patient_lnk p
    join wait_list_entries_location_lnk l on l.wait_list_entry_id = p.wait_list_entry_id
    where p.patient_id is not null and l.location_id is not null
    on conflict do nothing;
    create constraint trigger patient_known_by_waiting
      after insert or update or delete on wait_list_entries_patient_lnk deferrable initially deferred
      for each row execute function patient_waits_at_place();
    create constraint trigger place_known_by_waiting
      after insert or update or delete on wait_list_entries_location_lnk deferrable initially deferred
      for each row execute function patient_waits_at_place();
  end if;
end $$;

create or replace trigger patient_at_home after insert on patients_location_lnk
  referencing new table as added for each statement execute function patient_at_home();
create or replace trigger patient_home_changed after update on patients_location_lnk
  referencing new table as added for each statement execute function patient_at_home();
create or replace trigger patient_home_replaced after update on patients_location_lnk
  referencing old table as removed for each statement execute function patient_left_home();
create or replace trigger patient_left_home after delete on patients_location_lnk
  referencing old table as removed for each statement execute function patient_left_home();
