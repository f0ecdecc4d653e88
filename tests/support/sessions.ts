/** Sessions of patients made directly, many at a time, and what becomes of them when tokens are used twice. */
import { createHmac } from 'node:crypto';
import { type Clinic, secrets } from './clinic.ts';

const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');

/** The refresh token of a generation, as the clinic signs it. */
export const tokenOf = (userId: string, sessionId: string, generation: number): string => {
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ userId, sessionId, generation, type: 'refresh' })}`;
  const mac = createHmac('sha256', secrets.JWT_SECRET ?? '').update(text);
  return `${text}.${mac.digest('base64url')}`;
};

export const patientUser = async (clinic: Clinic): Promise<string> => {
  const { rows } = await clinic.db.query('select id::text from up_users order by id limit 1');
  return rows[0].id;
};

/** Begins `count` sessions whose first token was traded a minute ago. */
export const turnedSessions = async (
  clinic: Clinic,
  prefix: string,
  count: number,
): Promise<void> => {
  await clinic.db.query(
    `insert into access_sessions (id, origin, user_id, kind, generation, turned_at, began_at, used_at, idle_until, ends_at)
     select $1 || n, 'users-permissions', $2, 'refresh', 2, now() - interval '1 minute', now() - interval '1 hour',
       now() - interval '1 minute', now() + interval '1 day', now() + interval '2 days'
     from generate_series(1, $3::int) n`,
    [prefix, await patientUser(clinic), count],
  );
};

export const exchange = async (
  url: string,
  refreshToken: string,
): Promise<{ status: number; token: string | undefined }> => {
  const answer = await fetch(`${url}/api/auth/refresh`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ refreshToken }),
  });
  const body = (await answer.json()) as { refreshToken?: string };
  return { status: answer.status, token: body.refreshToken };
};

/** Runs `work` for 1 … `count`, `width` at a time. */
const many = async (count: number, width: number, work: (n: number) => Promise<void>) => {
  let next = 1;
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let n = next++; n <= count; n = next++) await work(n);
    }),
  );
};

export interface ReuseFigures {
  /** Races of a copied token against the good one. */
  readonly copies: number;
  /** Sessions that outlived the copy. */
  readonly survived: number;
  /** Races of a token used twice at once, as when an answer was lost. */
  readonly lost: number;
  /** Of those, sessions that ended or branched. */
  readonly harmed: number;
  readonly unexpected: readonly number[];
}

/** Both kinds of races, `races` in all, spread over the clinic's processes. */
export const raceReuse = async (clinic: Clinic, races: number): Promise<ReuseFigures> => {
  const user = await patientUser(clinic);
  const copies = Math.ceil(races / 2);
  const lost = races - copies;
  const address = (n: number) => clinic.servers[n % clinic.servers.length]?.url ?? clinic.url;
  const unexpected: number[] = [];
  await turnedSessions(clinic, 'copied-', copies);
  await turnedSessions(clinic, 'lost-', lost);
  const alive = async (prefix: string) =>
    (
      await clinic.db.query<{ id: string; generation: number }>(
        'select id, generation from access_sessions where id like $1',
        [`${prefix}%`],
      )
    ).rows;
  await many(copies, 16, async (n) => {
    const [old, good] = [tokenOf(user, `copied-${n}`, 1), tokenOf(user, `copied-${n}`, 2)];
    const answers = await Promise.all([exchange(address(n), old), exchange(address(n + 1), good)]);
    if (answers[0].status !== 401) unexpected.push(answers[0].status);
    // What the good token won is worth nothing once the copy came.
    const won = answers[1].token;
    if (won && (await exchange(address(n), won)).status !== 401) unexpected.push(200);
  });
  let harmed = 0;
  await many(lost, 16, async (n) => {
    const token = tokenOf(user, `lost-${n}`, 2);
    const answers = await Promise.all([0, 1, 2].map((k) => exchange(address(n + k), token)));
    for (const { status } of answers) if (status !== 200) unexpected.push(status);
    if (new Set(answers.map(({ token: next }) => next)).size !== 1) harmed += 1;
  });
  const kept = await alive('lost-');
  return {
    copies,
    survived: (await alive('copied-')).length,
    lost,
    harmed: harmed + (lost - kept.filter(({ generation }) => generation === 3).length),
    unexpected,
  };
};
