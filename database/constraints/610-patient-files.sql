-- Pictures and papers of a patient. The bytes are elsewhere, sealed: docs/decisions/0019-private-files.md.
create table if not exists patient_files (
  id integer generated always as identity primary key,
  -- Names the bytes in the storage and their key among the sealed fields.
  document_id text not null unique check (document_id ~ '^[a-z0-9]{10,40}$'),
  patient_id integer not null references patients (id) on delete cascade,
  name text not null check (length(name) between 1 and 160),
  category text not null check (category in ('x-ray', 'photo', 'letter', 'other')),
  kind text not null check (kind in ('png', 'jpeg', 'pdf', 'dicom')),
  bytes integer not null check (bytes > 0),
  added_at timestamptz not null,
  -- Of the panel's account.
  added_by text not null
);
create index if not exists patient_files_patient on patient_files (patient_id, added_at desc);

-- What the storage has yet to forget: files that are gone, and those that were begun an hour ago and belong to nobody still.
create table if not exists discarded_files (
  document_id text primary key,
  since timestamptz not null
);

create or replace function patient_files_discard() returns trigger language plpgsql as $$
begin
  insert into discarded_files (document_id, since) values (old.document_id, '-infinity')
  on conflict (document_id) do update set since = excluded.since;
  return null;
end $$;
create or replace trigger patient_files_discarded
  after delete on patient_files for each row execute function patient_files_discard();
create or replace trigger patient_files_forget_key
  after delete on patient_files for each row execute function sealed_fields_forget('patient-file');
create or replace trigger locked_when_erased before insert or update or delete on patient_files
  for each row execute function privacy_refuse_link();
create or replace trigger kept_by_legal_hold before delete or update of patient_id on patient_files
  for each row execute function privacy_keep_held_owner();
