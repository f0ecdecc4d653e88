import { forbidden } from '@enamel/kernel';
import { currentActor } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';

const superAdmin = 'strapi-super-admin';

interface Event {
  readonly action: string;
  readonly params: {
    readonly where?: Readonly<Record<string, unknown>>;
    readonly data?: { readonly roles?: unknown };
  };
}

/** The ids in any of the spellings of a relation: `[1]`, `[{ id: 1 }]`, `{ connect: [{ id: 1 }] }`. */
const idsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value === 'number' || typeof value === 'string') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  const { id, connect, set } = value as Record<string, unknown>;
  return [id, connect, set].flatMap(idsIn);
};

/**
 * Only a super admin makes, changes or removes super admins. Strapi lets everybody who may edit users hand out any role
 * and any password; a clinic admin edits users.
 */
export const protectSuperAdmins = (strapi: Core.Strapi): void => {
  const judge = async ({ params }: Event) => {
    const actor = currentActor(strapi);
    if (actor.kind !== 'staff' || actor.roles.includes(superAdmin)) return;
    const role = await strapi.db
      .query('admin::role')
      .findOne({ where: { code: superAdmin }, select: ['id'] });
    if (!role) return;
    const given = idsIn(params.data?.roles).includes(String(role.id));
    const touched =
      params.where !== undefined &&
      (await strapi.db
        .query('admin::user')
        .count({ where: { $and: [params.where, { roles: { id: role.id } }] } as object })) > 0;
    if (given || touched)
      throw forbidden('SUPER_ADMIN_ONLY', 'Only a super admin can do this to a super admin.');
  };
  strapi.db.lifecycles.subscribe({
    models: ['admin::user'],
    beforeCreate: judge,
    beforeCreateMany: judge,
    beforeUpdate: judge,
    beforeUpdateMany: judge,
    beforeDelete: judge,
    beforeDeleteMany: judge,
  });
};
