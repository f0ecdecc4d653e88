import type { Transaction } from '@enamel/kernel/server';
import type { Ask } from './seals.ts';

interface Client {
  query(config: {
    text: string;
    values: unknown[];
    rowMode: 'array';
  }): Promise<{ rows: (string | null)[][] }>;
}

/** Asks over a connection of the driver's own. */
export const askOf =
  (client: Client): Ask =>
  async (text, values = []) =>
    (await client.query({ text, values: [...values], rowMode: 'array' })).rows;

/** Asks in a transaction of Strapi's, past the query builder. */
export const askIn =
  (trx: Transaction): Ask =>
  async (text, values = []) => {
    const client = (await trx.client.acquireConnection()) as Client;
    return askOf(client)(text, values);
  };
