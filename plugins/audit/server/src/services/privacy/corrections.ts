import { randomBytes } from 'node:crypto';
import { conflict, missing } from '@enamel/kernel';
import { clockOf, currentActor, type Transaction, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Correctable, Correction, CorrectionRow } from '../../../../shared/index.ts';
import {
  answerCorrection,
  correctionsOf,
  currentValues,
  dropCorrections,
  insertCorrection,
  type KeptCorrection,
  lockCorrection,
  waitingCorrections,
} from '../../store/privacy/corrections.ts';
import { privacyRules } from '../../store/privacy/erasing.ts';
import { record, recordLook } from '../record.ts';
import { openFields, sealField, shred } from '../sealing/sealed-fields.ts';
import { todayAt } from './erase.ts';
import type { Holding } from './holdings.ts';

type Wanted = Partial<Record<Correctable, string>>;

const noCorrection = () => missing('CORRECTION_NOT_FOUND', 'There is no such request.');
const noun = 'privacy-correction';
const field = 'wanted';

/** What patients say is right, by the ids of their requests. */
const wantedIn = async (
  on: Parameters<typeof openFields>[0],
  ids: readonly string[],
): Promise<Map<string, Wanted>> => {
  const opened = await openFields(on, noun, ids);
  return new Map([...opened].map(([id, fields]) => [id, JSON.parse(fields[field] ?? '{}')]));
};

const forgetWanted = async (trx: Transaction, id: string): Promise<void> => {
  await sealField(trx, { noun, record: id, field }, null, false);
  await shred(trx, noun, id);
};

/** @throws 409 `CORRECTION_UNDERWAY` */
export const askCorrection = (
  strapi: Core.Strapi,
  patient: string,
  wanted: Wanted,
): Promise<void> =>
  transaction(strapi, async (trx) => {
    const { zone, deadlineDays } = await privacyRules(trx);
    const id = `k${randomBytes(12).toString('hex')}`;
    const dueOn = Temporal.PlainDate.from(todayAt(strapi, zone)).add({ days: deadlineDays });
    const fields = Object.keys(wanted);
    const asked = await insertCorrection(trx, {
      id,
      patient,
      fields,
      now: clockOf(strapi).now().toString(),
      dueOn: dueOn.toString(),
    });
    if (!asked)
      throw conflict('CORRECTION_UNDERWAY', 'The clinic has a correction of yours already.');
    await sealField(trx, { noun, record: id, field }, JSON.stringify(wanted), false);
    await record(strapi, trx, {
      action: 'privacy.correction-asked',
      subject: 'privacy-correction',
      subjectId: id,
      patientId: patient,
      detail: { fields },
    });
  });

export const ownCorrections = async (
  strapi: Core.Strapi,
  patient: string,
): Promise<Correction[]> => {
  const corrections = await correctionsOf(strapi.db.connection, patient);
  await recordLook(strapi, 'privacy-correction', patient, corrections.length);
  return corrections;
};

/** Corrections without an answer, with what stands there now. */
export const listCorrections = async (strapi: Core.Strapi): Promise<CorrectionRow[]> => {
  const on = strapi.db.connection;
  const waiting = await waitingCorrections(on);
  const now = await currentValues(
    on,
    waiting.map(({ patient }) => patient),
  );
  const wanted = await wantedIn(
    on,
    waiting.map(({ id }) => id),
  );
  await record(strapi, undefined, {
    action: 'privacy.corrections.listed',
    subject: 'privacy-correction',
    patients: [...now.keys()],
    detail: { count: waiting.length },
  });
  return waiting.map(({ patient, ...correction }) => ({
    ...correction,
    patient: { documentId: patient, name: now.get(patient)?.name ?? '' },
    changes: correction.fields.map((name) => ({
      field: name,
      now: now.get(patient)?.[name] ?? null,
      wanted: wanted.get(correction.id)?.[name] ?? '',
    })),
  }));
};

const answering = (
  strapi: Core.Strapi,
  id: string,
  work: (trx: Transaction, asked: KeptCorrection, by: string, now: string) => Promise<void>,
): Promise<void> =>
  transaction(strapi, async (trx) => {
    const asked = await lockCorrection(trx, id);
    if (!asked) throw noCorrection();
    if (asked.state !== 'asked')
      throw conflict('CORRECTION_ANSWERED', 'This request has been answered already.');
    const actor = currentActor(strapi);
    const by = actor.kind === 'staff' ? actor.name : actor.id;
    await work(trx, asked, by, clockOf(strapi).now().toString());
  });

/** Writes what the patient says is right into their record. */
export const acceptCorrection = (strapi: Core.Strapi, id: string): Promise<void> =>
  answering(strapi, id, async (trx, asked, by, now) => {
    const data = (await wantedIn(trx, [id])).get(id) ?? {};
    await strapi.documents('api::patient.patient').update({ documentId: asked.patient, data });
    await answerCorrection(trx, id, { state: 'accepted', now, by, reason: null });
    await forgetWanted(trx, id);
    await told(strapi, trx, asked, 'accepted');
  });

export const refuseCorrection = (strapi: Core.Strapi, id: string, reason: string): Promise<void> =>
  answering(strapi, id, async (trx, asked, by, now) => {
    await answerCorrection(trx, id, { state: 'refused', now, by, reason });
    await forgetWanted(trx, id);
    await told(strapi, trx, asked, 'refused', reason);
  });

const told = (
  strapi: Core.Strapi,
  trx: Transaction,
  asked: KeptCorrection,
  how: string,
  reason?: string,
) =>
  record(strapi, trx, {
    action: `privacy.correction-${how}`,
    subject: 'privacy-correction',
    subjectId: asked.id,
    patientId: asked.patient,
    detail: { fields: asked.fields },
    reason,
  });

/** Whose it is. @throws 404 `CORRECTION_NOT_FOUND` */
export const patientOfCorrection = (strapi: Core.Strapi, id: string): Promise<string> =>
  transaction(strapi, async (trx) => {
    const found = await lockCorrection(trx, id);
    if (!found) throw noCorrection();
    return found.patient;
  });

/** What patients asked to have corrected is told to them, and goes when they are erased. */
export const correctionHolding = (strapi: Core.Strapi): Holding => ({
  name: 'corrections',
  title: { en: 'Corrections', ro: 'Corecturi' },
  nouns: [],
  tables: ['privacy_corrections'],
  kind: 'contact',
  more: async ({ documentId }) =>
    (await correctionsOf(strapi.db.connection, documentId)).map((correction) => ({
      ...correction,
    })),
  count: async (on, { documentId }) => (await correctionsOf(on, documentId)).length,
  erase: async (trx, { documentId }) => {
    for (const id of await dropCorrections(trx, documentId)) await forgetWanted(trx, id);
  },
});
