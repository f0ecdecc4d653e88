import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { describeAppointment } from '../../store/booking/appointments.ts';

export interface Description {
  readonly reason?: string | null | undefined;
  readonly notes?: string | null | undefined;
}

/** Writes reason and notes of a visit; what is undefined stays. */
export const describeVisit = async (
  strapi: Core.Strapi,
  documentId: string,
  { reason, notes }: Description,
): Promise<void> => {
  if (reason === undefined && notes === undefined) return;
  const now = clockOf(strapi).now().epochMilliseconds;
  const values = {
    ...(reason === undefined ? {} : { reason }),
    ...(notes === undefined ? {} : { notes }),
  };
  await describeAppointment(strapi.db.connection, documentId, values, now);
};
