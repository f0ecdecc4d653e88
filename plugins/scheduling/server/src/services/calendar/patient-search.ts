import { lookFor } from '@enamel/access';
import type { Core } from '@strapi/strapi';
import type { PatientMatch } from '../../../../shared/calendar.ts';

/** Patients by name, phone, e-mail or date of birth. Nothing for fewer than two characters. */
export const searchPatients = async (
  strapi: Core.Strapi,
  typed: string,
): Promise<PatientMatch[]> => {
  if (typed.trim().length < 2) return [];
  const found = await lookFor(strapi, typed);
  return found.map(
    ({ documentId, firstName, lastName, dateOfBirth, mobileNumber, email, alerts }) => ({
      documentId,
      name: `${firstName} ${lastName}`,
      dateOfBirth,
      phone: mobileNumber,
      email,
      alerts: alerts.length,
    }),
  );
};
