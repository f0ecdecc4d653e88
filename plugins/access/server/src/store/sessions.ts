import { rows } from '@enamel/kernel/server';
import type { ScopeFacts } from '../domain/scope.ts';
import { graceSeconds, type Origin } from '../domain/session-rules.ts';
import { factsOf, scopeFacts } from './scope.ts';

type Connection = Parameters<typeof rows>[0];

/** Where a session is used from. */
export interface Place {
  readonly device: string | null;
  readonly address: string | null;
}

export interface StoredSession extends Place {
  readonly id: string;
  readonly userId: string;
  readonly deviceId: string | null;
  readonly kind: 'session' | 'refresh';
  readonly generation: number;
  readonly beganAt: Date;
  readonly usedAt: Date;
  readonly endsAt: Date;
  /** Left alone in the panel: it opens nothing until its person shows again who they are. */
  readonly locked: boolean;
  /** Their role needs a second factor and they have none yet. */
  readonly bare: boolean;
}

const columns = `id, user_id as "userId", device_id as "deviceId", kind, generation, began_at as "beganAt",
  used_at as "usedAt", ends_at as "endsAt", device, address,
  panel_session_locked(locked_at, seen_at, :now) as locked,
  origin = 'admin' and panel_factor_missing(user_id) as bare`;

/** Nobody was away too long, and the whole has not lasted too long. */
const lasting = 'idle_until > :now and ends_at > :now';

/** Staff and patients whom the clinic has not shut out. */
const welcome: Record<Origin, string> = {
  admin:
    'exists (select from admin_users u where u.id::text = s.user_id and u.is_active and u.blocked is not true)',
  'users-permissions':
    'exists (select from up_users u where u.id::text = s.user_id and u.blocked is not true)',
};

export const insertSession = async (
  on: Connection,
  session: Place & {
    id: string;
    origin: Origin;
    userId: string;
    deviceId: string | null;
    kind: string;
    now: string;
    idleHours: number;
    hours: number;
  },
): Promise<Date> => {
  const [made] = await rows<{ endsAt: Date }>(
    on,
    `insert into access_sessions (id, origin, user_id, device_id, kind, turned_at, began_at, used_at, idle_until, ends_at,
       device, address)
     values (:id, :origin, :userId, :deviceId, :kind, :now, :now, :now, cast(:now as timestamptz) + make_interval(hours => :idleHours),
       cast(:now as timestamptz) + make_interval(hours => :hours), :device, :address)
     returning ends_at as "endsAt"`,
    { ...session },
  );
  if (!made) throw new Error('A session was not kept');
  return made.endsAt;
};

/**
 * Trades the refresh token of a generation for the next one, in one statement: of many at once one turns the session and
 * the others hear of the same successor. A copy of an older token deletes the session.
 */
export const turnSession = async (
  on: Connection,
  turn: Place & { id: string; origin: Origin; generation: number; now: string; idleHours: number },
): Promise<{ session?: StoredSession; copied: boolean }> => {
  const [outcome] = await rows<{ copied: boolean } & (StoredSession | { readonly id: null })>(
    on,
    `with turned as (
       update access_sessions s set
         generation = case when generation = :generation then generation + 1 else generation end,
         turned_at = case when generation = :generation then :now else turned_at end,
         used_at = :now, idle_until = cast(:now as timestamptz) + make_interval(hours => :idleHours),
         device = coalesce(:device, device), address = coalesce(:address, address)
       where id = :id and origin = :origin and ${lasting} and ${welcome[turn.origin]}
         and not panel_session_locked(locked_at, seen_at, :now)
         and (generation = :generation or (generation = :generation + 1
           and turned_at > cast(:now as timestamptz) - make_interval(secs => ${graceSeconds})))
       returning *
     ), copied as (
       delete from access_sessions where id = :id and origin = :origin and generation > :generation
         and not exists (select from turned) and ${lasting} returning user_id
     )
     select ${columns}, exists (select from copied) as copied
     from (select 1) as one left join turned on true`,
    { ...turn },
  );
  if (!outcome) return { copied: false };
  const { copied, ...session } = outcome;
  return session.id === null ? { copied } : { copied, session };
};

/** Who is signed in by a session that lasts, and what their scope is made of; undefined when there is nobody. */
export const staffOfSession = async (
  on: Connection,
  id: string,
  now: string,
): Promise<
  (Pick<StoredSession, 'locked' | 'bare'> & { readonly facts: ScopeFacts }) | undefined
> => {
  const [found] = await rows<Pick<StoredSession, 'locked' | 'bare'> & { facts: unknown }>(
    on,
    `select ${scopeFacts} as facts, panel_session_locked(s.locked_at, s.seen_at, :now) as locked,
       panel_factor_missing(s.user_id) as bare
     from access_sessions s join admin_users u on u.id::text = s.user_id
     where s.id = :id and s.origin = 'admin' and ${lasting} and ${welcome.admin}`,
    { id, now },
  );
  return found && { ...found, facts: factsOf(found.facts) };
};

/** The session as it is now, when it lasts and its person is welcome. */
export const lastingSession = async (
  on: Connection,
  origin: Origin,
  id: string,
  now: string,
): Promise<StoredSession | undefined> => {
  const [session] = await rows<StoredSession>(
    on,
    `select ${columns} from access_sessions s
     where id = :id and origin = :origin and ${lasting} and ${welcome[origin]}`,
    { id, origin, now },
  );
  return session;
};

export const sessionsOf = (on: Connection, origin: Origin, userId: string, now: string) =>
  rows<StoredSession>(
    on,
    `select ${columns} from access_sessions where origin = :origin and user_id = :userId and ${lasting}
     order by used_at desc, id`,
    { origin, userId, now },
  );

/** Ends sessions of one person: one, those of a device, all but one, or all. @returns how many */
export const endSessions = async (
  on: Connection,
  {
    origin,
    userId,
    ...which
  }: {
    origin: Origin;
    userId: string;
    id?: string | undefined;
    deviceId?: string | undefined;
    except?: string | undefined;
  },
): Promise<number> => {
  const ended = await rows(
    on,
    `delete from access_sessions where origin = :origin and user_id = :userId
       and (cast(:id as text) is null or id = :id) and (cast(:deviceId as text) is null or device_id = :deviceId)
       and (cast(:except as text) is null or id <> :except) returning 1`,
    {
      origin,
      userId,
      id: which.id ?? null,
      deviceId: which.deviceId ?? null,
      except: which.except ?? null,
    },
  );
  return ended.length;
};

export const forgetSessions = async (on: Connection, now: string): Promise<void> => {
  await rows(on, `delete from access_sessions where not (${lasting})`, { now });
};
