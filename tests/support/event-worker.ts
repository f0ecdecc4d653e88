/**
 * A process that only works on events, for the story of two of them: `event-worker.ts <name> <events to emit> <ms of work>`.
 * It tells what it began and finished in the table `test_work`.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import knex from 'knex';
import { consume, emit, startEvents } from '../../plugins/kernel/server/src/services/events.ts';

const [name = '', count = '0', milliseconds = '0'] = process.argv.slice(2);
const connection = knex({ client: 'pg', connection: process.env.DATABASE_URL ?? '' });
const strapi = {
  log: { error: (line: string) => console.error(line) },
  db: {
    connection,
    transaction: (work: (context: { trx: unknown }) => Promise<unknown>) =>
      connection.transaction((trx) => work({ trx })),
  },
} as unknown as Core.Strapi;

const tell = (event: string, state: string) =>
  connection('test_work').insert({ worker: name, event, state });

consume(strapi, {
  queue: 'test.work',
  events: ['treatment.completed'],
  handle: async ({ payload }) => {
    await tell(payload.treatment, 'begun');
    await sleep(Number(milliseconds));
    await tell(payload.treatment, 'done');
  },
});
await startEvents(strapi);

for (let event = 0; event < Number(count); event++)
  await transaction(strapi, (trx) =>
    emit(strapi, trx, 'treatment.completed', { treatment: `kept ${event}` }),
  );
if (Number(count) > 0)
  await transaction(strapi, async (trx) => {
    await emit(strapi, trx, 'treatment.completed', { treatment: 'taken back' });
    throw new Error('the change failed');
  }).catch(() => tell('taken back', 'rolled back'));
console.log('ready');
