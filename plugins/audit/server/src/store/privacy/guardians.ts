import { rows } from '@enamel/kernel/server';

/** The address of a minor's guardian, the first who has one: the account's, else the record's. */
export const guardianEmailOf = async (
  on: Parameters<typeof rows>[0],
  patient: number,
  at: Temporal.Instant,
): Promise<string | null> => {
  const [found] = await rows<{ email: string }>(
    on,
    `select coalesce(u.email, g.email) as email
     from guardians_of(:patient, cast(:at as timestamptz)) w (id) join patients g on g.id = w.id
     left join patients_account_lnk l on l.patient_id = g.id left join up_users u on u.id = l.user_id
     where coalesce(u.email, g.email, '') <> '' order by g.id limit 1`,
    { patient, at: at.toString() },
  );
  return found?.email ?? null;
};
