-- A key of each record's own: its fields open with this and the clinic's key together. When a patient is erased it is
-- destroyed, and with it whatever was sealed for them in any copy of the other tables. See docs/decisions/0018-privacy.md.
create table if not exists record_keys (
  noun text not null,
  record text not null,
  secret bytea not null check (length(secret) = 32),
  primary key (noun, record)
);
-- Whether the field was sealed with the record's key as well.
alter table sealed_fields add column if not exists own boolean not null default false;

create or replace function sealed_fields_forget() returns trigger language plpgsql as $$
begin
  delete from sealed_fields where noun = tg_argv[0] and record = old.document_id;
  delete from record_keys where noun = tg_argv[0] and record = old.document_id;
  return null;
end $$;
create or replace trigger patients_forget_sealed
  after delete on patients for each row execute function sealed_fields_forget('patient');
