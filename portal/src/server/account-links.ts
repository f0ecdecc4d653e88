/** A forgotten password and the links that mails carry. */
import type { AstroCookies } from 'astro';
import { z } from 'zod';
import type { Texts } from '../texts/index.ts';
import { ApiProblem, dataOf } from './api.ts';
import { deviceToken, keepDevice } from './device.ts';
import { isEmail, type Problems, problemsOf, type Values } from './form.ts';

const knownBrowser = z.object({ device: z.string() });

type Locals = Pick<App.Locals, 'api' | 'texts' | 'language'>;

export const askForPassword = async (
  { api, texts, language }: Locals,
  { email = '' }: Values,
): Promise<Problems> => {
  if (!isEmail(email)) return { email: texts.problems.email };
  try {
    await api.raw('POST', '/access/password/forgot', { body: { email, language } });
    return {};
  } catch (error) {
    return problemsOf(error, texts);
  }
};

/** Whether the API says that a link is of no use any more. */
const isDead = (error: unknown): boolean =>
  error instanceof ApiProblem && error.code.startsWith('LINK_');

const passwordProblem = (error: unknown, texts: Texts): Problems => {
  const code = error instanceof ApiProblem ? error.code : '';
  if (code === 'PASSWORD_COMMON') return { password: texts.access.commonPassword };
  if (code.startsWith('PASSWORD_')) return { password: texts.problems.password };
  return problemsOf(error, texts);
};

/** @returns what is wrong by field, or that the link is dead. */
export const setPassword = async (
  { locals: { api, texts, language }, cookies }: { locals: Locals; cookies: AstroCookies },
  token: string,
  { password = '' }: Values,
): Promise<Problems | 'dead'> => {
  if (!password) return { password: texts.problems.password };
  try {
    const body = { token, password, language, device: deviceToken(cookies) };
    const { data } = await api.post('/access/password/reset', dataOf(knownBrowser), { body });
    keepDevice(cookies, data.device);
    return {};
  } catch (error) {
    return isDead(error) ? 'dead' : passwordProblem(error, texts);
  }
};

/** @returns what is wrong by field, or that the link is dead; nothing when the address is confirmed now. */
export const confirmAddress = async (
  { api, texts }: Locals,
  token: string,
  { password }: Values,
): Promise<Problems | 'dead'> => {
  try {
    const body = { token, ...(password ? { password } : {}) };
    await api.raw('POST', '/access/confirmation/proof', { body });
    return {};
  } catch (error) {
    if (isDead(error)) return 'dead';
    const code = error instanceof ApiProblem ? error.code : '';
    if (code === 'PASSWORD_NEEDED') return { password: texts.problems.noPassword };
    if (code === 'PASSWORD_WRONG') return { password: texts.own.passwordWrong };
    return problemsOf(error, texts);
  }
};
