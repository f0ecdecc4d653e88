-- Links that prove an address or set a password. Only a digest of the token is kept; one that is used ends all for its purpose.
create table if not exists account_links (
  digest bytea primary key,
  purpose text not null check (purpose in ('confirm-email', 'reset-password')),
  user_id integer not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > issued_at),
  spent_at timestamptz
);
create index if not exists account_links_user on account_links (user_id, purpose);

-- Mails about accounts on their way; what they say is sealed until they are sent.
create table if not exists account_mails (
  id text primary key,
  kind text not null,
  recipient bytea not null,
  sealed bytea,
  asked_at timestamptz not null
);
create index if not exists account_mails_recipient on account_mails (recipient, kind, asked_at);
