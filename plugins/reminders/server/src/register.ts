import { hold } from '@enamel/audit';
import { consume } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import {
  carryAccountMail,
  carryCode,
  carryErasureNotice,
  carryExportNotice,
} from './services/codes.ts';
import { carryAll } from './services/courier.ts';
import { holdings } from './services/holdings.ts';
import { carryNotice } from './services/notices.ts';
import { heard, planForEvent } from './services/planner.ts';
import { checkTemplates } from './services/template-check.ts';

export const register = ({ strapi }: { strapi: Core.Strapi }) => {
  strapi.documents.use(checkTemplates());
  hold(strapi, ...holdings(strapi));
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
  consume(strapi, {
    queue: 'reminders.privacy-mails',
    events: ['privacy.export-ready'],
    handle: ({ payload }) => carryExportNotice(strapi, payload.export),
  });
  consume(strapi, {
    queue: 'reminders.erasure-mails',
    events: ['privacy.erasure-answered'],
    handle: ({ payload }) => carryErasureNotice(strapi, payload.erasure),
  });
  consume(strapi, {
    queue: 'reminders.staff-notices',
    events: ['access.notice-made'],
    handle: ({ payload }) => carryNotice(strapi, payload.notice),
  });
};
