/** The second step at sign-in: a code, or a passkey that may also be the only step. */
import { z } from 'zod';
import { keep } from './account.ts';
import { type Api, ApiProblem, dataOf } from './api.ts';
import { now } from './clock.ts';
import { tokens } from './contracts.ts';
import { deviceToken } from './device.ts';
import { type Problems, problemsOf, type Values } from './form.ts';
import type { Session } from './session.ts';

type Context = Parameters<typeof keep>[0];

/** What is asked for now; undefined when nothing is, or it took too long. */
export const openSecondStep = ({ second }: Session): Session['second'] =>
  second && Temporal.Instant.compare(second.until, now()) > 0 ? second : undefined;

const isOver = (error: unknown): boolean =>
  error instanceof ApiProblem && error.code === 'STEP_OVER';

const problemOf = (error: unknown, { texts }: App.Locals): Problems => {
  const code = error instanceof ApiProblem ? error.code : '';
  if (code === 'FACTOR_CODE_WRONG') return { code: texts.own.codeWrong };
  if (code === 'FACTOR_PAUSE') return { form: texts.own.codePause };
  if (code === 'PASSKEY_REFUSED') return { form: texts.own.passkeyRefused };
  if (code === 'CREDENTIALS_WRONG') return { form: texts.problems.blocked };
  return problemsOf(error, texts);
};

const enter = async (context: Context, path: string, body: object): Promise<Problems | 'over'> => {
  try {
    const device = deviceToken(context.cookies);
    const answer = await context.locals.api.post(path, tokens, { body: { ...body, device } });
    await keep(context, answer);
    return {};
  } catch (error) {
    return isOver(error) ? 'over' : problemOf(error, context.locals);
  }
};

/** @returns what is wrong, or that the whole sign-in must begin again */
export const answerByCode = async (
  context: Context,
  way: 'totp' | 'recovery-code',
  { code = '' }: Values,
): Promise<Problems | 'over'> => {
  const { session, texts } = context.locals;
  if (!code)
    return { code: way === 'totp' ? texts.own.codeMissing : texts.own.recoveryCodeMissing };
  const challenge = openSecondStep(session)?.challenge;
  return challenge ? enter(context, '/access/sign-in/code', { challenge, way, code }) : 'over';
};

const read = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Not from our script: the API would refuse it as well.
    return undefined;
  }
};

/** What a browser's passkey said, as our script wrote it into the form. */
export const passkeyAnswer = ({ answer = '' }: Values): unknown => read(answer);

export const answerByPasskey = async (
  context: Context,
  values: Values,
): Promise<Problems | 'over'> => {
  const answer = passkeyAnswer(values);
  if (!answer) return { form: context.locals.texts.own.passkeyRefused };
  return enter(context, '/access/sign-in/passkey', { ceremony: values.ceremony ?? '', answer });
};

const ceremony = z.object({ ceremony: z.string(), options: z.record(z.string(), z.unknown()) });

/** What a browser needs to ask for a passkey; undefined where there can be none, or the step is over. */
export const passkeyCeremony = async (api: Api, challenge?: string) => {
  try {
    const body = challenge ? { challenge } : {};
    return (await api.post('/access/sign-in/passkey/begin', dataOf(ceremony), { body })).data;
  } catch (error) {
    if (error instanceof ApiProblem && error.status < 500) return undefined;
    throw error;
  }
};
