import { issueLink } from '@enamel/access';
import { clockOf, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { OwnBooking } from '../../../../shared/booking.ts';

const latest = (instants: readonly Temporal.Instant[]): Temporal.Instant =>
  instants.reduce((a, b) => (Temporal.Instant.compare(a, b) < 0 ? b : a));

/**
 * A link to one visit that works until a day after it.
 * @param relative whoever it is sent to in the patient's stead
 */
export const manageLinkOf = (
  strapi: Core.Strapi,
  patient: string,
  { documentId: appointment, start }: Pick<OwnBooking, 'documentId' | 'start'>,
  relative: string | null,
): Promise<string> =>
  transaction(strapi, (trx) =>
    issueLink(strapi, trx, {
      purpose: 'manage-visit',
      patient,
      appointment,
      relative,
      expiresAt: latest([Temporal.Instant.from(start), clockOf(strapi).now()]).add({ hours: 24 }),
    }),
  );
