-- A session of the panel that is locked opens nothing until its person shows again who they are. `seen_at` is when the
-- panel last told that somebody works there; sessions of scripts never tell and never lock by themselves.
alter table access_sessions add column if not exists locked_at timestamptz;
alter table access_sessions add column if not exists seen_at timestamptz;
alter table access_sessions add column if not exists misses smallint not null default 0;

-- After how many minutes without use the panel locks; 0 for never.
create or replace function panel_lock_minutes() returns integer language sql stable as $$
  select coalesce((
    select case when jsonb_typeof(value) = 'number' then least(greatest(round((value #>> '{}')::numeric), 0), 480)::integer end
    from settings where key = 'panel.lock-minutes' order by id limit 1
  ), 10)
$$;

-- Locked by somebody, or left alone for a minute longer than the panel itself would wait.
create or replace function panel_session_locked(locked_at timestamptz, seen_at timestamptz, moment timestamptz)
returns boolean language sql stable as $$
  select case
    when locked_at is not null then true
    when seen_at is null then false
    else panel_lock_minutes() > 0 and seen_at < moment - make_interval(mins => panel_lock_minutes() + 1)
  end
$$;
