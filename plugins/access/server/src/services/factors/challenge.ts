/** Between the right password and the session: a sealed challenge, and its answer. */
import { ClinicError, z } from '@enamel/kernel';
import { clockOf, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Challenge, CodeAnswer } from '../../../../shared/factors.ts';
import { pauseRules } from '../../domain/attempts.ts';
import { challengeMinutes, type FactorKind, type Person } from '../../domain/factors.ts';
import { forgiveAttempt, takeAttempt } from '../../store/attempts.ts';
import { factorsOfPerson, takeRecoveryCode } from '../../store/factors.ts';
import { digest } from '../sealing.ts';
import { issuePaper, readPaper, spendPaper, stepOver } from './papers.ts';
import { recoveryDigest } from './set.ts';
import { codeWrong, passesTotp } from './totp.ts';

const shape = z.object({ origin: z.enum(['admin', 'users-permissions']), userId: z.string() });

/** What somebody whose password was right has to answer; undefined when nothing more is asked. */
export const challengeFor = async (
  strapi: Core.Strapi,
  person: Person,
): Promise<Challenge | undefined> => {
  const factors = await factorsOfPerson(strapi.db.connection, person);
  const ways = (['totp', 'passkey', 'recovery-code'] as const).filter((way) =>
    factors.some(({ kind }) => kind === way),
  );
  if (!ways.includes('totp') && !ways.includes('passkey')) return undefined;
  const { origin, userId } = person;
  const paper = issuePaper(strapi, 'sign-in-challenge', { origin, userId }, challengeMinutes);
  return { challenge: paper.text, ways, until: paper.until };
};

export const secondStepNeeded = (challenge: Challenge) =>
  new ClinicError('unauthenticated', 'SECOND_FACTOR_NEEDED', 'Please confirm that it is you.', {
    // Strapi's panel sign-in hands on errors with this code as they are.
    details: { ...challenge, code: 'LOGIN_NOT_ALLOWED' },
  });

/** Whose challenge this is. @throws 401 STEP_OVER */
export const challenged = (strapi: Core.Strapi, origin: Person['origin'], challenge: string) => {
  const paper = readPaper(strapi, 'sign-in-challenge', shape, challenge);
  if (paper.origin !== origin) throw stepOver();
  const context = strapi.requestContext.get();
  // The trail names the account also when the answer is wrong.
  if (context) context.state.signingIn = paper.userId;
  return paper;
};

/** Notes for the rest of this request that somebody's second factor was shown. */
export const markProven = (
  strapi: Core.Strapi,
  { origin, userId }: Person,
  way: FactorKind,
): void => {
  const context = strapi.requestContext.get();
  if (!context) return;
  context.state.provenFactor = `${origin} ${userId}`;
  // The trail tells of it with the sign-in.
  context.state.secondStep = way;
};

/** Sessions are begun only for who has shown a second factor in this request, or has none. @throws 401 SECOND_FACTOR_NEEDED */
export const demandProof = async (strapi: Core.Strapi, person: Person): Promise<void> => {
  const proven = strapi.requestContext.get()?.state.provenFactor;
  if (proven === `${person.origin} ${person.userId}`) return;
  const challenge = await challengeFor(strapi, person);
  if (challenge) throw secondStepNeeded(challenge);
};

type Challenged = ReturnType<typeof challenged>;

/** A recovery code is used up only together with the challenge that it answers. @throws 401 STEP_OVER */
const answers = async (
  strapi: Core.Strapi,
  person: Person,
  paper: Challenged,
  { way, code }: CodeAnswer,
): Promise<boolean> => {
  if (way === 'totp') {
    if (!(await passesTotp(strapi, person, code))) return false;
    await spendPaper(strapi, paper);
    return true;
  }
  return transaction(strapi, async (trx) => {
    if (!(await takeRecoveryCode(trx, person, recoveryDigest(person, code)))) return false;
    await spendPaper(strapi, paper, trx);
    return true;
  });
};

/**
 * Answers a challenge with a code. A session may be begun in the same request.
 * @throws 400 FACTOR_CODE_WRONG, 401 STEP_OVER, 429 FACTOR_PAUSE
 */
export const answerChallenge = async (
  strapi: Core.Strapi,
  origin: Person['origin'],
  answer: CodeAnswer,
): Promise<Person> => {
  const paper = challenged(strapi, origin, answer.challenge);
  const person: Person = { origin, userId: paper.userId };
  const on = strapi.db.connection;
  const counted = {
    key: digest('attempt', `code ${origin} ${paper.userId}`),
    rule: pauseRules.code,
  };
  // Only codes of six digits can be guessed; the other ways stay open meanwhile.
  const guessed = answer.way === 'totp';
  if (guessed && !(await takeAttempt(on, counted, undefined, clockOf(strapi).now().toString())))
    throw new ClinicError('limited', 'FACTOR_PAUSE', 'Too many codes were wrong. Please wait.', {
      details: { retryAfterSeconds: pauseRules.code.first },
    });
  if (!(await answers(strapi, person, paper, answer))) throw codeWrong();
  if (guessed) await forgiveAttempt(on, counted, undefined);
  markProven(strapi, person, answer.way);
  return person;
};
