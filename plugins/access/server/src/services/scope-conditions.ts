import type { Core } from '@strapi/strapi';
import { conditions, ownNotes } from '../domain/scope.ts';

const words: Readonly<Record<string, string>> = {
  [conditions.locations]: 'Patients of their own locations',
  [conditions.patients]: 'Patients they treat themselves',
  [conditions.schedule]: 'Their own schedule',
  [ownNotes]: 'Their own notes',
};

/**
 * What Settings → Roles offers at each permission. Strapi itself lets the permission pass: who is in scope is decided where
 * records are read, which answers "not found" instead of "not allowed" and costs no list of ids.
 */
export const offerConditions = async (strapi: Core.Strapi): Promise<void> => {
  await strapi.service('admin::permission').conditionProvider.registerMany(
    Object.entries(words).map(([id, displayName]) => ({
      name: id.split('.')[1],
      displayName,
      plugin: 'access',
      category: 'Scope',
      handler: () => true,
    })),
  );
};
