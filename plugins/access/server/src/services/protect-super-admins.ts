import { forbidden, invalid } from '@enamel/kernel';
import { currentActor } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';

const superAdmin = 'strapi-super-admin';

interface Event {
  readonly params: {
    readonly where?: Readonly<Record<string, unknown>>;
    readonly data?: { readonly roles?: unknown };
  };
  readonly result?: unknown;
}

/** The ids in any of the shapes of a relation: `[1]`, `[{ id: 1 }]`, `{ connect: [{ id: 1 }] }`. */
const idsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value === 'number' || typeof value === 'string') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  const { id, connect, set } = value as Record<string, unknown>;
  return [id, connect, set].flatMap(idsIn);
};

/** The database reads `+1`, ` 1` and `01` as the same number. */
const plainId = /^[1-9]\d{0,8}$/;

const demandPlainRoles = ({ params }: Event): void => {
  if (idsIn(params.data?.roles).every((id) => plainId.test(id))) return;
  const message = 'A role is named by its number.';
  throw invalid('ROLE_UNKNOWN', message, { fields: [{ field: 'roles', message }] });
};

/**
 * Only a super admin makes, changes or removes super admins. Strapi lets everybody who may edit users hand out any role
 * and any password; a clinic admin edits users.
 */
export const protectSuperAdmins = (strapi: Core.Strapi): void => {
  const refuse = async (where: object): Promise<void> => {
    const actor = currentActor(strapi);
    if (actor.kind !== 'staff' || actor.roles.includes(superAdmin)) return;
    const isSuper = { roles: { code: superAdmin } };
    const found = await strapi.db
      .query('admin::user')
      .count({ where: { $and: [where, isSuper] } as object });
    if (found > 0)
      throw forbidden('SUPER_ADMIN_ONLY', 'Only a super admin can do this to a super admin.');
  };
  const before = async (event: Event) => {
    demandPlainRoles(event);
    if (event.params.where) await refuse(event.params.where);
  };
  // However a role was named, what counts is who has it now. Throwing takes the change back.
  const after = async ({ result }: Event) => {
    const { id } = (result ?? {}) as { id?: number };
    if (id !== undefined) await refuse({ id });
  };
  strapi.db.lifecycles.subscribe({
    models: ['admin::user'],
    beforeCreate: before,
    beforeUpdate: before,
    beforeUpdateMany: before,
    beforeDelete: before,
    beforeDeleteMany: before,
    afterCreate: after,
    afterUpdate: after,
  });
};
