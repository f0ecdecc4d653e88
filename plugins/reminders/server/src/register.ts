import { consume } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { carryAccountMail, carryCode } from './services/codes.ts';
import { carryAll } from './services/courier.ts';
import { heard, planForEvent } from './services/planner.ts';
import { checkTemplates } from './services/template-check.ts';

export const register = ({ strapi }: { strapi: Core.Strapi }) => {
  strapi.documents.use(checkTemplates());
  consume(strapi, {
    queue: 'reminders.messages',
    events: heard,
    handle: async (event) => {
      if ((await planForEvent(strapi, event)) > 0) await carryAll(strapi);
    },
  });
  consume(strapi, {
    queue: 'reminders.codes',
    events: ['access.code-requested'],
    handle: ({ payload }) => carryCode(strapi, payload.request),
  });
  consume(strapi, {
    queue: 'reminders.account-mails',
    events: ['access.mail-requested'],
    handle: ({ payload }) => carryAccountMail(strapi, payload.mail),
  });
};
