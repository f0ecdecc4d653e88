-- Staff ask to work at a further place.
create table if not exists place_requests (
  id text primary key,
  user_id integer not null references admin_users (id) on delete cascade,
  location_id integer not null references locations (id) on delete cascade,
  reason text not null check (length(reason) >= 10),
  asked_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'approved', 'rejected')),
  decided_at timestamptz,
  decided_by integer references admin_users (id) on delete set null,
  constraint place_requests_decided check ((state = 'open') = (decided_at is null))
);
create unique index if not exists place_requests_one_open on place_requests (user_id, location_id) where state = 'open';
create index if not exists place_requests_newest on place_requests (asked_at desc);

-- Mails to members of staff on their way. They name no patient.
create table if not exists staff_notices (
  id text primary key,
  user_id integer not null references admin_users (id) on delete cascade,
  kind text not null check (kind in ('record-opened', 'record-kept', 'place-asked', 'place-approved', 'place-rejected')),
  -- Who did it, and where.
  about text not null,
  made_at timestamptz not null
);
do $$
begin
  if not exists (select from pg_constraint where conname = 'staff_notices_kind_check'
      and pg_get_constraintdef(oid) like '%record-kept%') then
    alter table staff_notices drop constraint staff_notices_kind_check;
    alter table staff_notices add constraint staff_notices_kind_check
      check (kind in ('record-opened', 'record-kept', 'place-asked', 'place-approved', 'place-rejected'));
  end if;
end $$;
