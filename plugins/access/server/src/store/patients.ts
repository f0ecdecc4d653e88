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
