-- Links that let a member of staff in for the first time or choose a new password. Only a digest of the token is kept; a
-- new link ends the ones before.
create table if not exists staff_links (
  digest bytea primary key,
  purpose text not null check (purpose in ('invitation', 'new-password')),
  user_id integer not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > issued_at),
  spent_at timestamptz
);
create index if not exists staff_links_user on staff_links (user_id, purpose);
