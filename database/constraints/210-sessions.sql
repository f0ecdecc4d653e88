-- One row for each sign-in that lasts. Only the refresh token of its generation is good; whoever deletes the row signs it out.
create table if not exists access_sessions (
  id text primary key,
  origin text not null check (origin in ('admin', 'users-permissions')),
  user_id text not null,
  -- What the client calls its device.
  device_id text,
  kind text not null check (kind in ('session', 'refresh')),
  generation integer not null default 1 check (generation > 0),
  turned_at timestamptz not null,
  began_at timestamptz not null,
  used_at timestamptz not null,
  idle_until timestamptz not null,
  ends_at timestamptz not null,
  -- Last used from here: browser and system in a few words, and the network address.
  device text,
  address text
);
create index if not exists access_sessions_user on access_sessions (origin, user_id);
create index if not exists access_sessions_idle on access_sessions (idle_until);
