-- The chart is a history: every move of a treatment is a row that is never changed.
create table if not exists treatment_steps (
  id bigint generated always as identity primary key,
  treatment_id integer not null references treatments (id) on delete cascade,
  from_status text,
  to_status text not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id text not null
);

create index if not exists treatment_steps_treatment on treatment_steps (treatment_id, at, id);

create or replace function treatment_steps_stay() returns trigger language plpgsql as $$
begin
  raise exception 'A step of a treatment is never changed' using errcode = 'restrict_violation';
end $$;

create or replace trigger treatment_steps_stay before update on treatment_steps
  for each row execute function treatment_steps_stay();

-- A tooth by ISO 3950, and only surfaces that it has: O and B behind the canines, I and F before.
create or replace function surfaces_fit(tooth text, surfaces text) returns boolean
language sql immutable as $$
  select coalesce(surfaces, '') = '' or (
    tooth is not null
    and surfaces ~ case when right(tooth, 1)::int > 3 then '^[MODBL]+$' else '^[MIDFL]+$' end
  )
$$;

do $$
begin
  if not exists (select from pg_constraint where conname = 'treatments_tooth_fits') then
    alter table treatments add constraint treatments_tooth_fits check (
      (tooth_number is null or tooth_number ~ '^([1-4][1-8]|[5-8][1-5])$')
      and surfaces_fit(tooth_number, surfaces)
    );
  end if;
  if not exists (select from pg_constraint where conname = 'treatments_price_is_whole') then
    alter table treatments add constraint treatments_price_is_whole check (
      total_price >= 0 and coalesce(discount, 0) between 0 and total_price
    );
  end if;
  if not exists (select from pg_constraint where conname = 'tooth_findings_tooth_fits') then
    alter table tooth_findings add constraint tooth_findings_tooth_fits check (
      tooth_number ~ '^([1-4][1-8]|[5-8][1-5])$' and surfaces_fit(tooth_number, surfaces)
    );
  end if;
end $$;
