-- Whoever writes an appointment, open calendars hear of it at commit, when its relations are written too.
create or replace function tell_calendars() returns trigger language plpgsql as $$
declare
  changed_id integer := coalesce(new.id, old.id);
  place record;
begin
  select l.document_id, l.zone into place
  from appointments_location_lnk al join locations l on l.id = al.location_id
  where al.appointment_id = changed_id limit 1;
  perform pg_notify('enamel_calendar', json_build_object(
    'appointment', coalesce(new.document_id, old.document_id),
    'location', place.document_id,
    'dates', (
      select json_agg(distinct (at at time zone 'UTC' at time zone coalesce(place.zone, 'UTC'))::date)
      from unnest(array[old.starts_at, new.starts_at]) at where at is not null)
  )::text);
  return null;
end $$;

do $$ begin
  if not exists (select from pg_trigger where tgname = 'appointments_tell_calendars') then
    create constraint trigger appointments_tell_calendars
      after insert or update or delete on appointments
      deferrable initially deferred for each row execute function tell_calendars();
  end if;
end $$;
