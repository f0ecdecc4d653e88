import { system } from '@enamel/kernel';
import { rows, runAs, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { defaultRules, defaultTemplates } from '../domain/defaults.ts';
import { givenBefore, newOnes, ruleKey, templateKey } from '../domain/given.ts';

const lock = 7_341_300;
const marker = { type: 'plugin', name: 'reminders', key: 'given' };

/** Gives the clinic the templates and rules that it never had; each only once, however many processes start. */
export const installDefaults = (strapi: Core.Strapi): Promise<void> =>
  runAs(system('reminders'), () =>
    transaction(strapi, async (trx) => {
      await rows(trx, 'select pg_advisory_xact_lock(?)', [lock]);
      const templates = strapi.documents('api::message-template.message-template');
      const rules = strapi.documents('api::reminder-rule.reminder-rule');
      const present = new Set([
        ...(await templates.findMany({ fields: ['key', 'channel', 'language'] })).map(templateKey),
        ...(await rules.findMany({ fields: ['event', 'templateKey', 'channel'] })).map(ruleKey),
      ]);
      const noted = (await strapi.store.get(marker)) as readonly string[] | null;
      const given = new Set(noted ?? givenBefore(present));
      for (const { subject, ...data } of newOnes(defaultTemplates, templateKey, given, present))
        await templates.create({
          data: { ...data, ...(subject ? { subject } : {}), active: true },
        });
      for (const data of newOnes(defaultRules, ruleKey, given, present))
        await rules.create({ data: { ...data, active: true } });
      const next = [...defaultTemplates.map(templateKey), ...defaultRules.map(ruleKey)];
      await strapi.store.set({ ...marker, value: [...new Set([...given, ...next])] });
    }),
  );
