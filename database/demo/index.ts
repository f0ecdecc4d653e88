import { clockOf, rows, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { buildDemo, type Demo, defaultSeed } from './build.ts';
import { loadHouse } from './load-house.ts';
import { loadRecords } from './load-records.ts';
import { addLogo } from './logo.ts';
import { addSignIns } from './sign-ins.ts';

const lock = 7_341_003;

/**
 * Loads the demo clinic when the database holds no location yet, whole or not at all; of several processes one does.
 * Deterministic but for the present instant.
 * @returns what was loaded; undefined when there was something already
 */
export const seedDemo = async (
  strapi: Core.Strapi,
  seed: number = defaultSeed,
): Promise<Demo | undefined> => {
  const loaded = await transaction(strapi, async (trx) => {
    await rows(trx, 'select pg_advisory_xact_lock(?)', [lock]);
    const [{ found } = { found: true }] = await rows<{ found: boolean }>(
      trx,
      'select exists (select from locations) as found',
    );
    if (found) return undefined;
    const started = performance.now();
    const demo = buildDemo(clockOf(strapi).now().epochMilliseconds, seed);
    await loadHouse(trx, demo);
    await loadRecords(trx, demo);
    await addSignIns(strapi, trx, demo);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    strapi.log.info(
      `Demo clinic loaded in ${seconds} s: ${demo.patients.length} patients, ${demo.visits.length} appointments, ${demo.invoices.length} invoices`,
    );
    return demo;
  });
  // A file cannot be rolled back: it follows the commit.
  if (loaded) await addLogo(strapi);
  return loaded;
};
