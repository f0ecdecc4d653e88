import { rows, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { additions, type Given } from '../domain/grants.ts';
import { type Permission, permissionsOf, roleMatrix } from '../domain/role-matrix.ts';

interface StoredPermission {
  id: number;
  properties: { fields?: string[] };
}

const marker = { type: 'plugin', name: 'access', key: 'granted' };

const stored = ({ action, subject, fields, conditions }: Permission) => ({
  action,
  actionParameters: {},
  subject,
  properties: fields ? { fields: [...fields] } : {},
  conditions: [...conditions],
});

/** Field paths of a noun, those of its components included, as the panel's role editor lists them. */
const fieldsOf = (strapi: Core.Strapi) => (noun: string) =>
  strapi
    .service('admin::content-type')
    .getNestedFields(strapi.contentTypes[`api::${noun}.${noun}` as 'api::patient.patient'], {
      components: strapi.components,
    }) as string[];

const extendLine = async (strapi: Core.Strapi, role: number, line: Permission) => {
  const { action, subject, fields } = line;
  const found = (await strapi.db
    .query('admin::permission')
    .findOne({ where: { action, subject, role: { id: role } } })) as StoredPermission | null;
  if (!found) return;
  const paths = [...new Set([...(found.properties.fields ?? []), ...(fields ?? [])])];
  await strapi.db.query('admin::permission').update({
    where: { id: found.id },
    data: { properties: { ...found.properties, fields: paths } },
  });
};

/**
 * Makes the roles of the matrix and gives them what is new in it. Run it after the panel has registered its actions.
 * What a clinic admin changed or removed stays as it is.
 */
export const seedRoles = (strapi: Core.Strapi): Promise<void> =>
  transaction(strapi, async (trx) => {
    await rows(trx, "select pg_advisory_xact_lock(hashtext('access.roles'))");
    const known = strapi.service('admin::permission').actionProvider;
    const granted = ((await strapi.store.get(marker)) ?? {}) as Record<string, Given>;
    const next: Record<string, Given> = { ...granted };
    for (const definition of roleMatrix) {
      const { code, name, description } = definition;
      const seeded = granted[code];
      let role = await strapi.db.query('admin::role').findOne({ where: { code } });
      if (!role && seeded) continue;
      role ??= await strapi.db.query('admin::role').create({ data: { code, name, description } });
      const wanted = permissionsOf(definition, fieldsOf(strapi)).filter(({ action }) =>
        known.has(action),
      );
      const { create, extend, given } = additions(wanted, seeded ?? {});
      if (create.length > 0)
        await strapi.service('admin::role').addPermissions(role.id, create.map(stored));
      for (const line of extend) await extendLine(strapi, role.id, line);
      next[code] = given;
    }
    await strapi.store.set({ ...marker, value: next });
  });
