import { env } from '@enamel/config';
import { every } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { actions } from './permissions.ts';
import { carryAll } from './services/courier.ts';
import { installDefaults } from './services/defaults.ts';
import { planReminders } from './services/planner.ts';

export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }) => {
  await strapi.service('admin::permission').actionProvider.registerMany(actions);
  await installDefaults(strapi);
  every(strapi, `*/${env().REMINDER_TICK_SECONDS} * * * * *`, 'reminders', async () => {
    await planReminders(strapi);
    await carryAll(strapi);
  });
};
