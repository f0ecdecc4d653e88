-- What a person reads where only one field is shown: the panel's relations, titles and searches. Always as the parts say.
create or replace function name_patient() returns trigger language plpgsql as $$
begin
  new.full_name := nullif(concat_ws(' ', nullif(new.last_name, ''), nullif(new.first_name, '')), '');
  return new;
end $$;
create or replace trigger patients_named
  before insert or update on patients for each row execute function name_patient();

create or replace function name_practitioner() returns trigger language plpgsql as $$
begin
  new.full_name := nullif(
    concat_ws(' ', nullif(new.title, ''), nullif(new.first_name, ''), nullif(new.last_name, '')), '');
  return new;
end $$;
create or replace trigger practitioners_named
  before insert or update on practitioners for each row execute function name_practitioner();

-- Local time of the clinic, such as `2026-11-24 09:00`.
create or replace function name_appointment() returns trigger language plpgsql as $$
begin
  new.title := to_char(
    new.starts_at at time zone 'UTC' at time zone coalesce((select zone from clinics order by id limit 1), 'UTC'),
    'YYYY-MM-DD HH24:MI');
  return new;
end $$;
create or replace trigger appointments_named
  before insert or update on appointments for each row execute function name_appointment();

update patients set full_name = '' where full_name is null;
update practitioners set full_name = '' where full_name is null;
update appointments set title = '' where title is null;
