-- One account per e-mail address and one patient per account, whoever writes.
create unique index if not exists up_users_email_once on up_users (lower(email));
create unique index if not exists patients_account_once on patients_account_lnk (user_id);
create unique index if not exists patients_account_single on patients_account_lnk (patient_id);

-- Single-purpose links sent to patients. Only a digest of the token is kept; ids are document ids.
create table if not exists access_links (
  digest bytea primary key,
  purpose text not null check (purpose ~ '^[a-z][a-z-]{2,40}$'),
  patient_id text not null,
  appointment_id text,
  issued_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > issued_at),
  spent_at timestamptz
);
-- Document id of whoever it was sent to in the patient's stead: it opens as long as messages about the patient go to them.
alter table access_links add column if not exists relative_id text;
create index if not exists access_links_patient on access_links (patient_id);
create index if not exists access_links_expiry on access_links (expires_at);

-- Windows of the rate limits, shared by all processes. Losing them in a crash is harmless. Each entry of `times` is the
-- moment, in milliseconds, of the last request let through in one second; `counts` says how many it stands for.
drop table if exists rate_limits;
create unlogged table if not exists rate_windows (
  key text primary key,
  times bigint[] not null,
  counts integer[] not null,
  -- Whether the last request was let through.
  allowed boolean not null
);
