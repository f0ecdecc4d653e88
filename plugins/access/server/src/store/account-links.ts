import { rows } from '@enamel/kernel/server';
import type { AccountLinkPurpose } from '../domain/account-mail.ts';

type Connection = Parameters<typeof rows>[0];

/** Keeps a link; those before stay good, or whoever asks for one would end those of others. */
export const keepAccountLink = async (
  on: Connection,
  link: {
    digest: Buffer;
    purpose: AccountLinkPurpose;
    user: number;
    now: string;
    expiresAt: string;
  },
): Promise<void> => {
  await rows(
    on,
    `insert into account_links (digest, purpose, user_id, issued_at, expires_at)
     values (:digest, :purpose, :user, :now, :expiresAt)`,
    { ...link },
  );
};

export interface AccountLink {
  readonly user: number;
  readonly spent: boolean;
  readonly over: boolean;
  readonly email: string;
  readonly confirmed: boolean;
  readonly names: readonly (string | null)[];
}

/** A link and whose it is; held until the transaction ends. */
export const accountLink = async (
  on: Connection,
  digest: Buffer,
  purpose: AccountLinkPurpose,
  now: string,
): Promise<AccountLink | undefined> => {
  const [link] = await rows<Omit<AccountLink, 'names'> & { first: string; last: string }>(
    on,
    `select k.user_id as user, k.spent_at is not null as spent, k.expires_at <= :now as over, u.email,
       coalesce(u.confirmed, false) as confirmed,
       p.first_name as first, p.last_name as last
     from account_links k join up_users u on u.id = k.user_id and u.blocked is not true
     left join patients_account_lnk l on l.user_id = u.id left join patients p on p.id = l.patient_id
     where k.digest = :digest and k.purpose = :purpose for update of k, u`,
    { digest, purpose, now },
  );
  return link && { ...link, names: [link.first, link.last] };
};

/** Ends every open link of an account for a purpose. */
export const spendAccountLinks = async (
  on: Connection,
  user: number,
  purpose: AccountLinkPurpose,
  now: string,
): Promise<void> => {
  await rows(
    on,
    `update account_links set spent_at = :now
     where user_id = :user and purpose = :purpose and spent_at is null`,
    { user, purpose, now },
  );
};

export interface MailAccount {
  readonly id: number;
  readonly confirmed: boolean;
  readonly language: string | null;
}

/** The account of an address that may hear from us. */
export const accountByEmail = async (
  on: Connection,
  email: string,
): Promise<MailAccount | undefined> => {
  const [account] = await rows<MailAccount>(
    on,
    `select u.id, coalesce(u.confirmed, false) as confirmed, p.preferred_language as language from up_users u
     left join patients_account_lnk l on l.user_id = u.id left join patients p on p.id = l.patient_id
     where lower(u.email) = lower(?) and u.blocked is not true and u.provider = 'local'`,
    [email],
  );
  return account;
};

/** Notes that a mail is asked for; false when enough of its kind went to its address within the hour. */
export const insertMail = async (
  on: Connection,
  mail: {
    id: string;
    kind: string;
    recipient: Buffer;
    sealed: Buffer;
    now: string;
    since: string;
    most: number;
  },
): Promise<boolean> => {
  await rows(on, 'select pg_advisory_xact_lock(cast(? as bigint))', [
    String(mail.recipient.readBigInt64BE()),
  ]);
  const kept = await rows(
    on,
    `insert into account_mails (id, kind, recipient, sealed, asked_at)
     select :id, :kind, :recipient, :sealed, :now
     where (select count(*) from account_mails where recipient = :recipient and kind = :kind
       and asked_at > :since) < :most
     returning 1`,
    { ...mail },
  );
  return kept.length === 1;
};

export const sealedMail = async (on: Connection, id: string): Promise<Buffer | undefined> => {
  const [mail] = await rows<{ sealed: Buffer }>(
    on,
    'select sealed from account_mails where id = ? and sealed is not null',
    [id],
  );
  return mail?.sealed;
};

export const forgetMail = async (on: Connection, id: string): Promise<void> => {
  await rows(on, 'update account_mails set sealed = null where id = ?', [id]);
};

export interface LastMail {
  readonly recipient: Buffer;
  readonly askedAt: Date;
  readonly left: boolean;
}

export const lastMails = (on: Connection, kind: string, recipients: readonly Buffer[]) =>
  rows<LastMail>(
    on,
    `select distinct on (recipient) recipient, asked_at as "askedAt", sealed is null as left from account_mails
     where kind = :kind and recipient = any(:recipients) order by recipient, asked_at desc`,
    { kind, recipients: [...recipients] as never },
  );

/** Mails of yesterday and links that ran out a week ago. */
export const forgetOldMails = async (on: Connection, now: string): Promise<void> => {
  await rows(
    on,
    `with mails as (delete from account_mails where asked_at < cast(:now as timestamptz) - interval '1 day')
     delete from account_links where expires_at < cast(:now as timestamptz) - interval '7 days'`,
    { now },
  );
};
