/** How offers go out: rows of the clinic's settings, with what holds where there is none. */
import { record } from '@enamel/audit';
import { system } from '@enamel/kernel';
import { rows, runAs, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { type OfferSettings, offerMinutes } from '../../../../shared/wait-list.ts';
import type { Runner } from '../../store/runner.ts';
import { settingsOf } from '../../store/wait-list/settings.ts';

const minutesKey = 'wait-list.offer-minutes';
const automaticKey = 'wait-list.automatic';

const usual: OfferSettings = { minutes: 30, automatic: false };

const minutesIn = (value: unknown): number =>
  typeof value === 'number' &&
  Number.isInteger(value) &&
  value >= offerMinutes.least &&
  value <= offerMinutes.most
    ? value
    : usual.minutes;

export const offerSettings = async (
  strapi: Core.Strapi,
  on: Runner = strapi.db.connection,
): Promise<OfferSettings> => {
  const values = await settingsOf(on, [minutesKey, automaticKey]);
  return {
    minutes: minutesIn(values.get(minutesKey)),
    automatic: values.get(automaticKey) === true,
  };
};

const descriptions: readonly [string, number | boolean, string][] = [
  [
    minutesKey,
    usual.minutes,
    'Wait list: minutes of opening hours for which an offered time is kept (5 to 1440).',
  ],
  [
    automaticKey,
    usual.automatic,
    'Wait list: true offers freed times to those who wait without the desk.',
  ],
];
const lock = 7_341_180;

/** Writes the rows that are missing, so that the clinic finds them under Settings. */
export const installSettings = (strapi: Core.Strapi): Promise<void> =>
  runAs(system('scheduling'), () =>
    transaction(strapi, async (trx) => {
      await rows(trx, 'select pg_advisory_xact_lock(?)', [lock]);
      const known = await settingsOf(
        trx,
        descriptions.map(([key]) => key),
      );
      for (const [key, value, description] of descriptions)
        if (!known.has(key))
          await strapi
            .documents('api::setting.setting')
            .create({ data: { key, value, description } });
    }),
  );

/** Writes what differs, as whoever asks. */
export const changeOfferSettings = (
  strapi: Core.Strapi,
  wanted: OfferSettings,
): Promise<OfferSettings> =>
  transaction(strapi, async (trx) => {
    await rows(trx, 'select pg_advisory_xact_lock(?)', [lock]);
    const documents = strapi.documents('api::setting.setting');
    const values = new Map<string, number | boolean>([
      [minutesKey, wanted.minutes],
      [automaticKey, wanted.automatic],
    ]);
    for (const [key, , description] of descriptions) {
      const value = values.get(key) ?? null;
      const found = await documents.findFirst({ filters: { key } });
      if (found?.value === value) continue;
      if (found) await documents.update({ documentId: found.documentId, data: { value } });
      else await documents.create({ data: { key, value, description } });
      const detail = { key, before: found?.value ?? null, value };
      await record(strapi, trx, {
        action: 'setting.changed',
        subject: 'setting',
        ...(found ? { subjectId: found.documentId } : {}),
        detail,
      });
    }
    return offerSettings(strapi, trx);
  });
