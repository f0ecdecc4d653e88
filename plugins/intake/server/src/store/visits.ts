import { rows } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { OwnForm } from '../../../shared/index.ts';

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

/**
 * A patient's next visit when it asks for the history form: one is in use, and none was sent in the 12 months before `now`.
 */
export const visitAskingForForm = async (
  strapi: Core.Strapi,
  patient: string,
  now: Temporal.Instant,
): Promise<OwnForm | undefined> =>
  (
    await rows<OwnForm>(
      strapi.db.connection,
      `select appointment.document_id as appointment,
              to_char(appointment.starts_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startsAt"
       from patients patient
       join appointments_patient_lnk of_patient on of_patient.patient_id = patient.id
       join appointments appointment on appointment.id = of_patient.appointment_id
       where patient.document_id = :patient
         and appointment.status in ('pending', 'confirmed', 'arrived')
         and appointment.ends_at > cast(:now as timestamptz) at time zone 'UTC'
         and exists (select from questionnaires where active and purpose = 'medical-history')
         and not exists (
           select from questionnaire_responses response
           join questionnaire_responses_patient_lnk by_patient
             on by_patient.questionnaire_response_id = response.id
           where by_patient.patient_id = patient.id
             and response.submitted_at > cast(:now as timestamptz) at time zone 'UTC' - interval '12 months')
       order by appointment.starts_at, appointment.id limit 1`,
      { patient, now: now.toString() },
    )
  )[0];
