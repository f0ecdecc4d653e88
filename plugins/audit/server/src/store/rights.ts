import { rows, type Transaction } from '@enamel/kernel/server';
import type { RightsNoun, Standing } from '../domain/rights.ts';

/** A permission of the panel with its fields and conditions, in a line. */
const line = `concat_ws(' ', p.action, p.subject,
  case when jsonb_array_length(nullif(p.properties -> 'fields', 'null')) > 0 then p.properties ->> 'fields' end,
  case when jsonb_array_length(nullif(p.conditions, 'null')) > 0 then p.conditions::text end)`;

/** One row as a standing, by the noun's numeric id. */
const statements: Readonly<Record<Exclude<RightsNoun, 'portal-settings'>, string>> = {
  role: `select r.name, r.description,
      array(select ${line}
        from admin_permissions p join admin_permissions_role_lnk l on l.permission_id = p.id
        where l.role_id = r.id) as permissions
    from admin_roles r where r.id = ?`,
  'staff-account': `select u.is_active, u.blocked,
      array(select r.name::text from admin_roles r join admin_users_roles_lnk l on l.role_id = r.id
        where l.user_id = u.id) as roles
    from admin_users u where u.id = ?`,
  token: `select t.name, t.lifespan::text as lifespan,
      array(select ${line} from admin_permissions p
        join admin_permissions_api_token_lnk l on l.permission_id = p.id where l.api_token_id = t.id) as permissions
    from strapi_api_tokens t where t.id = ?`,
  'portal-role': `select r.name, r.description,
      array(select p.action::text from up_permissions p join up_permissions_role_lnk l on l.permission_id = p.id
        where l.role_id = r.id) as permissions
    from up_roles r where r.id = ?`,
};

export const standingOf = async (
  trx: Transaction,
  noun: RightsNoun,
  id: string,
): Promise<Standing | null> => {
  if (noun === 'portal-settings' || !/^\d{1,9}$/.test(id)) return null;
  const [found] = await rows<Standing>(trx, statements[noun], [Number(id)]);
  return found ?? null;
};
