import { system } from '@enamel/kernel';
import { rows, runAs, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { defaultActivities } from '../../domain/privacy/default-activities.ts';

const uid = 'api::processing-activity.processing-activity';
const lock = 7_341_246;
const marker = { type: 'plugin', name: 'audit', key: 'register-begun' };

const languageOf = async (on: Parameters<typeof rows>[0]): Promise<'en' | 'ro'> => {
  const [clinic] = await rows<{ language: string | null }>(
    on,
    'select default_language as language from clinics order by id limit 1',
  );
  return clinic?.language === 'en' ? 'en' : 'ro';
};

/** Begins the register with what Enamel does, once: what the clinic deletes stays deleted. */
export const beginRegister = (strapi: Core.Strapi): Promise<void> =>
  runAs(system('audit'), () =>
    transaction(strapi, async (trx) => {
      await rows(trx, 'select pg_advisory_xact_lock(?)', [lock]);
      if (await strapi.store.get(marker)) return;
      const activities = strapi.documents(uid);
      if ((await activities.count({})) === 0)
        for (const data of defaultActivities[await languageOf(trx)])
          await activities.create({ data: { ...data, active: true } });
      await strapi.store.set({ ...marker, value: true });
    }),
  );
