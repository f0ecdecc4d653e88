-- What a person signs in with beside the password. Recovery codes are digests and leave when used.
create table if not exists access_factors (
  id text primary key,
  origin text not null check (origin in ('admin', 'users-permissions')),
  user_id text not null,
  kind text not null check (kind in ('totp', 'passkey', 'recovery-code')),
  -- What its owner calls it.
  name text,
  -- The public key of a passkey, the digest of a recovery code; empty for a code generator, whose key is a sealed field.
  secret bytea not null,
  -- By which a passkey names itself.
  handle text,
  -- How a passkey is reached, as its browser said: parted by commas.
  transports text,
  -- The last step of a code generator that was used, or what a passkey counted when it was used last.
  counter bigint not null default 0,
  made_at timestamptz not null,
  used_at timestamptz,
  check ((kind = 'passkey') = (handle is not null))
);
create index if not exists access_factors_user on access_factors (origin, user_id);
create unique index if not exists access_factors_one_generator on access_factors (origin, user_id) where kind = 'totp';
create unique index if not exists access_factors_handle on access_factors (handle);
create unique index if not exists access_factors_recovery on access_factors (secret) where kind = 'recovery-code';

-- Sealed papers that were used and are good for nothing more, until they run out.
create table if not exists access_spent (
  id text primary key,
  until timestamptz not null
);

-- Failures of passwords and codes, by a digest of whose they are and where they come from.
create table if not exists access_attempts (
  key bytea primary key,
  failures integer not null check (failures >= 0),
  failed_at timestamptz not null,
  -- Nothing is looked at before.
  until timestamptz,
  forget_at timestamptz not null
);
create index if not exists access_attempts_forget on access_attempts (forget_at);
