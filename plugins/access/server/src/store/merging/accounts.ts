import { rows, type Transaction } from '@enamel/kernel/server';

/**
 * Closes the accounts of these patients whose address nobody confirmed, with all that was set up in them: whoever
 * registered one may be anybody. Closed for good, undoing a merge brings none back.
 * @returns how many
 */
export const closeUnconfirmed = async (
  trx: Transaction,
  patients: readonly number[],
  now: string,
): Promise<number> => {
  const closed = await rows(
    trx,
    `with closing as materialized (
       select u.id, p.document_id from up_users u join patients_account_lnk l on l.user_id = u.id
       join patients p on p.id = l.patient_id
       where p.id = any (cast(:patients as integer[])) and u.confirmed is not true for update of u),
     sessions as (delete from access_sessions s using closing c where s.origin = 'users-permissions' and s.user_id = c.id::text),
     factors as (delete from access_factors f using closing c where f.origin = 'users-permissions' and f.user_id = c.id::text),
     links as (delete from account_links k using closing c where k.user_id = c.id),
     feeds as (update calendar_feeds f set revoked_at = :now from closing c
       where f.kind = 'patient' and f.owner_id = c.document_id and f.revoked_at is null)
     delete from up_users u using closing c where u.id = c.id returning 1`,
    { patients: [...patients], now },
  );
  return closed.length;
};
