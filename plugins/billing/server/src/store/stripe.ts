import { rows, type Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';

/** Whether the event is new. It is then on record when the transaction commits. */
export const firstSight = async (
  trx: Transaction,
  event: { id: string; type: string },
): Promise<boolean> =>
  (
    await rows(
      trx,
      'insert into stripe_events (id, type) values (?, ?) on conflict do nothing returning id',
      [event.id, event.type],
    )
  ).length === 1;

/** Opened Checkout pages for this invoice and amount: how many there were, and the one that is still good. */
export const sessionsFor = async (
  strapi: Core.Strapi,
  about: { invoice: string; amount: number; now: string },
): Promise<{ count: number; url: string | null }> => {
  const [row] = await rows<{ count: number; url: string | null }>(
    strapi.db.connection,
    `select count(*)::integer as count,
            max(url) filter (where not closed and expires_at > cast(:now as timestamptz) + interval '5 minutes') as url
     from stripe_sessions where invoice = :invoice and amount = :amount`,
    about,
  );
  return row ?? { count: 0, url: null };
};

export const keepSession = async (
  strapi: Core.Strapi,
  session: { id: string; invoice: string; amount: number; url: string; expiresAt: string },
): Promise<void> => {
  await rows(
    strapi.db.connection,
    `insert into stripe_sessions (id, invoice, amount, url, expires_at)
     values (:id, :invoice, :amount, :url, :expiresAt) on conflict do nothing`,
    session,
  );
};

/** Marks the invoice's open Checkout pages closed and names them, so that Stripe can be told. */
export const closeSessions = async (trx: Transaction, invoice: string): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      trx,
      'update stripe_sessions set closed = true where invoice = ? and not closed returning id',
      [invoice],
    )
  ).map(({ id }) => id);
