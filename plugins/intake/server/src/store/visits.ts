import { rows } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';

export interface AskedVisit {
  /** Document id. */
  readonly patient: string;
  /** ISO 8601 in UTC. */
  readonly startsAt: string;
  /** IANA name. */
  readonly zone: string;
  readonly locationName: string | null;
}

/** The visit that a form is asked for, as the form shows it. */
export const askedVisit = async (
  strapi: Core.Strapi,
  appointment: string,
): Promise<AskedVisit | undefined> =>
  (
    await rows<AskedVisit>(
      strapi.db.connection,
      `select patient.document_id as patient,
              to_char(appointment.starts_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startsAt",
              coalesce(location.zone, (select zone from clinics limit 1), 'UTC') as zone,
              location.name as "locationName"
       from appointments appointment
       join appointments_patient_lnk of_patient on of_patient.appointment_id = appointment.id
       join patients patient on patient.id = of_patient.patient_id
       left join appointments_location_lnk at_location on at_location.appointment_id = appointment.id
       left join locations location on location.id = at_location.location_id
       where appointment.document_id = ?`,
      [appointment],
    )
  )[0];
