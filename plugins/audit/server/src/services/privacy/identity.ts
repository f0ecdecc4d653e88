import { missing } from '@enamel/kernel';
import type { Core } from '@strapi/strapi';
import type { KeptIdentity } from '../../../../shared/index.ts';
import { record } from '../record.ts';
import { openFields } from '../sealing/sealed-fields.ts';
import { keptIdentity } from './erase.ts';
import { patientOfErasure } from './preview.ts';

/**
 * Who an erased patient was. Each look is on the trail with its reason.
 * @throws 404 `IDENTITY_GONE` when nothing of them is kept any more
 */
export const openIdentity = async (
  strapi: Core.Strapi,
  id: string,
  reason: string,
): Promise<KeptIdentity> => {
  const patient = await patientOfErasure(strapi, id);
  const opened = await openFields(strapi.db.connection, 'patient', [patient]);
  const kept = opened.get(patient)?.[keptIdentity];
  if (kept === undefined)
    throw missing('IDENTITY_GONE', 'Nothing of this patient is kept any more.');
  await record(strapi, undefined, {
    action: 'privacy.identity.read',
    subject: 'patient',
    subjectId: patient,
    patientId: patient,
    reason,
  });
  return JSON.parse(kept) as KeptIdentity;
};
