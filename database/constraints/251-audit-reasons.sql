-- Why somebody did what the trail tells, in their own words. The trail never forgets, so it holds a digest of them alone;
-- the words go when the patient is erased. See docs/decisions/0011-audit-chain.md.
create table if not exists audit_reasons (
  -- SHA-256 of salt and words, hexadecimal: `reason` in the detail of the entry.
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  -- Document id; null where no patient is told of.
  patient_id text,
  salt text not null,
  words text not null check (words <> '')
);
create index if not exists audit_reasons_patient on audit_reasons (patient_id);
