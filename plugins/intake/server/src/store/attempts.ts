import { createHash } from 'node:crypto';
import { rows } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';

const keyOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** Takes one try of a link and says how many were taken. It stays taken whatever becomes of the request. */
export const takeAttempt = async (strapi: Core.Strapi, token: string): Promise<number> => {
  const [row] = await rows<{ attempts: number }>(
    strapi.db.connection,
    `insert into intake_attempts (link, attempts) values (?, 1)
     on conflict (link) do update set attempts = intake_attempts.attempts + 1, last_at = now()
     returning attempts`,
    [keyOf(token)],
  );
  return row?.attempts ?? 0;
};

/** Gives the tries back: the patient has shown who they are. */
export const forgetAttempts = async (strapi: Core.Strapi, token: string): Promise<void> => {
  await rows(strapi.db.connection, 'delete from intake_attempts where link = ?', [keyOf(token)]);
};
