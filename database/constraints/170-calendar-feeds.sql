-- Private addresses under which a calendar program reads visits. Only a digest of the secret is kept.
create table if not exists calendar_feeds (
  id text primary key,
  digest bytea not null unique check (octet_length(digest) = 32),
  kind text not null check (kind in ('practitioner', 'location', 'patient')),
  -- Document id of whose visits it shows.
  owner_id text not null,
  language text not null check (language in ('en', 'ro')),
  made_at timestamptz not null,
  made_by_kind text not null check (made_by_kind in ('staff', 'patient')),
  made_by_id text not null,
  revoked_at timestamptz,
  fetched_at timestamptz,
  -- What was last handed out, and since when it is so.
  etag text,
  changed_at timestamptz,
  -- When the audit trail last told of it.
  told_at timestamptz,
  -- A patient's feed is nobody else's to make.
  check ((kind = 'patient') = (made_by_kind = 'patient'))
);
create index if not exists calendar_feeds_owner on calendar_feeds (kind, owner_id) where revoked_at is null;

create or replace function calendar_feeds_stay_revoked() returns trigger language plpgsql as $$
begin
  if old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at then
    raise exception 'A revoked feed stays revoked.' using errcode = '23000';
  end if;
  -- Two records of one patient that become one keep their feeds.
  if (new.digest, new.kind, new.owner_id) is distinct from (old.digest, old.kind, old.owner_id)
    and not (new.kind = 'patient' and coalesce(current_setting('enamel.merging', true), '') = 'on'
      and (new.digest, new.kind) = (old.digest, old.kind)) then
    raise exception 'A feed never changes whom it shows.' using errcode = '23000';
  end if;
  return new;
end $$;
create or replace trigger calendar_feeds_kept
  before update on calendar_feeds for each row execute function calendar_feeds_stay_revoked();
