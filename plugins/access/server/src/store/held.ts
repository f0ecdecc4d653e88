import { rows } from '@enamel/kernel/server';

type Connection = Parameters<typeof rows>[0];

interface Held extends Record<string, unknown> {
  readonly kind: 'account' | 'session' | 'link';
}

const at = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** A patient's account, its sign-ins and the links that were sent, without any secret of theirs. */
export const accountHeld = async (on: Connection, patient: number): Promise<Held[]> => {
  const found = await rows<{ held: Held | string }>(
    on,
    `select held from (
       select 1 as place, u.id::text as id, json_build_object('kind', 'account', 'email', u.email, 'confirmed', u.confirmed,
         'createdAt', ${at('u.created_at')}) as held
       from patients_account_lnk l join up_users u on u.id = l.user_id where l.patient_id = :patient
       union all
       select 2, s.id, json_build_object('kind', 'session', 'startedAt', ${at('s.began_at')}, 'usedAt', ${at('s.used_at')},
         'device', s.device, 'address', s.address)
       from patients_account_lnk l join access_sessions s on s.user_id = l.user_id::text
       where l.patient_id = :patient and s.origin = 'users-permissions'
       union all
       select 3, encode(k.digest, 'hex'), json_build_object('kind', 'link', 'purpose', k.purpose,
         'issuedAt', ${at('k.issued_at')}, 'expiresAt', ${at('k.expires_at')}, 'spentAt', ${at('k.spent_at')})
       from access_links k join patients p on p.document_id = k.patient_id where p.id = :patient
     ) all_of_it order by place, id`,
    { patient },
  );
  return found.map(({ held }) => (typeof held === 'string' ? JSON.parse(held) : held));
};
