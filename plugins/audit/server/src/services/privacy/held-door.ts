import { type Transaction, transaction } from '@enamel/kernel/server';
import type { Core, UID } from '@strapi/strapi';
import { patientNouns } from '../../domain/patients.ts';
import { patientsOf } from '../../store/patients-of.ts';
import { refuseHeld } from './holds.ts';

type Middleware = Parameters<Core.Strapi['documents']['use']>[0];

/**
 * Leaves records with a patient under a legal hold. The database judges it at commit, for whoever writes; here it is said in
 * words, since Strapi does not hear of a commit that fails.
 */
export const heldDoor =
  (strapi: Core.Strapi): Middleware =>
  (call, next) => {
    const { documentId, data } = call.params as { documentId?: string; data?: object };
    const uid = call.uid as UID.ContentType;
    if (call.action !== 'update' || !patientNouns.has(uid) || !documentId) return next();
    if (!data || !('patient' in data)) return next();
    const owners = async (trx: Transaction): Promise<string[]> => {
      const records = await strapi.db
        .query(uid)
        .findMany({ where: { documentId }, select: ['id'] });
      return patientsOf(
        strapi,
        trx,
        uid,
        records.map(({ id }: { id: number }) => id),
      );
    };
    return transaction(strapi, async (trx) => {
      const before = await owners(trx);
      const result = await next();
      const after = await owners(trx);
      await refuseHeld(
        trx,
        before.filter((patient) => !after.includes(patient)),
      );
      return result;
    });
  };
