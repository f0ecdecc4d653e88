import { patientIds } from '@enamel/access';
import { record } from '@enamel/audit';
import { conflict, missing } from '@enamel/kernel';
import { clockOf, currentActor, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Alert, ResponseDetail, ResponseSummary } from '../../../shared/index.ts';
import { suggestAlerts, withAlerts } from '../domain/alerts.ts';
import { hashOf } from '../domain/frozen.ts';
import { askedPatient, keepAlerts, lockAlerts } from '../store/patients.ts';
import {
  findResponse,
  type KeptResponse,
  lockStatus,
  markReviewed,
  responsesOfPatient,
} from '../store/responses.ts';

const notFound = () => missing('RESPONSE_NOT_FOUND', 'There is no such response.');

/** A patient's responses for staff, the latest first. */
export const listResponses = async (
  strapi: Core.Strapi,
  patient: string,
): Promise<ResponseSummary[]> => {
  if (!(await askedPatient(strapi, patient)))
    throw missing('PATIENT_NOT_FOUND', 'There is no such patient.');
  await record(strapi, undefined, {
    action: 'intake.responses.listed',
    subject: 'patient',
    subjectId: patient,
    patientId: patient,
  });
  return responsesOfPatient(strapi, patient);
};

const detailOf = async (strapi: Core.Strapi, kept: KeptResponse): Promise<ResponseDetail> => {
  const { questions, patient, ...rest } = kept;
  if (!patient) throw notFound();
  const sections = questions ?? [];
  const answers = kept.answers ?? {};
  const { title, language, dateOfBirth, signature, submittedAt } = kept;
  // Whoever answered may have had another record then, which became part of this one.
  const owners = await patientIds(strapi.db.connection, patient.documentId);
  const hashes = owners.map((owner) =>
    hashOf({
      patient: owner,
      title,
      language,
      sections,
      answers,
      dateOfBirth: dateOfBirth ?? '',
      signature: signature ?? '',
      submittedAt,
    }),
  );
  return {
    documentId: rest.documentId,
    title,
    language,
    status: rest.status,
    submittedAt,
    reviewedAt: rest.reviewedAt,
    reviewedBy: rest.reviewedBy,
    patient,
    sections,
    answers,
    dateOfBirth,
    signature,
    hash: kept.hash ?? '',
    intact: kept.hash !== null && hashes.includes(kept.hash),
    suggestedAlerts: suggestAlerts(sections, answers),
  };
};

const found = async (strapi: Core.Strapi, documentId: string) => {
  const kept = await findResponse(strapi, documentId);
  if (!kept) throw notFound();
  return detailOf(strapi, kept);
};

/** One response as it was asked and answered. The reading is audited. */
export const readResponse = async (
  strapi: Core.Strapi,
  documentId: string,
): Promise<ResponseDetail> => {
  const detail = await found(strapi, documentId);
  await record(strapi, undefined, {
    action: 'intake.response.read',
    subject: 'questionnaire-response',
    subjectId: documentId,
    patientId: detail.patient.documentId,
  });
  return detail;
};

/** Marks a response reviewed once and adds the alerts that the reviewer chose to the patient. */
export const reviewResponse = async (
  strapi: Core.Strapi,
  documentId: string,
  alerts: readonly Alert[],
): Promise<ResponseDetail> => {
  const { patient } = await found(strapi, documentId);
  const actor = currentActor(strapi);
  await transaction(strapi, async (trx) => {
    if ((await lockStatus(trx, documentId)) !== 'submitted')
      throw conflict('ALREADY_REVIEWED', 'Somebody has reviewed this response already.');
    const known = await lockAlerts(strapi, trx, patient.documentId);
    const all = withAlerts(known, alerts);
    if (all.length > known.length) await keepAlerts(strapi, patient.documentId, all);
    await markReviewed(strapi, documentId, {
      at: clockOf(strapi).now().toString({ smallestUnit: 'millisecond' }),
      by: actor.kind === 'staff' ? actor.name : actor.id,
    });
    await record(strapi, trx, {
      action: 'intake.response.reviewed',
      subject: 'questionnaire-response',
      subjectId: documentId,
      patientId: patient.documentId,
      detail: { alertsAdded: all.length - known.length },
    });
  });
  return found(strapi, documentId);
};
