import { system } from '@enamel/kernel';
import { rows, runAs, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { defaultRules, defaultTemplates } from '../domain/defaults.ts';

const lock = 7_341_300;

/** Gives a clinic that has neither rules nor templates its first ones; only once, however many processes start. */
export const installDefaults = (strapi: Core.Strapi): Promise<void> =>
  runAs(system('reminders'), () =>
    transaction(strapi, async (trx) => {
      await rows(trx, 'select pg_advisory_xact_lock(?)', [lock]);
      const templates = strapi.documents('api::message-template.message-template');
      const rules = strapi.documents('api::reminder-rule.reminder-rule');
      if ((await templates.count({})) + (await rules.count({})) > 0) return;
      for (const { subject, ...data } of defaultTemplates)
        await templates.create({
          data: { ...data, ...(subject ? { subject } : {}), active: true },
        });
      for (const data of defaultRules) await rules.create({ data: { ...data, active: true } });
    }),
  );
