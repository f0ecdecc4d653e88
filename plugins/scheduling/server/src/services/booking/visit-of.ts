import type { Core } from '@strapi/strapi';
import type { Visit } from '../../../../shared/visit.ts';
import { readVisit } from '../../store/booking/visit.ts';
import { noSuchAppointment } from './book.ts';

/**
 * A visit as messages tell of it, the type's name in `language` or the patient's own.
 * @throws ClinicError UNKNOWN_APPOINTMENT when it does not exist or misses its patient, practitioner, location or type
 */
export const visitOf = async (
  strapi: Core.Strapi,
  documentId: string,
  language?: string,
): Promise<Visit> => {
  const visit = await readVisit(strapi.db.connection, documentId, language ?? null);
  if (!visit) throw noSuchAppointment();
  return visit;
};
