import { forbidden } from '@enamel/kernel';
import type { Core } from '@strapi/strapi';

/** SQL on a patient's numeric id for what the request's reader may know of; undefined when nothing is kept from them. */
type Bound = (patient: string) => Promise<string | undefined>;

const bounds = new WeakMap<Core.Strapi, Bound>();

/** Whoever knows the scope of staff tells the trail of it here. */
export const boundReaders = (strapi: Core.Strapi, bound: Bound): void => {
  bounds.set(strapi, bound);
};

/** A condition for the entries that the request's reader may see. */
export const seenByReader = async (strapi: Core.Strapi): Promise<string | undefined> =>
  bounds.get(strapi)?.('p.id');

/** @throws 403 `WHOLE_TRAIL_ONLY` for a reader who may not see all of it */
export const demandWholeTrail = async (strapi: Core.Strapi): Promise<void> => {
  if (await seenByReader(strapi))
    throw forbidden('WHOLE_TRAIL_ONLY', 'Only who sees the whole trail may take it away.');
};
