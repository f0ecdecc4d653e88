import { forbidden } from '@enamel/kernel';
import { type Transaction, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { isPlaced, whereabouts } from '../store/placed-records.ts';
import { actingStaff, scopeOf } from './scope.ts';

type Middleware = Parameters<Core.Strapi['documents']['use']>[0];
type Call = Parameters<Middleware>[0];

const writes = new Set(['create', 'update', 'clone', 'delete']);

/**
 * Chairs, hours and time off are no patient data, so everybody reads them; they are written by staff of their place.
 * The write happens first, inside a transaction, and what it left is looked at, so no syntax of relations needs to be
 * understood here.
 * @throws ClinicError NOT_YOUR_PLACE, WHOLE_HOUSE
 */
export const keepingPlaces = async <T>(
  strapi: Core.Strapi,
  { uid, action, params }: Call,
  write: () => T,
): Promise<Awaited<T>> => {
  if (!isPlaced(uid) || !writes.has(action)) return await write();
  const scope = await scopeOf(strapi);
  if (scope.everywhere || !scope.places) return await write();
  const own = { places: scope.places.map(({ id }) => id), user: actingStaff(strapi).id };
  const demand = async (trx: Transaction, documentId: string | undefined) => {
    if (!documentId) return;
    const { elsewhere, everywhere } = await whereabouts(trx, uid, documentId, own);
    if (elsewhere)
      throw forbidden('NOT_YOUR_PLACE', 'This belongs to a location where you do not work.');
    if (everywhere)
      throw forbidden('WHOLE_HOUSE', 'Only staff of all locations may close the whole clinic.');
  };
  return transaction(strapi, async (trx): Promise<Awaited<T>> => {
    await demand(trx, (params as { documentId?: string }).documentId);
    const written = await write();
    await demand(trx, (written as { documentId?: string } | null)?.documentId);
    return written;
  });
};
