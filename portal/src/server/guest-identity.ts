/** Booking without an account: the address is shown to be the visitor's own by a code. */

import { isPersonName } from '../lib/person-name.ts';
import { isBirthDate } from './account.ts';
import { type Api, ApiProblem, dataOf } from './api.ts';
import { now } from './clock.ts';
import { codeSent, guestPass, guestWays } from './contracts.ts';
import { dateOf, isEmail, type Problems, problemsOf, type Values } from './form.ts';
import { type Session, writeSession } from './session.ts';

type Context = Parameters<typeof writeSession>[0] & { locals: App.Locals };
type Guest = NonNullable<Session['guest']>;

export interface Ways {
  readonly email: boolean;
  readonly mobileNumber: boolean;
}

/** What the API said last: it hardly ever changes, and serves while the API is away. */
let lastWays: Ways = { email: false, mobileNumber: false };

/** How a code can reach a visitor; no way at all while the API has never said. */
export const waysOf = async (api: Api): Promise<Ways> => {
  try {
    lastWays = (await api.get('/access/guest', dataOf(guestWays), { patience: 2_000 })).data;
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
  }
  return lastWays;
};

/** The guest whose address is verified, for as long as that counts. */
export const provenGuest = ({ guest }: Session): (Guest & { token: string }) | undefined =>
  guest?.token && guest.until && Temporal.Instant.compare(guest.until, now()) > 0
    ? { ...guest, token: guest.token }
    : undefined;

/** What the guest typed before, as the form shows it. */
export const guestValues = ({ guest }: Session): Values => {
  if (!guest) return {};
  const { firstName, lastName, email = '', mobileNumber = '', dateOfBirth } = guest;
  const [year = '', month = '', day = ''] = dateOfBirth.split('-').map((part) => String(+part));
  return {
    firstName,
    lastName,
    email,
    mobileNumber,
    'dateOfBirth-day': day,
    'dateOfBirth-month': month,
    'dateOfBirth-year': year,
  };
};

const checked = (values: Values, ways: Ways, texts: App.Locals['texts']): Problems => {
  const problems: Problems = {};
  for (const name of ['firstName', 'lastName'] as const)
    if (!isPersonName(values[name] ?? '')) problems[name] = texts.problems[name];
  if (!isBirthDate(dateOf(values, 'dateOfBirth')))
    problems.dateOfBirth = texts.problems.dateOfBirth;
  if (values.email ? !isEmail(values.email) : !(ways.mobileNumber && values.mobileNumber))
    problems.email = ways.mobileNumber ? texts.problems.emailOrMobile : texts.problems.email;
  if (values.mobileNumber && !/^\+?[\d ()./-]{6,24}$/.test(values.mobileNumber))
    problems.mobileNumber = texts.problems.mobile;
  return problems;
};

const sendCode = async (context: Context, guest: Guest): Promise<Problems> => {
  const { api, texts, language, session } = context.locals;
  try {
    const body = { [guest.way]: guest[guest.way], language };
    const { data } = await api.post('/access/guest/codes', dataOf(codeSent), { body });
    const { token: _token, until: _until, ...rest } = guest;
    await writeSession(context, { ...session, guest: { ...rest, request: data.request } });
    return {};
  } catch (error) {
    const found = problemsOf(error, texts);
    const own: Problems = { email: texts.problems.email, mobileNumber: texts.problems.mobile };
    return Object.fromEntries(
      Object.entries(found).map(([name, text]) => [name, own[name] ?? text]),
    );
  }
};

/** Keeps the details and sends a code; none when this very address has just been verified. */
export const introduce = async (
  context: Context,
  values: Values,
  ways: Ways,
): Promise<Problems> => {
  const { texts, session } = context.locals;
  const problems = checked(values, ways, texts);
  if (Object.keys(problems).length > 0) return problems;
  const { firstName = '', lastName = '', email, mobileNumber } = values;
  const way = email && ways.email ? 'email' : 'mobileNumber';
  const guest: Guest = {
    firstName,
    lastName,
    dateOfBirth: dateOf(values, 'dateOfBirth') ?? '',
    ...(email ? { email } : {}),
    ...(mobileNumber ? { mobileNumber } : {}),
    way,
  };
  const proven = provenGuest(session);
  if (proven && proven.way === way && proven[way] === guest[way]) {
    const { token, until } = proven;
    await writeSession(context, { ...session, guest: { ...guest, token, until } });
    return {};
  }
  return sendCode(context, guest);
};

export const sendAgain = async (context: Context): Promise<Problems> => {
  const { guest } = context.locals.session;
  return guest ? sendCode(context, guest) : {};
};

/** Trades the code for a pass. @returns what is wrong, by field */
export const prove = async (context: Context, values: Values): Promise<Problems> => {
  const { api, texts, session } = context.locals;
  const { guest } = session;
  const code = (values.code ?? '').replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(code)) return { code: texts.problems.code };
  if (!guest?.request) return { code: texts.problems.codes.CODE_EXPIRED ?? '' };
  try {
    const body = { request: guest.request, code };
    const { data } = await api.post('/access/guest/verify', dataOf(guestPass), { body });
    const { request: _request, ...rest } = guest;
    const proven = { ...rest, token: data.token, until: data.expiresAt };
    await writeSession(context, { ...session, guest: proven });
    return {};
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 400)
      return { code: texts.problems.codes[error.code] ?? texts.problems.code };
    return problemsOf(error, texts);
  }
};
