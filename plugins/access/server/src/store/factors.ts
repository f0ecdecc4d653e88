import { rows } from '@enamel/kernel/server';
import type { FactorKind, Person } from '../domain/factors.ts';

type Connection = Parameters<typeof rows>[0];

export interface StoredFactor {
  readonly id: string;
  readonly kind: FactorKind;
  readonly name: string | null;
  readonly secret: Buffer;
  readonly handle: string | null;
  readonly transports: string | null;
  readonly counter: number;
  readonly madeAt: Date;
  readonly usedAt: Date | null;
}

export interface PasskeyFactor extends StoredFactor, Person {
  readonly handle: string;
}

const columns = `id, kind, name, secret, handle, transports, counter::float8 as counter, made_at as "madeAt",
  used_at as "usedAt"`;
const whose = 'origin = :origin and user_id = :userId';

export const factorsOfPerson = (on: Connection, person: Person): Promise<StoredFactor[]> =>
  rows(on, `select ${columns} from access_factors where ${whose} order by made_at, id`, {
    ...person,
  });

/** Whether a password alone is not enough. */
export const hasFactor = async (on: Connection, person: Person): Promise<boolean> =>
  (
    await rows(
      on,
      `select from access_factors where ${whose} and kind <> 'recovery-code' limit 1`,
      { ...person },
    )
  ).length > 0;

/** Keeps a factor; a code generator takes the place of the one before. @returns false when the passkey is known */
export const insertFactor = async (
  on: Connection,
  factor: Person & {
    id: string;
    kind: FactorKind;
    name: string | null;
    secret: Buffer;
    handle?: string;
    transports?: string;
    counter: number;
    now: string;
  },
): Promise<boolean> => {
  if (factor.kind === 'totp')
    await rows(on, `delete from access_factors where ${whose} and kind = 'totp'`, { ...factor });
  const kept = await rows(
    on,
    `insert into access_factors (id, origin, user_id, kind, name, secret, handle, transports, counter, made_at)
     values (:id, :origin, :userId, :kind, :name, :secret, :handle, :transports, :counter, :now)
     on conflict (handle) do nothing returning 1`,
    { ...factor, handle: factor.handle ?? null, transports: factor.transports ?? null },
  );
  return kept.length === 1;
};

/** Takes a step or a count that is later than the last; of many at once one takes it. */
export const advanceFactor = async (
  on: Connection,
  id: string,
  counter: number,
  now: string,
): Promise<boolean> => {
  const taken = await rows(
    on,
    `update access_factors set counter = :counter, used_at = :now
     where id = :id and (counter < :counter or (kind = 'passkey' and counter = 0 and :counter = 0)) returning 1`,
    { id, counter, now },
  );
  return taken.length === 1;
};

export const passkeyByHandle = async (
  on: Connection,
  origin: Person['origin'],
  handle: string,
): Promise<PasskeyFactor | undefined> => {
  const [factor] = await rows<PasskeyFactor>(
    on,
    `select ${columns}, origin, user_id as "userId" from access_factors
     where kind = 'passkey' and origin = :origin and handle = :handle`,
    { origin, handle },
  );
  return factor;
};

export const deleteFactor = async (
  on: Connection,
  person: Person,
  id: string,
): Promise<FactorKind | undefined> => {
  const [gone] = await rows<{ kind: FactorKind }>(
    on,
    `delete from access_factors where ${whose} and id = :id and kind <> 'recovery-code' returning kind`,
    { ...person, id },
  );
  return gone?.kind;
};

export const deleteRecoveryCodes = async (on: Connection, person: Person): Promise<void> => {
  await rows(on, `delete from access_factors where ${whose} and kind = 'recovery-code'`, {
    ...person,
  });
};

/** Code generators whose key is in their own row. Replicas that start at once take turns. */
export const totpSecrets = (on: Connection) =>
  rows<Person & { readonly id: string; readonly secret: Buffer }>(
    on,
    `select id, origin, user_id as "userId", secret from access_factors
     where kind = 'totp' and length(secret) > 0 order by id for update`,
  );

export const emptySecret = async (on: Connection, id: string): Promise<void> => {
  await rows(on, `update access_factors set secret = '' where id = ?`, [id]);
};

/** All of them, recovery codes too. @returns their kinds */
export const deleteFactors = async (on: Connection, person: Person): Promise<FactorKind[]> => {
  const gone = await rows<{ kind: FactorKind }>(
    on,
    `delete from access_factors where ${whose} returning kind`,
    { ...person },
  );
  return gone.map(({ kind }) => kind);
};

/** Uses a recovery code up; of many at once one does. */
export const takeRecoveryCode = async (
  on: Connection,
  person: Person,
  digest: Buffer,
): Promise<boolean> => {
  const taken = await rows(
    on,
    `delete from access_factors where ${whose} and kind = 'recovery-code' and secret = :digest returning 1`,
    { ...person, digest },
  );
  return taken.length === 1;
};

/** Two who change one person's factors do so one after the other. */
export const lockFactors = async (on: Connection, { origin, userId }: Person): Promise<void> => {
  await rows(on, 'select pg_advisory_xact_lock(hashtextextended(?, 212))', [`${origin} ${userId}`]);
};

/** Uses a sealed paper up. @returns false when it was used before */
export const spend = async (on: Connection, id: string, until: string): Promise<boolean> => {
  const spent = await rows(
    on,
    'insert into access_spent (id, until) values (?, ?) on conflict do nothing returning 1',
    [id, until],
  );
  return spent.length === 1;
};

export const forgetSpent = async (on: Connection, now: string): Promise<void> => {
  await rows(on, 'delete from access_spent where until < ?', [now]);
};
