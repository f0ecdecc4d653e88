import type { Core } from '@strapi/strapi';
import { settlePortalRoles } from './portal-roles.ts';
import { seedRoles } from './roles.ts';

/** Roles of staff and of the portal. Run it once every plugin and the panel have registered their actions. */
export const seedAccess = async (strapi: Core.Strapi): Promise<void> => {
  await seedRoles(strapi);
  await settlePortalRoles(strapi);
};
