/** Whose turn it is to be asked about a free time. */
import { ClinicError } from '@enamel/kernel';
import { clockOf, type Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { minute } from '../../domain/slots/local-time.ts';
import { askedAbout } from '../../store/wait-list/offers.ts';
import { candidatesFor, isWaiting, type Stretch, type WaitingCandidate } from './candidates.ts';
import { heldWaiting, invitedBy, type OfferedTime, offerIn } from './offer-time.ts';
import { offerSettings } from './wait-list-settings.ts';

/** Whether an error is an answer of the rules, after which the transaction can go on; a lost race has ended it. */
const isAnswer = (error: unknown): boolean =>
  error instanceof ClinicError && error.cause === undefined;

/** Offers to a candidate; false when the time does not suit after all, which is known before anything is written. */
const tryOffer = async (
  strapi: Core.Strapi,
  trx: Transaction,
  candidate: WaitingCandidate,
  time: Omit<OfferedTime, 'practitioner' | 'start'>,
): Promise<boolean> => {
  try {
    const invited = invitedBy(await heldWaiting(trx, candidate.entry.documentId));
    const { practitioner, start } = candidate.slot;
    await offerIn(strapi, trx, invited, { ...time, practitioner, start });
    return true;
  } catch (error) {
    if (isAnswer(error)) return false;
    throw error;
  }
};

/** Asks the first who was not asked yet, of those who wait: other sources are the desk's to judge. */
export const askNext = async (
  strapi: Core.Strapi,
  trx: Transaction,
  free: Stretch,
  about: { readonly chain?: string; readonly gap: number | null },
): Promise<void> => {
  const { chain, gap } = about;
  const { minutes } = await offerSettings(strapi);
  // Whoever is asked needs time to decide, and then to come.
  const start = Math.max(free.start, clockOf(strapi).now().epochMilliseconds + minutes * minute);
  if (start >= free.end) return;
  const asked = await askedAbout(trx, {
    ...(chain ? { chain } : {}),
    ...(gap === null ? {} : { gap }),
  });
  for (const candidate of await candidatesFor(strapi, { ...free, start })) {
    if (!isWaiting(candidate) || !candidate.entry.reachable) continue;
    if (asked.has(`${candidate.patient} ${candidate.type}`)) continue;
    const time = { ...(chain ? { chain } : {}), gap, thenNext: true };
    if (await tryOffer(strapi, trx, candidate, time)) return;
  }
};

/** Practitioner, service or place may be gone by now: then nobody is asked, and nobody else's turn is held up by it. */
export const unlessGone = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (!isAnswer(error)) throw error;
  }
};
