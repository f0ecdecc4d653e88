import type { Ask } from './seals.ts';

/**
 * What keeps the server's own role from changing the trail: the grants of another owner, for good or until it makes itself a
 * member of that owner (`returnable`), or triggers alone.
 */
export type Guard = 'grants' | 'returnable' | 'owner' | 'superuser';

export const guardOf = async (ask: Ask): Promise<Guard> => {
  const [row] = await ask(
    `select case when me.rolsuper then 'superuser' when pg_has_role(t.relowner, 'usage') then 'owner'
       when pg_has_role(t.relowner, 'member with admin option')
         or me.rolcreaterole and current_setting('server_version_num')::int < 160000 then 'returnable'
       else 'grants' end as guard
     from pg_class t, pg_roles me where t.oid = 'audit_entries'::regclass and me.rolname = current_user`,
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
