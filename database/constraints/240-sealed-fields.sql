-- What only few may read is sealed before it gets here, one row for each field of a record. The nouns' own columns stay
-- empty: whatever writes past the door that seals is refused.
create table if not exists sealed_fields (
  -- Such as patient, and the record's document id.
  noun text not null,
  record text not null,
  field text not null,
  key_id text not null check (key_id ~ '^[0-9a-f]{8}$'),
  -- Nonce (12 bytes), tag (16), text.
  sealed bytea not null check (length(sealed) > 28),
  -- HMAC of the text, to find equal ones; null where nobody looks for them.
  blind bytea check (length(blind) = 16),
  primary key (noun, record, field)
);
create index if not exists sealed_fields_blind on sealed_fields (noun, field, blind) where blind is not null;
create index if not exists sealed_fields_key on sealed_fields (key_id, noun, record, field);

do $$ begin
if not exists (select from pg_constraint where conname = 'patients_sealed_columns_empty') then
  alter table patients add constraint patients_sealed_columns_empty
    check (national_id is null and insurance_number is null and sensitive_notes is null);
end if;
end $$;
