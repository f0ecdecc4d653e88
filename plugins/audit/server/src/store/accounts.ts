import { rows } from '@enamel/kernel/server';

type Connection = Parameters<typeof rows>[0];

/** By e-mail address or id, whichever is known. */
interface Asked {
  readonly email?: string | undefined;
  readonly id?: string | undefined;
}

export interface StaffAccount {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

const idIn = ({ id }: Asked) => (id && /^\d{1,9}$/.test(id) ? Number(id) : null);

export const staffAccount = async (
  on: Connection,
  asked: Asked,
): Promise<StaffAccount | undefined> => {
  const [found] = await rows<StaffAccount>(
    on,
    `select u.id::text, concat_ws(' ', u.firstname, u.lastname) as name,
       array(select r.name::text from admin_roles r join admin_users_roles_lnk l on l.role_id = r.id
         where l.user_id = u.id order by r.id) as roles
     from admin_users u where u.id = :id or lower(u.email) = lower(:email) limit 1`,
    { id: idIn(asked), email: asked.email ?? null },
  );
  return found;
};

export interface PatientAccount {
  readonly id: string;
  readonly patient: string | null;
}

export const patientAccount = async (
  on: Connection,
  asked: Asked,
): Promise<PatientAccount | undefined> => {
  const [found] = await rows<PatientAccount>(
    on,
    `select u.id::text, p.document_id as patient from up_users u
     left join patients_account_lnk l on l.user_id = u.id left join patients p on p.id = l.patient_id
     where u.id = :id or lower(u.email) = lower(:email) or lower(u.username) = lower(:email) limit 1`,
    { id: idIn(asked), email: asked.email ?? null },
  );
  return found;
};
