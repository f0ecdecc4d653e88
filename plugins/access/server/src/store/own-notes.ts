import { rows } from '@enamel/kernel/server';

type Connection = Parameters<typeof rows>[0];

/** The conditions of each permission of somebody to change a noun, one list for each role that has it, and who they are. */
export const changeConditions = async (
  on: Connection,
  user: number,
  uid: string,
): Promise<{ lines: string[][]; practitioner: string | null }> => {
  const [found] = await rows<{ lines: string; practitioner: string | null }>(
    on,
    `select coalesce((
       select json_agg(coalesce(p.conditions, '[]'::jsonb)) from admin_permissions p
       join admin_permissions_role_lnk pr on pr.permission_id = p.id
       join admin_users_roles_lnk ur on ur.role_id = pr.role_id and ur.user_id = :user
       where p.action = 'plugin::content-manager.explorer.update' and p.subject = :uid), '[]')::text as lines,
       (select p.document_id from practitioners p
        join practitioners_staff_user_lnk l on l.practitioner_id = p.id where l.user_id = :user limit 1) as practitioner`,
    { user, uid },
  );
  return { lines: JSON.parse(found?.lines ?? '[]'), practitioner: found?.practitioner ?? null };
};
