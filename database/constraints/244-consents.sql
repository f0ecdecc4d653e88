-- Every wording that patients were asked to agree to, for good.
create table if not exists consent_versions (
  key text not null,
  language text not null check (language in ('en', 'ro')),
  version integer not null check (version > 0),
  title text not null,
  text text not null,
  since timestamptz not null default now(),
  primary key (key, language, version)
);
create or replace function consent_versions_stay() returns trigger language plpgsql as $$
begin
  raise exception 'The words of a consent never change: write a new version.' using errcode = 'integrity_constraint_violation';
end $$;
create or replace trigger consent_versions_stay
  before update or delete on consent_versions for each row execute function consent_versions_stay();

create unique index if not exists consents_once on consents (key, language);

-- A change of the words is a new version, whoever makes it.
create or replace function consents_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (new.title, new.text) is not distinct from (old.title, old.text)
    and (new.key, new.language) is not distinct from (old.key, old.language)
  then
    new.version := old.version;
    return new;
  end if;
  new.version := coalesce(
    (select max(version) from consent_versions v where v.key = new.key and v.language = new.language), 0) + 1;
  insert into consent_versions (key, language, version, title, text)
  values (new.key, new.language, new.version, new.title, new.text);
  return new;
end $$;
create or replace trigger consents_version
  before insert or update on consents for each row execute function consents_version();

-- Who agreed to which words and who took it back. Ids are document ids; rows are only ever added, and go with an erasure.
create table if not exists consent_acts (
  id bigint generated always as identity primary key,
  patient_id text not null,
  key text not null,
  language text not null,
  version integer not null,
  act text not null check (act in ('given', 'withdrawn')),
  at timestamptz not null,
  way text not null check (way in ('portal', 'desk')),
  -- Of the panel's account; null when the patient did it.
  by text,
  foreign key (key, language, version) references consent_versions (key, language, version)
);
create index if not exists consent_acts_patient on consent_acts (patient_id, key, id desc);
create or replace function consent_acts_stay() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and row(new.*) is not distinct from
    row(old.id, new.patient_id, old.key, old.language, old.version, old.act, old.at, old.way, old."by")
  then
    -- Two records of one person were made one.
    return new;
  end if;
  raise exception 'What was agreed to is never rewritten.' using errcode = 'integrity_constraint_violation';
end $$;
create or replace trigger consent_acts_stay
  before update on consent_acts for each row execute function consent_acts_stay();
