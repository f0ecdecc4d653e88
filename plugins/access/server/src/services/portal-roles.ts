import { rows, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { patientActions, patientPlugins, visitorActions } from '../domain/portal-matrix.ts';
import { isStaffScope } from './staff-strategy.ts';

interface Route {
  readonly info?: { readonly type?: string };
  readonly config?: { readonly auth?: false | { readonly scope?: readonly string[] } };
}

/** Scopes of the content-API routes of a plugin that ask for a sign-in, but for those of staff. */
const scopesOf = (strapi: Core.Strapi, name: string): string[] => {
  const routers = Object.values(strapi.plugin(name)?.routes ?? {}) as { routes?: Route[] }[];
  return routers
    .flatMap(({ routes = [] }) => routes)
    .filter(({ info }) => info?.type === 'content-api')
    .flatMap(({ config }) => (config?.auth ? [...(config.auth.scope ?? [])] : []))
    .filter((scope) => !isStaffScope(scope));
};

const permissions = 'plugin::users-permissions.permission';

/** The permissions of a portal role become exactly `wanted`: code, not the panel, decides what the portal may call. */
const settle = async (strapi: Core.Strapi, type: string, wanted: ReadonlySet<string>) => {
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({
    where: { type },
    populate: ['permissions'],
  });
  if (!role) throw new Error(`The portal role ${type} is missing`);
  const held = role.permissions as { id: number; action: string }[];
  for (const { id, action } of held)
    if (!wanted.has(action)) await strapi.db.query(permissions).delete({ where: { id } });
  for (const action of wanted)
    if (!held.some((permission) => permission.action === action))
      await strapi.db.query(permissions).create({ data: { action, role: role.id } });
};

export const settlePortalRoles = (strapi: Core.Strapi): Promise<void> =>
  transaction(strapi, async (trx) => {
    await rows(trx, "select pg_advisory_xact_lock(hashtext('access.portal'))");
    const own = patientPlugins.flatMap((name) => scopesOf(strapi, name));
    await settle(strapi, 'public', new Set(visitorActions));
    await settle(strapi, 'authenticated', new Set([...patientActions, ...own]));
  });
