import { rows } from '@enamel/kernel/server';

type Connection = Parameters<typeof rows>[0];

export interface StoredPatientAccount {
  readonly id: number;
  readonly email: string;
  readonly confirmed: boolean;
  readonly blocked: boolean;
  readonly language: 'en' | 'ro' | null;
  readonly usedAt: Date | null;
}

/** The portal account of a patient: null when they have none, undefined when there is no such patient. */
export const accountOfPatient = async (
  on: Connection,
  documentId: string,
): Promise<StoredPatientAccount | null | undefined> => {
  const [found] = await rows<StoredPatientAccount | { readonly id: null }>(
    on,
    `select u.id, u.email, u.confirmed is true as confirmed, u.blocked is true as blocked,
       p.preferred_language as language,
       (select max(s.used_at) from access_sessions s
        where s.origin = 'users-permissions' and s.user_id = u.id::text) as "usedAt"
     from patients p left join patients_account_lnk l on l.patient_id = p.id left join up_users u on u.id = l.user_id
     where p.document_id = ? and p.archived is not true order by u.id limit 1`,
    [documentId],
  );
  if (!found) return undefined;
  return found.id === null ? null : found;
};
