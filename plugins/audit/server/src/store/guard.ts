import type { Ask } from './seals.ts';

/** What keeps the server's own role from changing the trail: the grants of another owner, or triggers alone. */
export type Guard = 'grants' | 'owner' | 'superuser';

export const guardOf = async (ask: Ask): Promise<Guard> => {
  const [row] = await ask(
    `select case when (select rolsuper from pg_roles where rolname = current_user) then 'superuser'
       when pg_has_role(relowner, 'usage') then 'owner' else 'grants' end as guard
     from pg_class where oid = 'audit_entries'::regclass`,
  );
  return (row?.[0] ?? 'owner') as Guard;
};

export interface Verified {
  readonly at: string;
  readonly by: string | null;
  readonly until: number;
  readonly fault: string | null;
}

/** The last time somebody verified the chain in the panel. */
export const lastVerified = async (ask: Ask): Promise<Verified | null> => {
  const [row] = await ask(
    `select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, actor_name,
       detail ->> 'until' as until, detail ->> 'fault' as fault
     from audit_entries where action = 'trail.verified' order by id desc limit 1`,
  );
  if (!row) return null;
  return { at: String(row[0]), by: row[1] ?? null, until: Number(row[2]), fault: row[3] ?? null };
};
