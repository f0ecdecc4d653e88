import { rows } from '@enamel/kernel/server';

type Connection = Parameters<typeof rows>[0];

/** The patient of a portal account; undefined when there is none or the record is archived. */
export const patientOfAccount = async (
  on: Connection,
  user: number,
): Promise<{ id: number; documentId: string } | undefined> => {
  const [patient] = await rows<{ id: number; document_id: string }>(
    on,
    `select p.id, p.document_id from patients p
     join patients_account_lnk l on l.patient_id = p.id
     where l.user_id = ? and p.archived is not true`,
    [user],
  );
  return patient && { id: patient.id, documentId: patient.document_id };
};

/** Where the clinic is, for numbers written without a country. */
export const clinicZone = async (on: Connection): Promise<string> => {
  const [clinic] = await rows<{ zone: string | null }>(on, 'select zone from clinics limit 1');
  return clinic?.zone ?? 'Europe/Bucharest';
};

/** Records of people with this name and date of birth, the oldest first; letters count, accents and case do not. */
export const namesakes = (
  on: Connection,
  person: { firstName: string; lastName: string; dateOfBirth: string },
) =>
  rows<{ documentId: string; email: string | null; mobileNumber: string | null }>(
    on,
    `select document_id as "documentId", email, mobile_number as "mobileNumber" from patients
     where archived is not true and date_of_birth = :dateOfBirth
       and lower(unaccent(trim(first_name))) = lower(unaccent(:firstName))
       and lower(unaccent(trim(last_name))) = lower(unaccent(:lastName))
     order by id`,
    { firstName: person.firstName, lastName: person.lastName, dateOfBirth: person.dateOfBirth },
  );
