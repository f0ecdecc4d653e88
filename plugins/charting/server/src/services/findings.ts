import { conflict, missing } from '@enamel/kernel';
import { clockOf, currentActor, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { FindingBody } from '../../../shared/contracts.ts';
import { findPractitionerOf } from '../store/clinic.ts';
import { lockFinding } from '../store/findings.ts';
import { findPatient } from '../store/records.ts';
import { findingNoun } from './door.ts';
import { given } from './given.ts';

const own = async (trx: Parameters<typeof lockFinding>[0], patient: string, documentId: string) => {
  const finding = await lockFinding(trx, documentId);
  if (finding?.patient !== patient)
    throw missing('FINDING_NOT_FOUND', 'There is no such finding of this patient.');
  if (finding.resolvedAt) throw conflict('ALREADY_RESOLVED', 'This finding is already resolved.');
  return finding;
};

/** Records what was seen; with `supersedes` it takes the place of an earlier finding. @returns its document id. */
export const recordFinding = (
  strapi: Core.Strapi,
  patient: string,
  { tooth, supersedes, ...body }: FindingBody,
): Promise<string> =>
  transaction(strapi, async (trx) => {
    if (!(await findPatient(trx, patient)))
      throw missing('PATIENT_NOT_FOUND', 'There is no such patient.');
    const replaced = supersedes ? await own(trx, patient, supersedes) : undefined;
    const now = clockOf(strapi).now().toString();
    const finding = await strapi.documents(findingNoun).create({
      data: {
        kind: body.kind,
        surfaces: body.surfaces,
        toothNumber: tooth,
        patient,
        foundAt: now,
        ...given({
          notes: body.notes,
          practitioner: await findPractitionerOf(trx, currentActor(strapi).id),
        }),
      },
    });
    if (replaced)
      await strapi.documents(findingNoun).update({
        documentId: replaced.documentId,
        data: { resolvedAt: now, supersededBy: finding.documentId },
      });
    return finding.documentId;
  });

/** @throws 404 for another patient's finding, 409 ALREADY_RESOLVED. */
export const resolveFinding = (
  strapi: Core.Strapi,
  patient: string,
  documentId: string,
): Promise<string> =>
  transaction(strapi, async (trx) => {
    await own(trx, patient, documentId);
    await strapi.documents(findingNoun).update({
      documentId,
      data: { resolvedAt: clockOf(strapi).now().toString() },
    });
    return documentId;
  });
