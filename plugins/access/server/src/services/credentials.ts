/** Whether a password is somebody's. Whoever asks learns yes or no, after the same work, and nothing else. */
import { invalid } from '@enamel/kernel';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { pauseRules } from '../domain/attempts.ts';
import type { Person } from '../domain/factors.ts';
import { counterOf } from '../domain/limits.ts';
import { type Counted, forgiveAttempt, takeAttempt } from '../store/attempts.ts';
import { accountToSignIn, hashOfPerson } from '../store/sign-ins.ts';
import { knownDevice } from './known-devices.ts';
import { isPassword } from './password-thread.ts';
import { digest } from './sealing.ts';

/** A hash of nothing that anybody knows: comparing with it takes as long as with any other. */
const nobodys = '$2a$10$LMRKdnsO1DYYJNXcOJA5R.ZaSZvBWhT60xhZ4QP7xdDbyH0NmcRJ.';

export const credentialsWrong = () =>
  invalid(
    'CREDENTIALS_WRONG',
    'The address or the password is not right. After several tries wait some minutes, or choose a new password.',
  );

const counted = (name: string, rule: Counted['rule']): Counted => ({
  key: digest('attempt', name),
  rule,
});

interface Credentials {
  readonly identifier: string;
  readonly password: string;
  /** The token of a browser that somebody was signed in from before. */
  readonly device?: string | undefined;
}

/** @throws 400 CREDENTIALS_WRONG, also while somebody who failed before has to wait */
export const personOf = async (
  strapi: Core.Strapi,
  origin: Person['origin'],
  { identifier, password, device }: Credentials,
): Promise<Person> => {
  const on = strapi.db.connection;
  const context = strapi.requestContext.get();
  const name = identifier.trim().toLowerCase();
  const account = await accountToSignIn(on, origin, name);
  const person = account && { origin, userId: String(account.id) };
  const known = knownDevice(strapi, device, person);
  const network = counterOf(String(context?.state.clientAddress ?? ''));
  const part = known
    ? counted(`device ${known} ${origin} ${person?.userId}`, pauseRules.device)
    : counted(`network ${network} ${origin} ${name}`, pauseRules.stranger);
  const whole = known ? undefined : counted(`all ${origin} ${name}`, pauseRules.strangers);
  const heard = await takeAttempt(on, part, whole, clockOf(strapi).now().toString());
  const right = await isPassword(password, account?.hash ?? nobodys);
  if (!heard || !right || !person || !account?.open || account.hash === null)
    throw credentialsWrong();
  await forgiveAttempt(on, part, whole);
  return person;
};

/** Asks somebody who is signed in for the password again. @throws 400 PASSWORD_WRONG at `field` */
export const provePassword = async (
  strapi: Core.Strapi,
  person: Person,
  password: string,
  field = 'password',
): Promise<void> => {
  const on = strapi.db.connection;
  const own = counted(`own ${person.origin} ${person.userId}`, pauseRules.device);
  const heard = await takeAttempt(on, own, undefined, clockOf(strapi).now().toString());
  const hash = await hashOfPerson(on, person);
  const right = await isPassword(password, hash ?? nobodys);
  if (!heard || !right || !hash) {
    const message = 'This is not your password.';
    throw invalid('PASSWORD_WRONG', message, { fields: [{ field, message }] });
  }
  await forgiveAttempt(on, own, undefined);
};
