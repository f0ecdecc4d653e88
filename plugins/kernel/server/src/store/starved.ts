import type { Core } from '@strapi/strapi';

interface Pool {
  on(event: 'acquireFail', heard: () => void): void;
}

const requests = new WeakSet<object>();

/**
 * Remembers requests that waited in vain for a connection: whoever catches the failure on the way, such as a strategy that
 * then takes a patient for a stranger, does not know what it means.
 */
export const watchPool = (strapi: Core.Strapi): void => {
  const { pool } = strapi.db.connection.client as { pool: Pool };
  pool.on('acquireFail', () => {
    const context = strapi.requestContext.get();
    if (context) requests.add(context);
  });
};

export const isStarved = (context: object): boolean => requests.has(context);
