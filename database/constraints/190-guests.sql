-- Codes that show that an address is the caller's own, for a booking without an account. Address and code are
-- sealed, and gone once the code is used or has run out; then only digests remain.
create table if not exists guest_codes (
  request text primary key,
  channel text not null check (channel in ('email', 'sms')),
  -- Digests of the address and of the network address that asked.
  recipient bytea not null,
  caller bytea not null,
  code bytea not null,
  sealed bytea,
  tries smallint not null default 0 check (tries between 0 and 5),
  bookings smallint not null default 0 check (bookings between 0 and 6),
  requested_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > requested_at),
  sent_at timestamptz,
  used_at timestamptz
);
create index if not exists guest_codes_recipient on guest_codes (recipient, requested_at);
create index if not exists guest_codes_caller on guest_codes (caller, requested_at);
create index if not exists guest_codes_age on guest_codes (requested_at);
-- A guest's own record is looked for by date of birth first.
create index if not exists patients_date_of_birth on patients (date_of_birth);
