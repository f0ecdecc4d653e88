/** How offers go out: rows of the clinic's settings, with what holds where there is none. */
import { system } from '@enamel/kernel';
import { rows, runAs, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { settingsOf } from '../store/settings.ts';

const minutesKey = 'wait-list.offer-minutes';
const automaticKey = 'wait-list.automatic';

export interface OfferSettings {
  /** Minutes of opening hours for which an offered time is kept. */
  readonly minutes: number;
  /** Whether freed times are offered by themselves. */
  readonly automatic: boolean;
}

const usual: OfferSettings = { minutes: 30, automatic: false };

const minutesIn = (value: unknown): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 5 && value <= 1440
    ? value
    : usual.minutes;

export const offerSettings = async (strapi: Core.Strapi): Promise<OfferSettings> => {
  const values = await settingsOf(strapi.db.connection, [minutesKey, automaticKey]);
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
