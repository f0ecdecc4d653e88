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
create index if not exists access_links_patient on access_links (patient_id);
create index if not exists access_links_expiry on access_links (expires_at);

-- Counters of the rate limits, shared by all processes. Losing them in a crash is harmless.
create unlogged table if not exists rate_limits (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
