import { rows } from '@enamel/kernel/server';

type Connection = Parameters<typeof rows>[0];

export interface StoredPanelSettings {
  readonly lockMinutes: number;
  readonly secondFactorRoles: readonly string[];
}

export const storedPanelSettings = async (on: Connection): Promise<StoredPanelSettings> => {
  const [found] = await rows<StoredPanelSettings>(
    on,
    'select panel_lock_minutes() as "lockMinutes", array(select panel_factor_roles()) as "secondFactorRoles"',
  );
  if (!found) throw new Error('The settings of the panel cannot be read');
  return found;
};

export interface RoleStanding {
  readonly code: string;
  readonly name: string;
  readonly members: number;
  readonly withFactor: number;
}

/** Every role, how many may sign in with it, and how many of them have a second factor. */
export const rolesWithFactors = (on: Connection) =>
  rows<RoleStanding>(
    on,
    `select r.code, r.name, count(u.id)::int as members, count(u.id) filter (where panel_has_factor(u.id::text))::int as "withFactor"
     from admin_roles r
     left join admin_users_roles_lnk l on l.role_id = r.id
     left join admin_users u on u.id = l.user_id and u.is_active and u.blocked is not true
     group by r.id order by r.id`,
  );

/** Whether somebody needs a second factor and has none. */
export const lacksFactor = async (on: Connection, person: string): Promise<boolean> => {
  const [found] = await rows<{ lacks: boolean }>(on, 'select panel_factor_missing(?) as lacks', [
    person,
  ]);
  return found?.lacks === true;
};

/** Whether a member of staff works as somebody who needs a second factor. */
export const needsFactor = async (on: Connection, person: string): Promise<boolean> => {
  const [found] = await rows<{ needs: boolean }>(on, 'select panel_needs_factor(?) as needs', [
    person,
  ]);
  return found?.needs === true;
};
