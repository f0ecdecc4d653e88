import { demandFields } from '@enamel/access';
import { record } from '@enamel/audit';
import { clockOf, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { appointmentOf, describeAppointment } from '../../store/booking/appointments.ts';

export interface Description {
  readonly reason?: string | null | undefined;
  readonly notes?: string | null | undefined;
}

/** Writes reason and notes of a visit; what is undefined stays. @throws 403 FIELD_NOT_ALLOWED */
export const describeVisit = async (
  strapi: Core.Strapi,
  documentId: string,
  { reason, notes }: Description,
): Promise<void> => {
  const values = {
    ...(reason === undefined ? {} : { reason }),
    ...(notes === undefined ? {} : { notes }),
  };
  const fields = Object.keys(values);
  if (fields.length === 0) return;
  demandFields(strapi, 'update', 'appointment', values);
  const now = clockOf(strapi).now().epochMilliseconds;
  await transaction(strapi, async (trx) => {
    const visit = await appointmentOf(trx, documentId);
    await describeAppointment(trx, documentId, values, now);
    await record(strapi, trx, {
      action: 'update',
      subject: 'appointment',
      subjectId: documentId,
      patientId: visit?.patient,
      detail: { fields, values: {} },
    });
  });
};
