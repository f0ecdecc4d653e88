-- Whoever writes an appointment, open calendars hear of it at commit: of its place alone, and of a place once.
create or replace function tell_calendar(place integer) returns void language plpgsql as $$
begin
  perform pg_notify('enamel_calendar', json_build_object('location', l.document_id)::text)
  from locations l where l.id = place;
end $$;

create or replace function tell_calendars() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then return null; end if;
  perform tell_calendar(location_id) from appointments_location_lnk where appointment_id = new.id;
  if not found then perform pg_notify('enamel_calendar', '{"location":null}'); end if;
  return null;
end $$;

do $$ begin
  if not exists (select from pg_trigger where tgname = 'appointments_tell_calendars') then
    create constraint trigger appointments_tell_calendars
      after insert or update or delete on appointments
      deferrable initially deferred for each row execute function tell_calendars();
  end if;
end $$;

-- The place that a visit leaves, or had when it was deleted, hears of it too.
create or replace function tell_calendar_of_place() returns trigger language plpgsql as $$
begin
  perform tell_calendar(old.location_id);
  return null;
end $$;

create or replace trigger place_left_tell_calendars after update or delete on appointments_location_lnk
  for each row execute function tell_calendar_of_place();
