-- Patients who ask to be forgotten. Ids are document ids. See docs/decisions/0018-privacy.md.
-- state: asked → done | refused | withdrawn.
create table if not exists privacy_erasures (
  id text primary key,
  patient_id text not null,
  state text not null default 'asked' check (state in ('asked', 'done', 'refused', 'withdrawn')),
  way text not null check (way in ('portal', 'desk')),
  asked_at timestamptz not null,
  -- Local date by which the law wants an answer, and why it was put off, once.
  due_on date not null,
  put_off text,
  answered_at timestamptz,
  -- Of the panel's account.
  answered_by text,
  reason text,
  -- What stayed: sections with their dates.
  kept jsonb,
  -- Sealed address to tell the answer to; gone once it was told.
  key_id text,
  notice bytea,
  constraint privacy_erasures_answered check ((state in ('done', 'refused')) = (answered_by is not null)),
  constraint privacy_erasures_reason check (state <> 'refused' or reason is not null),
  constraint privacy_erasures_notice check ((notice is null) = (key_id is null))
);
create unique index if not exists privacy_erasures_one on privacy_erasures (patient_id) where state = 'asked';
create index if not exists privacy_erasures_due on privacy_erasures (due_on) where state = 'asked';
create index if not exists privacy_erasures_newest on privacy_erasures (asked_at desc, id);

-- Records that nobody may erase for now, whatever the patient asks: a law suit, an investigation.
create table if not exists privacy_holds (
  patient_id text primary key,
  reason text not null check (reason <> ''),
  held_by text not null,
  held_at timestamptz not null
);

-- What a law keeps of an erased patient, section by section, until a local date. Without a row nothing of them stays.
create table if not exists privacy_kept (
  patient_id text not null,
  section text not null,
  until date not null,
  primary key (patient_id, section)
);
create index if not exists privacy_kept_until on privacy_kept (until);

-- Every erased patient, for good: their records are locked.
create table if not exists privacy_erased (
  patient_id text primary key,
  erased_at timestamptz not null
);

-- The record of an erased patient never changes but by what erases more of it.
create or replace function privacy_locked(patient integer) returns boolean language sql stable as $$
  select coalesce(current_setting('enamel.erasing', true), '') <> 'yes' and exists (
    select from patients p join privacy_erased e on e.patient_id = p.document_id where p.id = patient)
$$;
create or replace function privacy_refuse_patient() returns trigger language plpgsql as $$
begin
  if privacy_locked(old.id) then
    raise exception 'The record of an erased patient never changes.' using errcode = 'integrity_constraint_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create or replace function privacy_refuse_link() returns trigger language plpgsql as $$
begin
  if (tg_op <> 'INSERT' and privacy_locked(old.patient_id)) or (tg_op <> 'DELETE' and privacy_locked(new.patient_id)) then
    raise exception 'The record of an erased patient never changes.' using errcode = 'integrity_constraint_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
-- Arguments: the table that links the record to its patient, and its column for the record.
create or replace function privacy_refuse_record() returns trigger language plpgsql as $$
declare
  locked boolean;
begin
  execute format('select coalesce(bool_or(privacy_locked(patient_id)), false) from %I where %I = $1', tg_argv[0], tg_argv[1])
    into locked using old.id;
  if locked then
    raise exception 'The record of an erased patient never changes.' using errcode = 'integrity_constraint_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;

create or replace trigger patients_locked_when_erased
  before update or delete on patients for each row execute function privacy_refuse_patient();
do $$
declare
  noun record;
begin
  for noun in select * from (values
    ('appointments', 'appointment_id'), ('treatments', 'treatment_id'), ('tooth_findings', 'tooth_finding_id'),
    ('questionnaire_responses', 'questionnaire_response_id'), ('invoices', 'invoice_id'), ('payments', 'payment_id'),
    ('wait_list_entries', 'wait_list_entry_id')) as n (name, id)
  loop
    execute format('create or replace trigger locked_when_erased before update or delete on %I
      for each row execute function privacy_refuse_record(%L, %L)', noun.name, noun.name || '_patient_lnk', noun.id);
    execute format('create or replace trigger locked_when_erased before insert or update or delete on %I
      for each row execute function privacy_refuse_link()', noun.name || '_patient_lnk');
  end loop;
end $$;
