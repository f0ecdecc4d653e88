import { currentActor, isFromStaff, type Transaction, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import {
  type RightsRequest,
  rightsChanges,
  rightsRequestOf,
  type Standing,
} from '../domain/rights.ts';
import { record } from '../services/record.ts';
import { standingOf } from '../store/rights.ts';

const madeIn = (context: Context): string[] => {
  const body = context.body as { data?: { id?: unknown }; role?: { id?: unknown } } | undefined;
  const id = body?.data?.id ?? body?.role?.id;
  return id === undefined ? [] : [String(id)];
};

const idsIn = (strapi: Core.Strapi, { id }: RightsRequest, sent: Record<string, unknown>) => {
  if (id === 'me') return [currentActor(strapi).id];
  if (id !== null) return [id];
  return Array.isArray(sent.ids) ? sent.ids.map(String) : [];
};

/** Runs inside the transaction of the change: what cannot be told does not happen. */
const watchRequest = async (
  strapi: Core.Strapi,
  trx: Transaction,
  context: Context,
  asked: RightsRequest,
  next: Next,
) => {
  const sent = ((context.request as { body?: object }).body ?? {}) as Record<string, unknown>;
  const before = new Map<string, Standing | null>();
  const known = asked.id === 'me' ? [] : idsIn(strapi, asked, sent);
  for (const id of known) before.set(id, await standingOf(trx, asked.noun, id));
  await next();
  if (context.status >= 400) return;
  // Only now the request's own account is known.
  const ids = asked.id === 'me' ? idsIn(strapi, asked, sent) : known;
  const written = Object.keys(sent).filter((name) => name !== 'ids' && name !== 'permissions');
  for (const id of ids.length > 0 ? ids : [...madeIn(context), ''].slice(0, 1)) {
    const after = id && asked.action !== 'delete' ? await standingOf(trx, asked.noun, id) : null;
    const old = before.get(id) ?? (asked.id === 'me' ? after : null);
    await record(strapi, trx, {
      action: `access.${asked.action}`,
      subject: asked.noun,
      subjectId: id || null,
      detail: { ...rightsChanges(old, after, written) },
    });
  }
};

/** Tells of every change of roles, permissions, staff accounts and tokens that the panel's settings make. */
export const rights =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (context: Context, next: Next) => {
    const asked = rightsRequestOf(context.method, context.path);
    // Nothing is asked of the database, and nothing held there, for somebody whom the route refuses anyway.
    if (!asked || !(await isFromStaff(strapi, context))) return next();
    await transaction(strapi, (trx) => watchRequest(strapi, trx, context, asked, next));
  };
