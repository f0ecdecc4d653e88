import { rows } from '@enamel/kernel/server';
import type { Person } from '../domain/factors.ts';
import type { Origin } from '../domain/session-rules.ts';

type Connection = Parameters<typeof rows>[0];

/** What a sign-in needs to know of an account. */
export interface SignInAccount {
  readonly id: number;
  /** bcrypt; null until a password is set. */
  readonly hash: string | null;
  readonly open: boolean;
}

const accounts: Record<Origin, string> = {
  admin: `select id, password as hash, is_active is true and blocked is not true as open from admin_users
    where lower(email) = :identifier`,
  'users-permissions': `select id, password as hash, blocked is not true and (confirmed is true or not coalesce(
      (select (value::json ->> 'email_confirmation')::boolean from strapi_core_store_settings
       where key = 'plugin_users-permissions_advanced'), false)) as open
    from up_users where provider = 'local' and (lower(email) = :identifier or lower(username) = :identifier)
    order by lower(email) = :identifier desc`,
};

/** @param identifier in lower case */
export const accountToSignIn = async (
  on: Connection,
  origin: Origin,
  identifier: string,
): Promise<SignInAccount | undefined> => {
  const [account] = await rows<SignInAccount>(on, `${accounts[origin]} limit 1`, { identifier });
  return account;
};

const byId: Record<Origin, string> = {
  admin:
    'select password as hash from admin_users where id = ? and is_active is true and blocked is not true',
  'users-permissions': 'select password as hash from up_users where id = ? and blocked is not true',
};

/** The password of somebody who may sign in; undefined for everybody else. */
export const hashOfPerson = async (
  on: Connection,
  { origin, userId }: Person,
): Promise<string | null | undefined> => {
  const [account] = await rows<{ hash: string | null }>(on, byId[origin], [Number(userId)]);
  return account?.hash;
};

/** What a patient who signs in hears of the own account. */
export const patientAccountOf = async (on: Connection, userId: string) => {
  const [account] = await rows<{
    id: number;
    documentId: string;
    email: string;
    confirmed: boolean;
    language: 'en' | 'ro' | null;
  }>(
    on,
    `select u.id, u.document_id as "documentId", u.email, coalesce(u.confirmed, false) as confirmed,
       p.preferred_language as language
     from up_users u left join patients_account_lnk l on l.user_id = u.id
     left join patients p on p.id = l.patient_id where u.id = ?`,
    [Number(userId)],
  );
  return account;
};
