-- What a booking with an Idempotency-Key led to: the same key of the same person answers the same appointment.
create table if not exists booking_keys (
  actor text not null,
  key text not null,
  fingerprint text not null,
  appointment_id text not null,
  created_at timestamptz not null default now(),
  primary key (actor, key)
);
create index if not exists booking_keys_age on booking_keys (created_at);
create index if not exists appointments_starts_at on appointments (starts_at);
create index if not exists appointments_status on appointments (status, starts_at);
