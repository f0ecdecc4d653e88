-- Records that a member of staff opened although they are out of their scope: with a reason, for a while, told to the admins.
create table if not exists opened_records (
  id text primary key,
  user_id integer not null references admin_users (id) on delete cascade,
  patient_id integer not null references patients (id) on delete cascade,
  reason text not null check (length(reason) >= 10),
  opened_at timestamptz not null,
  ends_at timestamptz not null check (ends_at >= opened_at),
  -- An admin has taken notice.
  seen_at timestamptz
);
alter table opened_records add column if not exists seen_at timestamptz;
create index if not exists opened_records_user on opened_records (user_id, ends_at);
create index if not exists opened_records_newest on opened_records (opened_at desc);
