import { env } from '@enamel/config';
import type { Core } from '@strapi/strapi';
import { PgBoss } from 'pg-boss';
import type { DomainEvent, DomainEvents, EventName } from '../../../shared/index.ts';
import { system } from '../../../shared/index.ts';
import { type Part, part, run, together } from '../store/statement.ts';
import type { Transaction } from '../store/transaction.ts';
import { runAs } from './actor.ts';

export interface Consumer<N extends EventName = EventName> {
  /** Its queue, such as `reminders.messages`. Must never change once in use. */
  readonly queue: string;
  readonly events: readonly N[];
  /**
   * Runs at least once for each event: make the effect idempotent. When its process dies, another takes over within half
   * a minute.
   */
  readonly handle: (event: DomainEvent<N>) => Promise<void>;
}

interface Bus {
  readonly boss: PgBoss;
  readonly consumers: Consumer[];
}

const buses = new WeakMap<Core.Strapi, Bus>();

const busOf = (strapi: Core.Strapi): Bus => {
  const known = buses.get(strapi);
  if (known) return known;
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL ?? '',
    max: 3,
    application_name: 'enamel-events',
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  boss.on('error', (error) => strapi.log.error(`events: ${error.message}`));
  const bus = { boss, consumers: [] };
  buses.set(strapi, bus);
  return bus;
};

/** Registers a consumer. Call it in a plugin's `register`, before any bootstrap. */
export const consume = <N extends EventName>(strapi: Core.Strapi, consumer: Consumer<N>): void => {
  busOf(strapi).consumers.push(consumer as unknown as Consumer);
};

/** What writes an event for each of its consumers, by names that are safe in a statement of several parts. */
export const emitting = async <N extends EventName>(
  strapi: Core.Strapi,
  name: N,
  payload: DomainEvents[N],
): Promise<Record<string, Part>> => {
  const { boss, consumers } = busOf(strapi);
  const parts: Record<string, Part> = {};
  for (const [index, { queue, events }] of consumers.entries()) {
    if (!events.includes(name)) continue;
    const keep = async (text: string, values: unknown[] = []) => {
      parts[`event_${index}`] = { text, values };
      return { rows: [{ id: '' }] };
    };
    await boss.send(
      queue,
      { name, payload },
      {
        db: { executeSql: keep },
        retryLimit: 8,
        retryDelay: 5,
        retryBackoff: true,
        heartbeatSeconds: 10,
      },
    );
  }
  return parts;
};

/** Writes an event for each of its consumers in the caller's transaction, in one statement. */
export const emit = async <N extends EventName>(
  strapi: Core.Strapi,
  trx: Transaction,
  name: N,
  payload: DomainEvents[N],
): Promise<void> => {
  const parts = await emitting(strapi, name, payload);
  if (Object.keys(parts).length > 0) await run(trx, together(parts, part`select`));
};

/** Strapi has the driver leave JSON as text, for everyone in the process. */
const eventIn = (data: DomainEvent | string): DomainEvent =>
  typeof data === 'string' ? (JSON.parse(data) as DomainEvent) : data;

export const startEvents = async (strapi: Core.Strapi): Promise<void> => {
  const { boss, consumers } = busOf(strapi);
  await boss.start();
  for (const { queue, handle } of consumers) {
    await boss.createQueue(queue);
    await boss.work<DomainEvent | string>(
      queue,
      { pollingIntervalSeconds: 0.5, batchSize: 1 },
      async (jobs) => {
        for (const job of jobs) await runAs(system(queue), () => handle(eventIn(job.data)));
      },
    );
  }
};

export const stopEvents = async (strapi: Core.Strapi): Promise<void> => {
  await buses.get(strapi)?.boss.stop({ graceful: true, timeout: 5_000 });
};
