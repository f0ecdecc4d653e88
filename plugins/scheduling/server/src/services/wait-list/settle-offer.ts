import { record } from '@enamel/audit';
import { clockOf, type Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { OfferState } from '../../../../shared/wait-list.ts';
import { type OfferRow, settleOffer } from '../../store/wait-list/offers.ts';
import { holdEntry } from '../../store/wait-list/wait-list.ts';
import { releaseHold } from '../booking/hold.ts';

/** Writes what became of an offer and gives its time back, in the caller's transaction. */
export const settle = async (
  strapi: Core.Strapi,
  trx: Transaction,
  offer: OfferRow,
  state: Exclude<OfferState, 'open' | 'accepted'>,
): Promise<void> => {
  await releaseHold(strapi, offer.hold);
  await settleOffer(trx, offer.id, state, null, clockOf(strapi).now().epochMilliseconds);
  // Whoever was closed meanwhile does not wait again.
  if (offer.entry && (await holdEntry(trx, offer.entry))?.status === 'offered')
    await strapi
      .documents('api::wait-list-entry.wait-list-entry')
      .update({ documentId: offer.entry, data: { status: 'waiting' } });
  await record(strapi, trx, {
    action: `wait-list.${state}`,
    subject: 'wait-list-offer',
    subjectId: offer.id,
    patientId: offer.patient,
  });
};
