import { rows } from '@enamel/kernel/server';

type Connection = Parameters<typeof rows>[0];

const own = "id = :id and origin = 'admin' and idle_until > :now and ends_at > :now";
const locked = 'panel_session_locked(locked_at, seen_at, :now)';

export interface Lock {
  readonly id: string;
  readonly userId: string;
  readonly locked: boolean;
  readonly minutes: number;
}

/** A session of the panel that lasts, locked or not. */
export const lockOf = async (
  on: Connection,
  id: string,
  now: string,
): Promise<Lock | undefined> => {
  const [found] = await rows<Lock>(
    on,
    `select id, user_id as "userId", ${locked} as locked, panel_lock_minutes() as minutes
     from access_sessions where ${own}`,
    { id, now },
  );
  return found;
};

export const lockSession = async (on: Connection, id: string, now: string): Promise<void> => {
  await rows(on, `update access_sessions set locked_at = coalesce(locked_at, :now) where ${own}`, {
    id,
    now,
  });
};

/** Somebody works there. A session that is locked stays so. @returns the minutes until it locks */
export const seeSession = async (
  on: Connection,
  id: string,
  now: string,
): Promise<number | undefined> => {
  const [seen] = await rows<{ minutes: number }>(
    on,
    `update access_sessions set seen_at = :now where ${own} and not ${locked}
     returning panel_lock_minutes() as minutes`,
    { id, now },
  );
  return seen?.minutes;
};

export const unlockSession = async (on: Connection, id: string, now: string): Promise<boolean> => {
  const unlocked = await rows(
    on,
    `update access_sessions set locked_at = null, seen_at = :now, misses = 0 where ${own} returning 1`,
    { id, now },
  );
  return unlocked.length === 1;
};

/** Counts a wrong password; the one too many ends the session. @returns whether it goes on */
export const missUnlock = async (
  on: Connection,
  id: string,
  most: number,
  now: string,
): Promise<boolean> => {
  const [missed] = await rows<{ misses: number }>(
    on,
    `update access_sessions set misses = misses + 1, locked_at = coalesce(locked_at, :now) where ${own}
     returning misses`,
    { id, now },
  );
  if (!missed) return false;
  if (missed.misses < most) return true;
  await rows(on, "delete from access_sessions where id = :id and origin = 'admin'", { id });
  return false;
};
