import { rows } from '@enamel/kernel/server';
import type { StaffLinkPurpose } from '../domain/staff-mail.ts';

type Connection = Parameters<typeof rows>[0];

/** Keeps a link and ends those before it. */
export const keepStaffLink = async (
  on: Connection,
  link: {
    digest: Buffer;
    purpose: StaffLinkPurpose;
    user: number;
    now: string;
    expiresAt: string;
  },
): Promise<void> => {
  await rows(
    on,
    `with former as (
       delete from staff_links where user_id = :user and purpose = :purpose and spent_at is null
     )
     insert into staff_links (digest, purpose, user_id, issued_at, expires_at)
     values (:digest, :purpose, :user, :now, :expiresAt)`,
    { ...link },
  );
};

export interface StaffLink {
  readonly user: number;
  readonly spent: boolean;
  readonly over: boolean;
  readonly email: string;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly language: string | null;
}

/**
 * A link and whose it is; held until the transaction ends. An invitation is for who has no password yet, a new password
 * for who had one: nobody whom the clinic shut out comes back by a link.
 */
export const staffLink = async (
  on: Connection,
  digest: Buffer,
  purpose: StaffLinkPurpose,
  now: string,
): Promise<StaffLink | undefined> => {
  const [link] = await rows<StaffLink>(
    on,
    `select k.user_id as user, k.spent_at is not null as spent, k.expires_at <= :now as over, u.email, u.firstname,
       u.lastname, u.prefered_language as language
     from staff_links k join admin_users u on u.id = k.user_id and u.blocked is not true
       and (k.spent_at is not null or u.is_active is not distinct from (k.purpose <> 'invitation'))
     where k.digest = :digest and k.purpose = :purpose for update of k`,
    { digest, purpose, now },
  );
  return link;
};

export const spendStaffLink = async (on: Connection, digest: Buffer, now: string) => {
  await rows(on, 'update staff_links set spent_at = :now where digest = :digest', { digest, now });
};

export interface StaffAccount {
  readonly id: number;
  readonly active: boolean;
  readonly invited: boolean;
}

/** The account of an address that may hear from us. */
export const staffByEmail = async (
  on: Connection,
  email: string,
): Promise<StaffAccount | undefined> => {
  const [account] = await rows<StaffAccount>(
    on,
    `select id, is_active is true as active, is_active is not true and password is null as invited from admin_users
     where lower(email) = lower(?) and blocked is not true`,
    [email],
  );
  return account;
};

/** Links that were mailed to somebody and not used yet. */
export const endStaffLinks = async (on: Connection, user: number): Promise<void> => {
  await rows(on, 'delete from staff_links where user_id = ? and spent_at is null', [user]);
};

/** Links that ran out a week ago. */
export const forgetStaffLinks = async (on: Connection, now: string): Promise<void> => {
  await rows(
    on,
    `delete from staff_links where expires_at < cast(:now as timestamptz) - interval '7 days'
       and not (purpose = 'invitation' and spent_at is null)`,
    { now },
  );
};
