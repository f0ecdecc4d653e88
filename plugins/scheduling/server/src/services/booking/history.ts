import { record } from '@enamel/audit';
import type { Core } from '@strapi/strapi';
import type { AppointmentMove } from '../../../../shared/moves.ts';
import { movesOf } from '../../store/booking/moves.ts';
import { noSuchAppointment } from './book.ts';

/** Who took an appointment from state to state, and when. */
export const historyOf = async (
  strapi: Core.Strapi,
  documentId: string,
): Promise<AppointmentMove[]> => {
  const found = await movesOf(strapi.db.connection, documentId);
  if (!found) throw noSuchAppointment();
  await record(strapi, undefined, {
    action: 'read',
    subject: 'appointment-history',
    subjectId: documentId,
    patientId: found.patient,
  });
  return found.moves;
};
