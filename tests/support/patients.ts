/** Patients made for one story only. */
import { randomBytes } from 'node:crypto';
import type { Clinic } from './clinic.ts';
import { password } from './people.ts';

export interface MadePatient {
  readonly id: number;
  readonly documentId: string;
}

export const newDocumentId = (): string => `s${randomBytes(11).toString('hex')}`;

export const makePatient = async (
  clinic: Pick<Clinic, 'db'>,
  about: { dateOfBirth?: string | null; language?: 'en' | 'ro' } = {},
): Promise<MadePatient> => {
  const { rows } = await clinic.db.query(
    `insert into patients (document_id, first_name, last_name, date_of_birth, preferred_language, archived,
       created_at, updated_at, published_at)
     values ($1, 'Ștefania', 'Story', $2, $3, false, now(), now(), now())
     returning id, document_id as "documentId"`,
    [
      newDocumentId(),
      about.dateOfBirth === undefined ? '1990-05-01' : about.dateOfBirth,
      about.language ?? 'en',
    ],
  );
  return rows[0];
};

/** Gives a patient an account in the portal and answers their bearer token. */
export const patientToken = async (
  clinic: Pick<Clinic, 'db' | 'url'>,
  patient: MadePatient,
): Promise<string> => {
  const email = `${patient.documentId}@patients.test`;
  await clinic.db.query(
    `with made as (
       insert into up_users (document_id, username, email, provider, password, confirmed, blocked,
         created_at, updated_at, published_at)
       values ($1, $2, $2, 'local', crypt($3, gen_salt('bf', 4)), true, false, now(), now(), now()) returning id),
     role as (
       insert into up_users_role_lnk (user_id, role_id)
       select made.id, up_roles.id from made, up_roles where up_roles.type = 'authenticated')
     insert into patients_account_lnk (patient_id, user_id) select $4::integer, made.id from made`,
    [newDocumentId(), email, password, patient.id],
  );
  const answer = await fetch(`${clinic.url}/api/auth/local`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier: email, password }),
  });
  if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { jwt: string }).jwt;
};

/** A treatment of the patient, done unless said otherwise. Answers its document id. */
export const completedTreatment = async (
  clinic: Pick<Clinic, 'db'>,
  patient: MadePatient,
  about: { totalPrice?: number; discount?: number; toothNumber?: string; status?: string },
): Promise<string> => {
  const documentId = newDocumentId();
  await clinic.db.query(
    `with made as (
       insert into treatments (document_id, procedure, status, tooth_number, total_price, discount, date,
         completed_at, created_at, updated_at, published_at)
       values ($1, 'filling', $2, $3, $4, $5, current_date, now(), now(), now(), now()) returning id)
     insert into treatments_patient_lnk (treatment_id, patient_id) select id, $6::integer from made`,
    [
      documentId,
      about.status ?? 'completed',
      about.toothNumber ?? null,
      about.totalPrice ?? 1_000,
      about.discount ?? 0,
      patient.id,
    ],
  );
  return documentId;
};
