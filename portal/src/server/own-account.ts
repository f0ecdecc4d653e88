/** The signed-in patient's account: profile, password, sessions and second step. */
import { z } from 'zod';
import { type Api, ApiProblem, dataOf } from './api.ts';
import { type Problems, problemsOf, type Values } from './form.ts';

type Locals = Pick<App.Locals, 'api' | 'texts' | 'language'>;

const text = z
  .string()
  .nullable()
  .transform((value) => value ?? '');

const ownProfile = z.object({
  firstName: z.string(),
  lastName: z.string(),
  mobileNumber: text,
  dateOfBirth: text,
  preferredLanguage: text,
  emailReminders: z.boolean(),
  smsReminders: z.boolean(),
});

const ownSessions = z.object({
  email: z.string(),
  confirmed: z.boolean(),
  sessions: z.array(
    z.object({
      id: z.string(),
      device: z.string().nullable(),
      address: z.string().nullable(),
      beganAt: z.string(),
      usedAt: z.string(),
      current: z.boolean(),
    }),
  ),
});

const factor = z.object({
  id: z.string(),
  name: z.string().nullable(),
  madeAt: z.string(),
  usedAt: z.string().nullable(),
});
const ownFactors = z.object({
  totp: factor.nullable(),
  passkeys: z.array(factor),
  recoveryCodes: z.number(),
});

const appSetUp = z.object({
  setUp: z.string(),
  key: z.string(),
  address: z.string(),
  picture: z.object({ size: z.number(), path: z.string() }),
});
const newCodes = z.object({ recoveryCodes: z.array(z.string()) });
const newPasskey = z.object({
  ceremony: z.string(),
  options: z.record(z.string(), z.unknown()),
});

export const readProfile = async (api: Api) =>
  (await api.get('/access/me', dataOf(ownProfile))).data;
export const readSessions = async (api: Api) =>
  (await api.get('/access/sessions', dataOf(ownSessions))).data;
export const readFactors = async (api: Api) =>
  (await api.get('/access/factors', dataOf(ownFactors))).data;

export const showApp = async (api: Api, setUp: string) =>
  (await api.post('/access/factors/totp/show', dataOf(appSetUp), { body: { setUp } })).data;

const codeOf = (error: unknown) => (error instanceof ApiProblem ? error.code : '');

/** What went wrong in the words of these pages. @throws what is not a person's to mend */
const wordsFor = (error: unknown, texts: App.Locals['texts']): Problems => {
  const { own, access, problems } = texts;
  const code = codeOf(error);
  const known: Record<string, Problems> = {
    PASSWORD_WRONG: {
      [Object.keys((error as ApiProblem).fields ?? {})[0] ?? 'password']: own.passwordWrong,
    },
    PASSWORD_COMMON: { password: access.commonPassword },
    PASSWORD_SHORT: { password: problems.password },
    PASSWORD_LONG: { password: own.passwordLong },
    FACTOR_CODE_WRONG: { code: own.codeWrong },
    ADDRESS_NOT_CONFIRMED: { form: own.confirmFirst },
    STEP_OVER: { form: own.stepOver },
    PASSKEY_REFUSED: { form: own.passkeyRefused },
    PASSKEYS_NEED_A_NAME: { form: own.noPasskeys },
    TOO_MANY_PASSKEYS: { form: own.tooManyPasskeys },
    FACTOR_KNOWN: { form: own.passkeyKnown },
    TOO_MANY_MAILS: { form: own.tooManyMails },
  };
  return known[code] ?? problemsOf(error, texts);
};

/** Does something and keeps what it answered. @returns what is wrong, by field */
const tried = async <T>(
  { texts }: Locals,
  work: () => Promise<T>,
): Promise<{ problems: Problems; done?: T }> => {
  try {
    return { problems: {}, done: await work() };
  } catch (error) {
    return { problems: wordsFor(error, texts) };
  }
};

const without = (
  texts: App.Locals['texts'],
  { password }: Values,
): { problems: Problems; done?: never } | undefined =>
  password ? undefined : { problems: { password: texts.problems.noPassword } };

export const changeProfile = async (locals: Locals, values: Values): Promise<Problems> => {
  const { texts, api } = locals;
  const { mobileNumber = '' } = values;
  if (mobileNumber && !/^\+?[\d ()./-]{6,24}$/.test(mobileNumber))
    return { mobileNumber: texts.problems.mobile };
  const body = {
    mobileNumber: mobileNumber || null,
    ...(values.preferredLanguage ? { preferredLanguage: values.preferredLanguage } : {}),
    emailReminders: values.emailReminders === 'yes',
    smsReminders: values.smsReminders === 'yes',
  };
  return (await tried(locals, () => api.raw('PATCH', '/access/me', { body }))).problems;
};

export const changePassword = async (locals: Locals, values: Values): Promise<Problems> => {
  const { texts, api, language } = locals;
  const { current = '', password = '' } = values;
  const problems: Problems = {};
  if (!current) problems.current = texts.problems.noPassword;
  if ([...password].length < 10) problems.password = texts.problems.password;
  if (Object.keys(problems).length > 0) return problems;
  const body = { current, password, language };
  return (await tried(locals, () => api.raw('POST', '/access/password', { body }))).problems;
};

export const askConfirmation = async (locals: Locals): Promise<Problems> => {
  const body = { language: locals.language };
  const asked = () => locals.api.raw('POST', '/access/confirmation', { body });
  return (await tried(locals, asked)).problems;
};

export const endSession = async (locals: Locals, id: string): Promise<Problems> => {
  const path = `/access/sessions/${encodeURIComponent(id)}/end`;
  return (await tried(locals, () => locals.api.raw('POST', path, { body: {} }))).problems;
};

export const beginApp = async (locals: Locals, values: Values) =>
  without(locals.texts, values) ??
  tried(locals, async () => {
    const body = { password: values.password };
    return (await locals.api.post('/access/factors/totp', dataOf(appSetUp), { body })).data.setUp;
  });

export const confirmApp = (locals: Locals, setUp: string, { code = '' }: Values) =>
  tried(locals, async () => {
    const body = { setUp, code: code || '-' };
    const answer = await locals.api.post('/access/factors/totp/confirm', dataOf(newCodes), {
      body,
    });
    return answer.data.recoveryCodes;
  });

export const renewCodes = async (locals: Locals, values: Values) =>
  without(locals.texts, values) ??
  tried(locals, async () => {
    const body = { password: values.password };
    const answer = await locals.api.post('/access/factors/recovery-codes', dataOf(newCodes), {
      body,
    });
    return answer.data.recoveryCodes;
  });

export const beginPasskey = async (locals: Locals, values: Values) =>
  without(locals.texts, values) ??
  tried(locals, async () => {
    const body = { password: values.password };
    return (await locals.api.post('/access/factors/passkeys/begin', dataOf(newPasskey), { body }))
      .data;
  });

export const finishPasskey = (locals: Locals, { ceremony, name }: Values, answer: unknown) =>
  tried(locals, async () => {
    const body = { ceremony, name, answer };
    const made = await locals.api.post('/access/factors/passkeys', dataOf(newCodes), { body });
    return made.data.recoveryCodes;
  });

export const removeFactor = async (locals: Locals, id: string, values: Values) =>
  without(locals.texts, values) ??
  tried(locals, () =>
    locals.api.raw('POST', `/access/factors/${encodeURIComponent(id)}/remove`, {
      body: { password: values.password },
    }),
  );
