/** Passkeys (WebAuthn): made in a browser, kept by it, good for this site only. */
import { isIP } from 'node:net';
import { portalUrl, publicUrl } from '@enamel/config';
import { conflict, invalid, z } from '@enamel/kernel';
import { clockOf } from '@enamel/kernel/server';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Core } from '@strapi/strapi';
import type { PasskeyAnswer, PasskeyRegistration } from '../../../../shared/factors.ts';
import { mostPasskeys, type Person, setUpMinutes } from '../../domain/factors.ts';
import { advanceFactor, factorsOfPerson, passkeyByHandle } from '../../store/factors.ts';
import { clinicProfile } from '../clinic.ts';
import { digest } from '../sealing.ts';
import { challenged, markProven } from './challenge.ts';
import { issuePaper, readPaper, spendPaper, stepOver } from './papers.ts';
import { addFactor } from './set.ts';

const paperShape = z.object({
  for: z.enum(['registration', 'sign-in']),
  origin: z.enum(['admin', 'users-permissions']),
  /** Whose password was right; nobody's when the passkey alone signs in. */
  userId: z.string().nullable(),
  expected: z.string(),
  /** The challenge that is answered with it. */
  challenge: z.string().nullable(),
});

/** The site that a passkey is good for. @throws 409 PASSKEYS_NEED_A_NAME on a bare network address */
const siteOf = (origin: Person['origin']) => {
  const url = new URL(origin === 'admin' ? publicUrl() : portalUrl());
  if (isIP(url.hostname.replace(/^\[|\]$/g, '')))
    throw conflict('PASSKEYS_NEED_A_NAME', 'Passkeys need a site with a name, not an address.');
  return { rpID: url.hostname, page: url.origin };
};

const refused = (cause?: unknown) =>
  invalid('PASSKEY_REFUSED', 'This passkey could not be used. Please try again.', { cause });

const transportsOf = (text: string | null) => (text ? { transports: text.split(',') } : {});

export const beginPasskey = async (strapi: Core.Strapi, person: Person, account: string) => {
  const { rpID } = siteOf(person.origin);
  const factors = await factorsOfPerson(strapi.db.connection, person);
  const known = factors.filter(({ kind }) => kind === 'passkey');
  if (known.length >= mostPasskeys)
    throw conflict('TOO_MANY_PASSKEYS', 'There are ten passkeys already. Remove one first.');
  const options = await generateRegistrationOptions({
    rpName: (await clinicProfile(strapi)).name,
    rpID,
    userName: account,
    // Says nothing of who it is, and is the same for all passkeys of one person.
    userID: new Uint8Array(digest('passkey', `${person.origin} ${person.userId}`)),
    excludeCredentials: known.map(({ handle, transports }) => ({
      id: String(handle),
      ...transportsOf(transports),
    })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
  const content = { for: 'registration', ...person, expected: options.challenge, challenge: null };
  return { options, ceremony: issuePaper(strapi, 'passkey', content, setUpMinutes).text };
};

/** @throws 400 PASSKEY_REFUSED, 401 STEP_OVER, 409 FACTOR_KNOWN */
export const finishPasskey = async (
  strapi: Core.Strapi,
  person: Person,
  { ceremony, answer, name }: PasskeyRegistration,
): Promise<{ recoveryCodes: readonly string[] }> => {
  const paper = readPaper(strapi, 'passkey', paperShape, ceremony);
  const { rpID, page } = siteOf(person.origin);
  if (paper.for !== 'registration' || paper.origin !== person.origin) throw refused();
  if (paper.userId !== person.userId) throw refused();
  const { registrationInfo } = await verifyRegistrationResponse({
    response: answer,
    expectedChallenge: paper.expected,
    expectedOrigin: page,
    expectedRPID: rpID,
    requireUserVerification: false,
  }).catch((cause: unknown) => {
    throw refused(cause);
  });
  if (!registrationInfo) throw refused();
  await spendPaper(strapi, paper);
  const { id, publicKey, counter, transports } = registrationInfo.credential;
  return addFactor(strapi, person, {
    kind: 'passkey',
    name,
    secret: Buffer.from(publicKey),
    handle: id,
    ...(transports?.length ? { transports: transports.join(',') } : {}),
    counter,
  });
};

/** With a challenge a passkey is its answer; without one it signs in alone and shows itself who is there. */
export const beginPasskeySignIn = async (
  strapi: Core.Strapi,
  origin: Person['origin'],
  challenge?: string,
) => {
  const { rpID } = siteOf(origin);
  const userId = challenge ? challenged(strapi, origin, challenge).userId : null;
  const factors = userId ? await factorsOfPerson(strapi.db.connection, { origin, userId }) : [];
  const options = await generateAuthenticationOptions({
    rpID,
    userVerification: userId ? 'preferred' : 'required',
    allowCredentials: factors
      .filter(({ kind }) => kind === 'passkey')
      .map(({ handle, transports }) => ({ id: String(handle), ...transportsOf(transports) })),
  });
  const content = {
    for: 'sign-in',
    origin,
    userId,
    expected: options.challenge,
    challenge: challenge ?? null,
  };
  return { options, ceremony: issuePaper(strapi, 'passkey', content, setUpMinutes).text };
};

/**
 * Whose passkey answered. A session may be begun in the same request.
 * @throws 400 PASSKEY_REFUSED, 401 STEP_OVER
 */
export const finishPasskeySignIn = async (
  strapi: Core.Strapi,
  origin: Person['origin'],
  { ceremony, answer }: PasskeyAnswer,
): Promise<Person> => {
  const paper = readPaper(strapi, 'passkey', paperShape, ceremony);
  const { rpID, page } = siteOf(origin);
  const on = strapi.db.connection;
  const passkey = await passkeyByHandle(on, origin, answer.id);
  if (paper.for !== 'sign-in' || paper.origin !== origin || !passkey) throw refused();
  if (paper.userId !== null && paper.userId !== passkey.userId) throw refused();
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: paper.expected,
    expectedOrigin: page,
    expectedRPID: rpID,
    credential: {
      id: passkey.handle,
      publicKey: new Uint8Array(passkey.secret),
      counter: passkey.counter,
      ...transportsOf(passkey.transports),
    },
    requireUserVerification: paper.userId === null,
  }).catch((cause: unknown) => {
    throw refused(cause);
  });
  if (!verified) throw refused();
  const person: Person = { origin, userId: passkey.userId };
  // A challenge ends with its answer, whichever way that came.
  if (paper.challenge) await spendPaper(strapi, challenged(strapi, origin, paper.challenge));
  await spendPaper(strapi, paper);
  const now = clockOf(strapi).now().toString();
  if (!(await advanceFactor(on, passkey.id, authenticationInfo.newCounter, now))) throw stepOver();
  markProven(strapi, person, 'passkey');
  return person;
};
