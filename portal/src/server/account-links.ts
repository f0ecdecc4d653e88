/** A forgotten password and the links that mails carry. */
import type { Texts } from '../texts/index.ts';
import { type Api, ApiProblem } from './api.ts';
import { isEmail, type Problems, problemsOf, type Values } from './form.ts';

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
  { api, texts, language }: Locals,
  token: string,
  { password = '' }: Values,
): Promise<Problems | 'dead'> => {
  if (!password) return { password: texts.problems.password };
  try {
    await api.raw('POST', '/access/password/reset', { body: { token, password, language } });
    return {};
  } catch (error) {
    return isDead(error) ? 'dead' : passwordProblem(error, texts);
  }
};

/** Whether the address is confirmed now. */
export const confirmAddress = async (api: Api, token: string): Promise<boolean> => {
  try {
    await api.raw('POST', '/access/confirmation/proof', { body: { token } });
    return true;
  } catch (error) {
    if (isDead(error)) return false;
    throw error;
  }
};
