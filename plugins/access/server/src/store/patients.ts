import { rows } from '@enamel/kernel/server';
import type { AddressKind } from './unproven-addresses.ts';

/** Strapi has the driver leave JSON as text. */
const asObject = <T>(value: T): T => (typeof value === 'string' ? JSON.parse(value) : value);

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

/** Ends the calendar links that a patient made. */
export const revokeOwnFeeds = async (
  on: Connection,
  patient: string,
  now: string,
): Promise<void> => {
  await rows(
    on,
    `update calendar_feeds set revoked_at = :now
     where kind = 'patient' and owner_id = :patient and revoked_at is null`,
    { patient, now },
  );
};

/** Where the clinic is, for numbers written without a country. */
export const clinicZone = async (on: Connection): Promise<string> => {
  const [clinic] = await rows<{ zone: string | null }>(on, 'select zone from clinics limit 1');
  return clinic?.zone ?? 'Europe/Bucharest';
};

/**
 * Records of people with this name and date of birth, the oldest first; letters count, accents and case do not. Only those
 * whose address of a kind was proven, and none that somebody registered without proof.
 */
export const namesakes = (
  on: Connection,
  person: { firstName: string; lastName: string; dateOfBirth: string },
  kind: AddressKind,
) =>
  rows<{ documentId: string; email: string | null; mobileNumber: string | null }>(
    on,
    `select document_id as "documentId", email, mobile_number as "mobileNumber" from patients
     where archived is not true and date_of_birth = :dateOfBirth
       and lower(unaccent(trim(first_name))) = lower(unaccent(:firstName))
       and lower(unaccent(trim(last_name))) = lower(unaccent(:lastName))
       and not exists (select from unproven_addresses x where x.patient_id = patients.id and x.kind = :kind)
       and not exists (select from patients_account_lnk l join up_users u on u.id = l.user_id
         where l.patient_id = patients.id and u.confirmed is not true)
     order by id`,
    {
      firstName: person.firstName,
      lastName: person.lastName,
      dateOfBirth: person.dateOfBirth,
      kind,
    },
  );

/** A portal account as a request needs it. */
export interface Account {
  readonly id: number;
  readonly documentId: string;
  readonly username: string;
  readonly email: string;
  readonly provider: string | null;
  readonly confirmed: boolean;
  readonly blocked: boolean;
  readonly role: { readonly id: number; readonly type: string; readonly name: string };
  /** What its role may call. */
  readonly actions: readonly string[];
  /** Null when there is none or the record is archived. */
  readonly patient: { readonly id: number; readonly documentId: string } | null;
  /** Whether accounts count only once their address is confirmed. */
  readonly mustConfirm: boolean;
}

const account = `
select u.id, u.document_id as "documentId", u.username, u.email, u.provider, coalesce(u.confirmed, false) as confirmed,
  coalesce(u.blocked, false) as blocked,
  json_build_object('id', r.id, 'type', r.type, 'name', r.name) as role,
  array(select p.action from up_permissions p join up_permissions_role_lnk l on l.permission_id = p.id
    where l.role_id = r.id)::text[] as actions,
  (select json_build_object('id', p.id, 'documentId', p.document_id) from patients p
     join patients_account_lnk l on l.patient_id = p.id
     where l.user_id = u.id and p.archived is not true limit 1) as patient,
  coalesce((select (value::json ->> 'email_confirmation')::boolean from strapi_core_store_settings
     where key = 'plugin_users-permissions_advanced'), false) as "mustConfirm"
from access_sessions s
join up_users u on u.id::text = s.user_id
join up_users_role_lnk ur on ur.user_id = u.id join up_roles r on r.id = ur.role_id
where s.id = :session and s.origin = 'users-permissions' and s.user_id = :user
  and s.idle_until > :now and s.ends_at > :now`;

/** The account of a session that lasts, with its role and its patient, as they are now. */
export const accountOf = async (
  on: Connection,
  holder: { user: string; session: string; now: string },
): Promise<Account | undefined> => {
  const [found] = await rows<Account>(on, account, holder);
  return (
    found && {
      ...found,
      role: asObject(found.role),
      patient: asObject(found.patient),
    }
  );
};
