/** Which second factors somebody has, and what becomes of them. */
import { randomBytes } from 'node:crypto';
import { record } from '@enamel/audit';
import { conflict, missing } from '@enamel/kernel';
import { clockOf, type Transaction, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Factors } from '../../../../shared/factors.ts';
import type { Person } from '../../domain/factors.ts';
import {
  plainRecoveryCode,
  recoveryCode,
  recoveryCodeBytes,
  recoveryCodeCount,
} from '../../domain/recovery-codes.ts';
import {
  deleteFactor,
  deleteRecoveryCodes,
  factorsOfPerson,
  hasFactor,
  insertFactor,
  lockFactors,
} from '../../store/factors.ts';
import { patientOfAccount } from '../../store/patients.ts';
import { patientAccountOf } from '../../store/sign-ins.ts';
import { staffMember } from '../../store/staff.ts';
import { askMail } from '../account-mail.ts';
import { provePassword } from '../credentials.ts';
import { digest } from '../sealing.ts';
import { mailStaff } from '../staff-mail.ts';
import { mustHaveFactor } from './required.ts';
import { keepTotpKey } from './totp-keys.ts';

export const factorsOf = async (strapi: Core.Strapi, person: Person): Promise<Factors> => {
  const factors = await factorsOfPerson(strapi.db.connection, person);
  const shown = (kind: 'totp' | 'passkey') =>
    factors
      .filter((factor) => factor.kind === kind)
      .map(({ id, name, madeAt, usedAt }) => ({
        id,
        name,
        madeAt: madeAt.toISOString(),
        usedAt: usedAt?.toISOString() ?? null,
      }));
  return {
    totp: shown('totp')[0] ?? null,
    passkeys: shown('passkey'),
    recoveryCodes: factors.filter(({ kind }) => kind === 'recovery-code').length,
  };
};

export const tellOfFactor = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { origin, userId }: Person,
  action: string,
  detail: Readonly<Record<string, unknown>> = {},
  reason?: string,
): Promise<void> => {
  const staff = origin === 'admin';
  const patient = staff ? undefined : await patientOfAccount(trx, Number(userId));
  await record(strapi, trx, {
    action,
    subject: staff ? 'staff-account' : 'patient-account',
    subjectId: userId,
    patientId: patient?.documentId,
    detail,
    reason,
  });
};

/** Whoever changed it, the owner hears of it. */
const warnOwner = async (strapi: Core.Strapi, trx: Transaction, person: Person) => {
  if (person.origin === 'admin') {
    const member = await staffMember(trx, Number(person.userId));
    if (member) await mailStaff(strapi, trx, 'staff-second-step-changed', member);
    return;
  }
  const account = await patientAccountOf(trx, person.userId);
  if (!account) return;
  const { email: address, language } = account;
  await askMail(strapi, trx, { kind: 'second-step-changed', address, language: language ?? 'en' });
};

export const recoveryDigest = ({ origin, userId }: Person, code: string): Buffer =>
  digest('recovery-code', `${origin} ${userId} ${plainRecoveryCode(code)}`);

const renewCodes = async (
  strapi: Core.Strapi,
  trx: Transaction,
  person: Person,
): Promise<readonly string[]> => {
  await deleteRecoveryCodes(trx, person);
  const codes = Array.from({ length: recoveryCodeCount }, () =>
    recoveryCode(randomBytes(recoveryCodeBytes)),
  );
  for (const code of codes)
    await insertFactor(trx, {
      ...person,
      id: randomBytes(12).toString('hex'),
      kind: 'recovery-code',
      name: null,
      secret: recoveryDigest(person, code),
      counter: 0,
      now: clockOf(strapi).now().toString(),
    });
  await tellOfFactor(strapi, trx, person, 'recovery-codes.made');
  return codes;
};

/** Asks whose second steps they are for the password again; a wrong one is on their trail. @throws 400 PASSWORD_WRONG */
export const proveHolder = async (
  strapi: Core.Strapi,
  person: Person,
  password: string,
): Promise<void> => {
  try {
    await provePassword(strapi, person, password);
  } catch (wrong) {
    await transaction(strapi, (trx) => tellOfFactor(strapi, trx, person, 'second-step.refused'));
    throw wrong;
  }
};

/** Ten new codes; the ones before are good no more. @throws 409 NO_FACTOR when there is nothing they could stand in for */
export const recoveryCodes = (strapi: Core.Strapi, person: Person): Promise<readonly string[]> =>
  transaction(strapi, async (trx) => {
    await lockFactors(trx, person);
    if (!(await hasFactor(trx, person)))
      throw conflict('NO_FACTOR', 'Set up a second step first: recovery codes stand in for it.');
    const codes = await renewCodes(strapi, trx, person);
    await warnOwner(strapi, trx, person);
    return codes;
  });

/** Keeps a factor; `key` is that of a code generator. The first one comes with recovery codes. @throws 409 FACTOR_KNOWN */
export const addFactor = (
  strapi: Core.Strapi,
  person: Person,
  factor: Pick<
    Parameters<typeof insertFactor>[1],
    'kind' | 'name' | 'secret' | 'handle' | 'transports' | 'counter'
  >,
  key?: string,
): Promise<{ recoveryCodes: readonly string[] }> =>
  transaction(strapi, async (trx) => {
    await lockFactors(trx, person);
    const first = !(await hasFactor(trx, person));
    const id = randomBytes(12).toString('hex');
    const now = clockOf(strapi).now().toString();
    if (!(await insertFactor(trx, { ...person, ...factor, id, now })))
      throw conflict('FACTOR_KNOWN', 'This passkey is set up already.');
    if (key) await keepTotpKey(trx, person, id, key);
    await tellOfFactor(strapi, trx, person, 'factor.added', { kind: factor.kind });
    await warnOwner(strapi, trx, person);
    return { recoveryCodes: first ? await renewCodes(strapi, trx, person) : [] };
  });

/** Without a second factor recovery codes are gone too. @throws 404 NOT_FOUND, 409 FACTOR_REQUIRED */
export const removeFactor = (strapi: Core.Strapi, person: Person, id: string): Promise<void> =>
  transaction(strapi, async (trx) => {
    await lockFactors(trx, person);
    const kind = await deleteFactor(trx, person, id);
    if (!kind) throw missing('NOT_FOUND', 'There is no such second step.');
    if (!(await hasFactor(trx, person))) {
      if (await mustHaveFactor(strapi, person))
        throw conflict('FACTOR_REQUIRED', 'Your role needs a second step. Set up another first.');
      await deleteRecoveryCodes(trx, person);
    }
    await tellOfFactor(strapi, trx, person, 'factor.removed', { kind });
    await warnOwner(strapi, trx, person);
  });
