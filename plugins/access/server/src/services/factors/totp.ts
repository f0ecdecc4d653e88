import { randomBytes } from 'node:crypto';
import { invalid, z } from '@enamel/kernel';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { encode } from 'uqr';
import type { TotpSetUp } from '../../../../shared/factors.ts';
import { type Person, setUpMinutes } from '../../domain/factors.ts';
import { base32, keyAddress, secretBytes, stepAt, stepOfCode } from '../../domain/totp.ts';
import { advanceFactor, factorsOfPerson } from '../../store/factors.ts';
import { clinicProfile } from '../clinic.ts';
import { issuePaper, type Paper, readPaper, spendPaper, stepOver } from './papers.ts';
import { addFactor } from './set.ts';
import { totpKey } from './totp-keys.ts';

/** A key on its way to being set up, and whose. */
const keyShape = z.object({ origin: z.string(), userId: z.string(), key: z.string() });

export const codeWrong = () => {
  const message = 'This code is not right, or it was used before.';
  return invalid('FACTOR_CODE_WRONG', message, { fields: [{ field: 'code', message }] });
};

const stepNow = (strapi: Core.Strapi): number => stepAt(clockOf(strapi).now().epochMilliseconds);

/** The dark squares as one path: of each line, run by run. */
const picture = (text: string): TotpSetUp['picture'] => {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((line, y) =>
    [...line.map(Number).join('').matchAll(/1+/g)].map(
      ({ 0: { length }, index }) => `M${index} ${y}h${length}v1h-${length}z`,
    ),
  );
  return { size, path: path.join('') };
};

const shown = async (
  strapi: Core.Strapi,
  account: string,
  key: Uint8Array,
  paper: Paper,
): Promise<TotpSetUp> => {
  const { name } = await clinicProfile(strapi);
  const address = keyAddress(key, name, account);
  const { text: setUp, until } = paper;
  return { setUp, until, key: base32(key), address, picture: picture(address) };
};

/** A new key for an authenticator app; nothing changes until a code of it is shown. */
export const beginTotp = (
  strapi: Core.Strapi,
  { origin, userId }: Person,
  account: string,
): Promise<TotpSetUp> => {
  const key = randomBytes(secretBytes);
  const content = { origin, userId, key: key.toString('base64') };
  const paper = issuePaper(strapi, 'factor-set-up', content, setUpMinutes);
  return shown(strapi, account, key, paper);
};

/** A key that is being set up by this person. @throws 401 STEP_OVER */
const paperOf = (strapi: Core.Strapi, person: Person, setUp: string) => {
  const paper = readPaper(strapi, 'factor-set-up', keyShape, setUp);
  if (paper.origin !== person.origin || paper.userId !== person.userId) throw stepOver();
  return { ...paper, bytes: Buffer.from(paper.key, 'base64') };
};

/** The same key again, for a page that is looked at once more. @throws 401 STEP_OVER */
export const showTotp = async (
  strapi: Core.Strapi,
  person: Person,
  account: string,
  setUp: string,
): Promise<TotpSetUp> => {
  const { bytes, until } = paperOf(strapi, person, setUp);
  return shown(strapi, account, bytes, { text: setUp, until });
};

/** @throws 400 FACTOR_CODE_WRONG (the key stays good), 401 STEP_OVER */
export const confirmTotp = async (
  strapi: Core.Strapi,
  person: Person,
  setUp: string,
  code: string,
): Promise<{ recoveryCodes: readonly string[] }> => {
  const paper = paperOf(strapi, person, setUp);
  const step = stepOfCode(paper.bytes, code, stepNow(strapi), 0);
  if (step === undefined) throw codeWrong();
  await spendPaper(strapi, paper);
  const totp = { kind: 'totp', name: null, secret: Buffer.alloc(0), counter: step } as const;
  return addFactor(strapi, person, totp, paper.key);
};

/** Whether a code is of this person's app now; its step is used up. */
export const passesTotp = async (
  strapi: Core.Strapi,
  person: Person,
  code: string,
): Promise<boolean> => {
  const on = strapi.db.connection;
  const totp = (await factorsOfPerson(on, person)).find(({ kind }) => kind === 'totp');
  const key = totp && (await totpKey(strapi, person, totp.id));
  if (!totp || !key) return false;
  const step = stepOfCode(key, code, stepNow(strapi), totp.counter);
  const now = clockOf(strapi).now().toString();
  return step !== undefined && advanceFactor(on, totp.id, step, now);
};
