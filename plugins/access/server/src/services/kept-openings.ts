import { record } from '@enamel/audit';
import { transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { scopePermissions } from '../../../shared/scope-permissions.ts';
import { patientNoun } from '../domain/patient-nouns.ts';
import { lastingScope, type Scope } from '../domain/scope.ts';
import { staffWithPermission } from '../store/notices.ts';
import { keptOpenings } from '../store/openings.ts';
import { outOfScope } from '../store/scoped-records.ts';
import { notify } from './notices.ts';
import { actingStaff } from './scope.ts';

const tell = (strapi: Core.Strapi, patients: readonly number[]): Promise<void> =>
  transaction(strapi, async (trx) => {
    const { id: user, name: by } = actingStaff(strapi);
    const kept = await keptOpenings(trx, user, patients);
    if (kept.length === 0) return;
    for (const { id, patient } of kept)
      await record(strapi, trx, {
        action: 'access.opening-kept',
        subject: 'patient',
        subjectId: patient,
        patientId: patient,
        detail: { opening: id },
      });
    const users = await staffWithPermission(trx, scopePermissions.watch, user);
    await notify(strapi, trx, { kind: 'record-kept', about: by, users });
  });

/**
 * Does what a request does. When that makes the patient of an opened record known for good, as a visit does, who watches
 * hears of it, and the opening is to be looked at once more.
 */
export const watchOpened = async (
  strapi: Core.Strapi,
  scope: Scope,
  work: () => Promise<unknown>,
): Promise<void> => {
  if (scope.everywhere || scope.opened.length === 0) {
    await work();
    return;
  }
  const { opened } = scope;
  const foreign = () => outOfScope(strapi, lastingScope(scope), patientNoun, opened);
  const before = await foreign();
  await work();
  const after = await foreign();
  const kept = [...before].filter((patient) => !after.has(patient));
  if (kept.length > 0) await tell(strapi, kept);
};
