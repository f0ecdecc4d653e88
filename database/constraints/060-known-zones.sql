-- Local time is told in these zones on every page: one that nobody knows would break them all. A name that PostgreSQL
-- alone knows, or an offset, whose sign it reads the other way round, is no zone of the world.
create or replace function is_known_zone(zone text) returns boolean language sql stable as $$
  select zone ~ '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}$'
    and zone !~* '^((posix|right)/|posixrules$|localtime$|factory$)'
    and exists (select from pg_timezone_names where lower(name) = lower(zone))
$$;

create or replace function refuse_unknown_zone() returns trigger language plpgsql as $$
begin
  if new.zone is null or not is_known_zone(new.zone) then
    raise exception using errcode = 'invalid_parameter_value', column = 'zone',
      message = 'must be a time zone such as Europe/Bucharest';
  end if;
  return new;
end $$;

create or replace function refuse_unknown_country() returns trigger language plpgsql as $$
begin
  if new.country !~ '^[A-Z]{2}$' then
    raise exception using errcode = 'invalid_parameter_value', column = 'country',
      message = 'must be a country''s code of two letters such as RO';
  end if;
  return new;
end $$;

create or replace trigger clinics_zone_known
  before insert or update of zone on clinics for each row execute function refuse_unknown_zone();
create or replace trigger locations_zone_known
  before insert or update of zone on locations for each row execute function refuse_unknown_zone();
create or replace trigger locations_country_known
  before insert or update of country on locations for each row execute function refuse_unknown_country();
