import type { Core } from '@strapi/strapi';
import { permissions } from '../../../shared/permissions.ts';

const action = (uid: string, displayName: string, subCategory: string) => ({
  section: 'plugins',
  pluginName: 'scheduling',
  uid: uid.replace('plugin::scheduling.', ''),
  displayName,
  subCategory,
});

/** Makes scheduling's actions grantable under Settings → Roles. */
export const registerPermissions = async (strapi: Core.Strapi): Promise<void> => {
  await strapi
    .service('admin::permission')
    .actionProvider.registerMany([
      action(permissions.read, 'See the calendar', 'calendar'),
      action(permissions.book, 'Book appointments', 'appointments'),
      action(permissions.change, 'Move appointments and change their status', 'appointments'),
      action(permissions.overbook, 'Overbook', 'appointments'),
      action(permissions.explain, 'See why a time is not offered', 'calendar'),
      action(permissions.waitList, 'Keep the wait list and offer times', 'wait list'),
      action(permissions.ownHours, 'Change own hours and time off', 'hours'),
      action(permissions.allHours, 'Change everybody’s hours and time off', 'hours'),
      action(permissions.feeds, 'Make and revoke everybody’s calendar feeds', 'calendar'),
      action(permissions.ownFeeds, 'Make and revoke calendar feeds of own visits', 'calendar'),
    ]);
};
