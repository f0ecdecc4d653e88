/** A panel that was left alone: its session opens nothing until its person shows again who they are. */
import { record } from '@enamel/audit';
import { type Actor, ClinicError, unauthenticated } from '@enamel/kernel';
import { clockOf, runAs } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { PasskeyAnswer } from '../../../shared/factors.ts';
import { type LockState, lockedCode } from '../../../shared/panel-session.ts';
import {
  type Lock,
  lockOf,
  lockSession,
  missUnlock,
  seeSession,
  unlockSession,
} from '../store/locks.ts';
import { endSessions } from '../store/sessions.ts';
import { provePassword } from './credentials.ts';
import { beginPasskeySignIn, finishPasskeySignIn } from './factors/passkeys.ts';
import { factorsOf } from './factors/set.ts';
import { readAccessToken } from './session-tokens.ts';

/** Wrong passwords until the session ends and its person must sign in anew. */
const mostMisses = 5;

export const sessionLocked = () =>
  new ClinicError('locked', lockedCode, 'The panel is locked. Unlock it to go on.');

interface Person {
  readonly id: number;
  readonly email: string;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly roles: readonly { readonly code: string }[];
}

interface Held {
  readonly lock: Lock;
  readonly person: Person;
}

const nowOf = (strapi: Core.Strapi) => clockOf(strapi).now().toString();
const nameOf = ({ firstname, lastname }: Person) => [firstname, lastname].filter(Boolean).join(' ');

/** Whose session a token is of, be it locked or the token's quarter of an hour over. @throws 401 SIGN_IN_REQUIRED */
const held = async (strapi: Core.Strapi, token: string): Promise<Held> => {
  const session = (await readAccessToken('admin', token))?.sessionId;
  const lock = session && (await lockOf(strapi.db.connection, session, nowOf(strapi)));
  const person = lock
    ? ((await strapi.db.query('admin::user').findOne({
        where: { id: Number(lock.userId), isActive: true, blocked: { $ne: true } },
        populate: ['roles'],
      })) as Person | null)
    : null;
  if (!lock || !person) throw unauthenticated();
  return { lock, person };
};

const asPerson = <T>(person: Person, work: () => Promise<T>): Promise<T> => {
  const actor: Actor = {
    kind: 'staff',
    id: String(person.id),
    name: nameOf(person),
    roles: person.roles.map(({ code }) => code),
  };
  return runAs(actor, work);
};

const tell = (strapi: Core.Strapi, person: Person, action: string) =>
  asPerson(person, () =>
    record(strapi, undefined, {
      action,
      subject: 'staff-account',
      subjectId: String(person.id),
    }),
  );

export const lockState = async (strapi: Core.Strapi, token: string): Promise<LockState> => {
  const { lock, person } = await held(strapi, token);
  const { locked, minutes } = lock;
  const { passkeys } = await factorsOf(strapi, { origin: 'admin', userId: lock.userId });
  const passkey = passkeys.length > 0;
  return { locked, minutes, name: nameOf(person), email: person.email, passkey };
};

export const lockPanel = async (strapi: Core.Strapi, token: string): Promise<void> => {
  const { lock, person } = await held(strapi, token);
  if (lock.locked) return lockSession(strapi.db.connection, lock.id, nowOf(strapi));
  await lockSession(strapi.db.connection, lock.id, nowOf(strapi));
  await tell(strapi, person, 'session.locked');
};

/** @throws 423 SESSION_LOCKED */
export const refuseLocked = async (strapi: Core.Strapi, session: string): Promise<void> => {
  if ((await lockOf(strapi.db.connection, session, nowOf(strapi)))?.locked) throw sessionLocked();
};

/** @returns the minutes until it locks @throws 423 SESSION_LOCKED */
export const seeSomebody = async (strapi: Core.Strapi, session: string): Promise<number> => {
  const minutes = await seeSession(strapi.db.connection, session, nowOf(strapi));
  if (minutes === undefined) throw sessionLocked();
  return minutes;
};

const open = async (strapi: Core.Strapi, { lock, person }: Held): Promise<void> => {
  if (!(await unlockSession(strapi.db.connection, lock.id, nowOf(strapi)))) throw unauthenticated();
  await tell(strapi, person, 'session.unlocked');
};

/** @throws 400 PASSWORD_WRONG, also while who failed before has to wait; 401 SIGN_IN_REQUIRED after too many */
export const unlockByPassword = async (
  strapi: Core.Strapi,
  token: string,
  password: string,
): Promise<void> => {
  const found = await held(strapi, token);
  const { lock, person } = found;
  try {
    await provePassword(strapi, { origin: 'admin', userId: lock.userId }, password);
  } catch (wrong) {
    if (!(wrong instanceof ClinicError)) throw wrong;
    const goesOn = await missUnlock(strapi.db.connection, lock.id, mostMisses, nowOf(strapi));
    await tell(strapi, person, 'session.unlock-refused');
    throw goesOn ? wrong : unauthenticated();
  }
  await open(strapi, found);
};

/** A passkey opens the lock only with its owner's finger, face or PIN. @throws 401 SIGN_IN_REQUIRED */
export const beginUnlockByPasskey = async (strapi: Core.Strapi, token: string) => {
  await held(strapi, token);
  return beginPasskeySignIn(strapi, 'admin');
};

/** @throws 400 PASSKEY_REFUSED, 401 STEP_OVER */
export const unlockByPasskey = async (
  strapi: Core.Strapi,
  token: string,
  answer: PasskeyAnswer,
): Promise<void> => {
  const found = await held(strapi, token);
  const proven = await finishPasskeySignIn(strapi, 'admin', answer);
  if (proven.userId !== found.lock.userId) throw unauthenticated();
  await open(strapi, found);
};

/** Signs out of a panel that is locked. */
export const endLocked = async (strapi: Core.Strapi, token: string): Promise<void> => {
  const { lock, person } = await held(strapi, token);
  await endSessions(strapi.db.connection, { origin: 'admin', userId: lock.userId, id: lock.id });
  await tell(strapi, person, 'session.ended');
};
