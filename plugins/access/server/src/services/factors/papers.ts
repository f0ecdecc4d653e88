/** What a client carries for us between two steps: sealed, for one purpose, for some minutes, used once. */
import { randomBytes } from 'node:crypto';
import { ClinicError, z } from '@enamel/kernel';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { spend } from '../../store/factors.ts';
import { type Purpose, seal, unseal } from '../sealing.ts';

const frame = z.object({ id: z.string(), until: z.iso.datetime() });

export interface Paper {
  readonly text: string;
  /** ISO instant. */
  readonly until: string;
}

export const issuePaper = (
  strapi: Core.Strapi,
  purpose: Purpose,
  content: object,
  minutes: number,
): Paper => {
  const until = clockOf(strapi).now().add({ minutes }).round('second').toString();
  const id = randomBytes(12).toString('hex');
  return { text: seal(purpose, { ...content, id, until }).toString('base64url'), until };
};

export const stepOver = () =>
  new ClinicError(
    'unauthenticated',
    'STEP_OVER',
    'This took too long or was used before. Please begin again.',
  );

/** What a paper says. @throws 401 STEP_OVER when it is foreign, altered or over its time */
export const readPaper = <T extends z.ZodRawShape>(
  strapi: Core.Strapi,
  purpose: Purpose,
  shape: z.ZodObject<T>,
  text: string,
): z.infer<z.ZodObject<T>> & z.infer<typeof frame> => {
  const opened = unseal(purpose, Buffer.from(text, 'base64url'));
  const framed = frame.safeParse(opened);
  const read = shape.safeParse(opened);
  if (!framed.success || !read.success) throw stepOver();
  const over = Temporal.Instant.compare(framed.data.until, clockOf(strapi).now()) <= 0;
  if (over) throw stepOver();
  return { ...read.data, ...framed.data };
};

/** @throws 401 STEP_OVER when it was used before */
export const spendPaper = async (
  strapi: Core.Strapi,
  { id, until }: z.infer<typeof frame>,
  on: Parameters<typeof spend>[0] = strapi.db.connection,
): Promise<void> => {
  if (!(await spend(on, id, until))) throw stepOver();
};
