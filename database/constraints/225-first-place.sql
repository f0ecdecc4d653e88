-- A clinic of one place assigns nobody to it. When a second is added, whoever was not assigned stays at the first.
create or replace function staff_stay_at_first_place() returns trigger language plpgsql as $$
declare
  former integer[] := array(select l.id from locations l where not exists (select from added a where a.id = l.id));
begin
  if cardinality(former) = 1 then
    insert into staff_places (user_id, location_id)
    select u.id, former[1] from admin_users u
    where not exists (select from staff_places s where s.user_id = u.id)
    on conflict do nothing;
  end if;
  return null;
end $$;

create or replace trigger staff_stay_at_first_place after insert on locations
  referencing new table as added for each statement execute function staff_stay_at_first_place();
