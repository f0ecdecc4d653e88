import { record } from '@enamel/audit';
import { conflict, forbidden, invalid, missing } from '@enamel/kernel';
import { clockOf, currentActor, type Transaction, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { TreatmentBody } from '../../../shared/contracts.ts';
import { type TreatmentStatus, type UndoRefusal, undoRefusal } from '../../../shared/index.ts';
import { findClinic, findPractitionerOf, findServices } from '../store/clinic.ts';
import { findPatient } from '../store/records.ts';
import {
  findCompletion,
  insertStep,
  lockTreatment,
  type TreatmentRow,
} from '../store/treatments.ts';
import { treatmentNoun } from './door.ts';
import { given } from './given.ts';

const priceOf = async (trx: Transaction, body: TreatmentBody): Promise<number> => {
  if (body.status === 'existing-elsewhere') return 0;
  if (typeof body.totalPrice === 'number') return body.totalPrice;
  if (!body.appointmentType) return 0;
  const services = await findServices(trx);
  const service = services.find(({ documentId }) => documentId === body.appointmentType);
  if (!service) throw invalid('SERVICE_UNKNOWN', 'There is no such service.');
  return service.price;
};

/**
 * Writes a treatment into the chart, planned unless told otherwise. Only who may see prices may set one.
 * @returns its document id.
 */
export const planTreatment = (
  strapi: Core.Strapi,
  patient: string,
  body: TreatmentBody,
  { prices }: { prices: boolean },
): Promise<string> =>
  transaction(strapi, async (trx) => {
    if (!prices && (typeof body.totalPrice === 'number' || typeof body.discount === 'number'))
      throw forbidden('PRICE_FORBIDDEN', 'You may not set prices.');
    if (!(await findPatient(trx, patient)))
      throw missing('PATIENT_NOT_FOUND', 'There is no such patient.');
    const treatment = await strapi.documents(treatmentNoun).create({
      data: {
        procedure: body.procedure,
        surfaces: body.surfaces,
        status: body.status,
        patient,
        totalPrice: await priceOf(trx, body),
        discount: body.discount ?? 0,
        ...given({
          toothNumber: body.tooth,
          appointmentType: body.appointmentType,
          appointment: body.appointment,
          date: body.date,
          description: body.description,
          notes: body.notes,
          practitioner: await findPractitionerOf(trx, currentActor(strapi).id),
        }),
      },
    });
    return treatment.documentId;
  });

const own = async (
  trx: Transaction,
  patient: string,
  documentId: string,
): Promise<TreatmentRow> => {
  const treatment = await lockTreatment(trx, documentId);
  if (treatment?.patient !== patient)
    throw missing('TREATMENT_NOT_FOUND', 'There is no such treatment of this patient.');
  return treatment;
};

/** @throws 409 MOVE_REFUSED where its life does not lead there. */
export const moveTreatment = (
  strapi: Core.Strapi,
  patient: string,
  documentId: string,
  to: TreatmentStatus,
): Promise<string> =>
  transaction(strapi, async (trx) => {
    const treatment = await own(trx, patient, documentId);
    if (treatment.status === to) return documentId;
    await strapi.documents(treatmentNoun).update({ documentId, data: { status: to } });
    return documentId;
  });

const refusals: Record<UndoRefusal, readonly [code: string, message: string]> = {
  'not-completed': ['NOT_COMPLETED', 'Only a completed treatment can be taken back.'],
  invoiced: ['ALREADY_INVOICED', 'This treatment is on an invoice already.'],
  'not-the-author': ['NOT_THE_AUTHOR', 'Only the one who completed a treatment can take it back.'],
  'another-day': ['UNDO_TOO_LATE', 'A treatment can be taken back on the day it was completed.'],
};

/**
 * Takes a completed treatment back: it becomes inactive and a new planned one supersedes it.
 * @returns the document id of the new one.
 */
export const undoTreatment = (
  strapi: Core.Strapi,
  patient: string,
  documentId: string,
): Promise<string> =>
  transaction(strapi, async (trx) => {
    const treatment = await own(trx, patient, documentId);
    const completion = await findCompletion(trx, treatment.id);
    const { zone } = await findClinic(trx);
    const now = clockOf(strapi).now();
    const dayOf = (instant: Temporal.Instant) =>
      instant.toZonedDateTimeISO(zone).toPlainDate().toString();
    const actor = currentActor(strapi);
    const refused = undoRefusal(
      {
        status: treatment.status,
        completedBy: completion?.by ?? null,
        invoiced: treatment.invoice !== null,
      },
      completion ? dayOf(Temporal.Instant.from(completion.at.toISOString())) : null,
      { by: `${actor.kind} ${actor.id}`, on: dayOf(now) },
    );
    if (refused) throw conflict(...refusals[refused]);
    const before = await strapi.documents(treatmentNoun).findOne({
      documentId,
      populate: { practitioner: true, appointment: true, appointmentType: true },
    });
    const planned = await strapi.documents(treatmentNoun).create({
      data: {
        procedure: treatment.procedure,
        surfaces: treatment.surfaces,
        totalPrice: treatment.totalPrice,
        discount: treatment.discount,
        status: 'planned',
        patient,
        ...given({
          toothNumber: treatment.toothNumber,
          description: before?.description,
          notes: before?.notes,
          practitioner: before?.practitioner?.documentId,
          appointment: before?.appointment?.documentId,
          appointmentType: before?.appointmentType?.documentId,
        }),
      },
    });
    // Past the door, which holds a completed treatment to be final: this is the one way back.
    await strapi.db.query(treatmentNoun).update({
      where: { id: treatment.id },
      data: { status: 'inactive', supersededBy: planned.id },
    });
    await insertStep(trx, {
      treatment: treatment.id,
      from: 'completed',
      to: 'inactive',
      at: now,
      actor,
    });
    await record(strapi, trx, {
      action: 'treatment.undo',
      subject: 'treatment',
      subjectId: documentId,
      patientId: patient,
      detail: { supersededBy: planned.documentId },
    });
    return planned.documentId;
  });
