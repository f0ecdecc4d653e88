/** Signing in and registering, for the account pages and for the booking on its way. */
import type { z } from 'zod';
import { today } from '../lib/dates.ts';
import { isPersonName } from '../lib/person-name.ts';
import type { Texts } from '../texts/index.ts';
import { ApiProblem } from './api.ts';
import { now } from './clock.ts';
import { tokens } from './contracts.ts';
import { deviceToken, keepDevice } from './device.ts';
import { dateOf, isEmail, type Problems, problemsOf, type Values } from './form.ts';
import { secondStep, signedOut, writeSession } from './session.ts';

export { nextPath } from '../lib/next-path.ts';

type Context = Parameters<typeof writeSession>[0] & { locals: App.Locals };

/** Keeps a new session, and that this browser was signed in from. */
export const keep = async (context: Context, answer: z.infer<typeof tokens>): Promise<void> => {
  const { session: before } = context.locals;
  // Somebody else's session leaves nothing behind; a booking on its way goes on.
  const { second: _second, codes: _codes, ...session } = before.access ? signedOut(before) : before;
  if (answer.device) keepDevice(context.cookies, answer.device);
  await writeSession(context, { ...session, access: answer.jwt, refresh: answer.refreshToken });
};

/**
 * Signs in and keeps the session, or what the second step needs: {@link onward} knows where to go on.
 * @returns what is wrong, by field
 */
export const signIn = async (context: Context, values: Values): Promise<Problems> => {
  const { texts, api } = context.locals;
  const problems: Problems = {};
  if (!values.email) problems.email = texts.problems.email;
  if (!values.password) problems.password = texts.problems.noPassword;
  if (Object.keys(problems).length > 0) return problems;
  try {
    const device = deviceToken(context.cookies);
    const body = { identifier: values.email, password: values.password, device };
    await keep(context, await api.post('/auth/local', tokens, { body }));
    return {};
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    const second = secondStep.safeParse(error.details).data;
    if (error.code === 'SECOND_FACTOR_NEEDED' && second) {
      await writeSession(context, { ...context.locals.session, second });
      return {};
    }
    if (error.status === 403) return { form: texts.problems.blocked };
    if (error.status === 400 || error.status === 401)
      return { email: texts.problems.wrongPassword };
    return problemsOf(error, texts);
  }
};

export const isBirthDate = (date: string | undefined): boolean =>
  date !== undefined && date > '1900' && date <= today(now(), 'UTC');

/** Where somebody goes on who gave the right password. */
export const onward = ({ session, language }: App.Locals, next: string): string =>
  session.access ? next : `/${language}/sign-in/second-step?next=${encodeURIComponent(next)}`;

const checked = (values: Values, texts: Texts): Problems => {
  const problems: Problems = {};
  for (const name of ['firstName', 'lastName'] as const)
    if (!isPersonName(values[name] ?? '')) problems[name] = texts.problems[name];
  if (!isBirthDate(dateOf(values, 'dateOfBirth')))
    problems.dateOfBirth = texts.problems.dateOfBirth;
  if (!isEmail(values.email ?? '')) problems.email = texts.problems.email;
  if (values.mobileNumber && !/^\+?[\d ()./-]{6,24}$/.test(values.mobileNumber))
    problems.mobileNumber = texts.problems.mobile;
  if ((values.password ?? '').length < 10) problems.password = texts.problems.password;
  return problems;
};

/** Creates the account and keeps the session. @returns what is wrong, by field; nothing when signed in. */
export const register = async (context: Context, values: Values): Promise<Problems> => {
  const { texts, api, language } = context.locals;
  const problems = checked(values, texts);
  if (Object.keys(problems).length > 0) return problems;
  try {
    const body = {
      firstName: values.firstName,
      lastName: values.lastName,
      email: values.email,
      password: values.password,
      ...(values.mobileNumber ? { mobileNumber: values.mobileNumber } : {}),
      dateOfBirth: dateOf(values, 'dateOfBirth'),
      language,
    };
    await keep(context, await api.post('/access/register', tokens, { body }));
    return {};
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'EMAIL_TAKEN')
      return { email: texts.problems.emailTaken };
    if (error instanceof ApiProblem && error.code === 'PASSWORD_COMMON')
      return { password: texts.access.commonPassword };
    const found = problemsOf(error, texts);
    const own: Problems = {
      email: texts.problems.email,
      password: texts.problems.password,
      mobileNumber: texts.problems.mobile,
      dateOfBirth: texts.problems.dateOfBirth,
    };
    return Object.fromEntries(
      Object.entries(found).map(([field, problem]) => [field, own[field] ?? problem]),
    );
  }
};
