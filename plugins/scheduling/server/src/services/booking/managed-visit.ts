/** One visit, for whoever holds the link to it. */
import { openLink } from '@enamel/access';
import { record } from '@enamel/audit';
import { missing } from '@enamel/kernel';
import { clockOf, runAs } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { ManagedVisit } from '../../../../shared/guests.ts';
import { cancelVisit, type Move, moveVisit } from './change.ts';
import { manageLinkOf } from './manage-link.ts';
import { ownBooking } from './own-bookings.ts';

const purpose = 'manage-visit';

interface Managed {
  readonly patient: string;
  readonly appointment: string;
  readonly relative: string | null;
}

/** A link ends a day after its visit, also when that was moved forward meanwhile. */
const checkNotOver = async (strapi: Core.Strapi, { patient, appointment }: Managed) => {
  const { end } = await ownBooking(strapi, patient, null, appointment);
  const ends = Temporal.Instant.from(end).add({ hours: 24 });
  if (Temporal.Instant.compare(ends, clockOf(strapi).now()) < 0)
    throw missing('LINK_EXPIRED', 'This link has expired. Ask the clinic for a new one.');
};

/** @throws 404 LINK_INVALID, 404 LINK_EXPIRED */
const holding = async <T>(
  strapi: Core.Strapi,
  token: string,
  work: (managed: Managed) => Promise<T>,
): Promise<T> => {
  const { patient, appointment, relative } = await openLink(strapi, token, purpose);
  if (!appointment)
    throw missing('LINK_INVALID', 'This link is not valid. Ask the clinic for a new one.');
  const managed = { patient, appointment, relative };
  return runAs({ kind: 'link', id: purpose, patient }, async () => {
    await checkNotOver(strapi, managed);
    return work(managed);
  });
};

export const managedVisit = (
  strapi: Core.Strapi,
  token: string,
  language: string | null,
): Promise<ManagedVisit> =>
  holding(strapi, token, async ({ patient, appointment }) => {
    const visit = await ownBooking(strapi, patient, language, appointment);
    await record(strapi, undefined, {
      action: 'read',
      subject: 'appointment',
      subjectId: appointment,
      patientId: patient,
    });
    return visit;
  });

export const cancelManaged = (
  strapi: Core.Strapi,
  token: string,
  reason: string | null,
): Promise<ManagedVisit> =>
  holding(strapi, token, async ({ patient, appointment }) => {
    await cancelVisit(strapi, appointment, reason, { by: 'patient', patient });
    return ownBooking(strapi, patient, null, appointment);
  });

export const moveManaged = (
  strapi: Core.Strapi,
  token: string,
  move: Move,
): Promise<ManagedVisit> =>
  holding(strapi, token, async ({ patient, appointment, relative }) => {
    await moveVisit(strapi, appointment, move, { by: 'patient', patient });
    const visit = await ownBooking(strapi, patient, null, appointment);
    return { ...visit, manage: await manageLinkOf(strapi, patient, visit, relative) };
  });
