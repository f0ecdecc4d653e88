-- Who belongs to whom, each pair once: it is read from both sides. See docs/decisions/0017-finding-patients.md.
create table if not exists patient_relations (
  id text primary key,
  -- Of a guardian's row: the minor.
  patient_id integer not null references patients (id) on delete cascade,
  -- Of a guardian's row: the guardian.
  relative_id integer not null references patients (id) on delete cascade,
  kind text not null check (kind in ('guardian', 'family')),
  -- Family: each of the two agreed that the other books for them.
  may_book boolean not null default false,
  made_at timestamptz not null,
  made_by text not null,
  -- Nobody acts for another before somebody at the clinic has seen that they may.
  confirmed_at timestamptz,
  confirmed_by text,
  check (patient_id <> relative_id),
  check ((confirmed_at is null) = (confirmed_by is null)),
  check (kind = 'family' or not may_book)
);
create unique index if not exists patient_relations_once on patient_relations
  (least(patient_id, relative_id), greatest(patient_id, relative_id));
create index if not exists patient_relations_patient on patient_relations (patient_id);
create index if not exists patient_relations_relative on patient_relations (relative_id);
-- Who lives at the same address.
create index if not exists patients_home on patients (search_text(address)) where length(address) >= 6;

-- From which age patients decide about their treatment themselves: what the clinic set, else what is usual in its country,
-- else the age of majority. Austria § 173 ABGB, Spain Ley 41/2002 art. 9, Great Britain Family Law Reform Act 1969 s. 8,
-- Ireland Non-Fatal Offences Against the Person Act 1997 s. 23.
create or replace function consent_age() returns integer language sql stable as $$
  select coalesce((select consent_age from clinics order by id limit 1),
    case (select country from locations where active order by position, id limit 1)
      when 'AT' then 14 when 'ES' then 16 when 'GB' then 16 when 'IE' then 16 else 18 end)
$$;

-- The confirmed guardians of a patient at an instant, as long as that patient is a minor.
create or replace function guardians_of(patient integer, at timestamptz) returns setof integer language sql stable as $$
  select g.id
  from patients p
  join patient_relations r on r.patient_id = p.id and r.kind = 'guardian' and r.confirmed_at is not null
  join patients g on g.id = r.relative_id and g.archived is not true
  where p.id = patient and p.date_of_birth
    > (at at time zone coalesce((select zone from clinics c order by c.id limit 1), 'UTC'))::date
      - make_interval(years => consent_age())
$$;

-- For whom a patient acts at an instant, by document id: minors whose guardian they are, and for booking alone family that
-- agreed to it and those they pay for, unless these are known to be of age. Without a birth date nobody is known to be a
-- minor; who was born on 29 February is of age on 1 March.
create or replace function acted_for(patient text, at timestamptz)
  returns table (id integer, guardian boolean) language sql stable as $$
  with own as (select p.id from patients p where p.document_id = patient and p.archived is not true),
  born_after as (
    select (at at time zone coalesce((select zone from clinics c order by c.id limit 1), 'UTC'))::date
      - make_interval(years => consent_age()) as day),
  ways as (
    select r.patient_id, true as guardian, false as grown
    from own join patient_relations r on r.relative_id = own.id
    where r.kind = 'guardian' and r.confirmed_at is not null
    union all
    select case when r.patient_id = own.id then r.relative_id else r.patient_id end, false, true
    from own join patient_relations r on own.id in (r.patient_id, r.relative_id)
    where r.kind = 'family' and r.may_book and r.confirmed_at is not null
    union all
    select l.patient_id, false, false
    from own join patients_guarantor_lnk l on l.inv_patient_id = own.id)
  select p.id, bool_or(w.guardian)
  from ways w join patients p on p.id = w.patient_id, born_after
  where p.archived is not true and p.id not in (select own.id from own)
    and (w.grown or coalesce(p.date_of_birth > born_after.day, not w.guardian))
  group by p.id
$$;
