import { randomBytes } from 'node:crypto';
import { conflict, missing } from '@enamel/kernel';
import { clockOf, currentActor, emit, type Transaction, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Erasure, ErasureRow } from '../../../../shared/index.ts';
import type { SealedText } from '../../domain/sealing/sealed-text.ts';
import { type Identity, isErased, lockPatient, privacyRules } from '../../store/privacy/erasing.ts';
import {
  answerErasure,
  erasuresOf,
  findErasure,
  insertErasure,
  lockErasure,
  putOff,
} from '../../store/privacy/erasures.ts';
import { guardianEmailOf } from '../../store/privacy/guardians.ts';
import { record, recordLook, type Told } from '../record.ts';
import { erase, todayAt } from './erase.ts';
import { noticeFor } from './erasure-notice.ts';
import { visitsAhead } from './holdings.ts';
import { refuseHeld } from './holds.ts';

/** The law lets a clinic put its answer off once, by two months. */
const putsOff = { months: 2 };

const noErasure = () => missing('ERASURE_NOT_FOUND', 'There is no such request.');
const staffName = (strapi: Core.Strapi): string => {
  const actor = currentActor(strapi);
  return actor.kind === 'staff' ? actor.name : actor.id;
};

export const newErasureId = (): string => `e${randomBytes(12).toString('hex')}`;

/** @throws 409 `ERASURE_UNDERWAY`, 409 `PATIENT_ERASED` */
export const askErasure = async (
  strapi: Core.Strapi,
  known: string,
  way: 'portal' | 'desk',
): Promise<Erasure> =>
  transaction(strapi, async (trx) => {
    const patient = (await lockPatient(trx, known))?.documentId;
    if (!patient) throw missing('PATIENT_NOT_FOUND', 'There is no such patient.');
    if (await isErased(trx, patient))
      throw conflict('PATIENT_ERASED', 'This patient has been erased already.');
    const { zone, deadlineDays } = await privacyRules(trx);
    const id = newErasureId();
    const dueOn = Temporal.PlainDate.from(todayAt(strapi, zone)).add({ days: deadlineDays });
    const now = clockOf(strapi).now().toString();
    if (!(await insertErasure(trx, { id, patient, way, now, dueOn: dueOn.toString() })))
      throw conflict('ERASURE_UNDERWAY', 'The clinic has this request already.');
    await record(strapi, trx, {
      action: 'privacy.erasure-asked',
      subject: 'privacy-erasure',
      subjectId: id,
      patientId: patient,
      detail: { way, dueOn: dueOn.toString() },
    });
    return (await findErasure(trx, id)) as Erasure;
  });

export const ownErasures = async (strapi: Core.Strapi, patient: string): Promise<Erasure[]> => {
  const erasures = await erasuresOf(strapi.db.connection, patient);
  await recordLook(strapi, 'privacy-erasure', patient, erasures.length);
  return erasures;
};

const answering = <T>(
  strapi: Core.Strapi,
  id: string,
  work: (trx: Transaction, asked: ErasureRow) => Promise<T>,
): Promise<T> =>
  transaction(strapi, async (trx) => {
    const asked = await lockErasure(trx, id);
    if (!asked) throw noErasure();
    if (asked.state !== 'asked')
      throw conflict('ERASURE_ANSWERED', 'This request has been answered already.');
    return work(trx, asked);
  });

const told = (
  strapi: Core.Strapi,
  trx: Transaction,
  asked: ErasureRow,
  action: string,
  more: Pick<Told, 'detail' | 'reason'> = {},
) =>
  record(strapi, trx, {
    action: `privacy.erasure-${action}`,
    subject: 'privacy-erasure',
    subjectId: asked.id,
    patientId: asked.patient.documentId,
    ...more,
  });

/** The patient thinks better of it. @param patient whose it must be */
export const withdrawErasure = (strapi: Core.Strapi, patient: string, id: string): Promise<void> =>
  answering(strapi, id, async (trx, asked) => {
    if (asked.patient.documentId !== patient) throw noErasure();
    const now = clockOf(strapi).now().toString();
    const nothing = { by: null, reason: null, kept: [], notice: null };
    await answerErasure(trx, id, { state: 'withdrawn', now, ...nothing });
    await told(strapi, trx, asked, 'withdrawn');
  });

/** Where the answer goes: to the patient, else to the guardian of a minor. */
const noticeOf = async (
  strapi: Core.Strapi,
  trx: Transaction,
  id: string,
  patient: Identity,
  how: string,
) => {
  const email = patient.email || (await guardianEmailOf(trx, patient.id, clockOf(strapi).now()));
  return noticeFor(id, { ...patient, email }, how);
};

/** @throws 409 `ERASURE_ANSWERED` */
export const refuseErasure = (strapi: Core.Strapi, id: string, reason: string): Promise<void> =>
  answering(strapi, id, async (trx, asked) => {
    const patient = await lockPatient(trx, asked.patient.documentId);
    await answerErasure(trx, id, {
      state: 'refused',
      now: clockOf(strapi).now().toString(),
      by: staffName(strapi),
      reason,
      kept: [],
      notice: patient ? await noticeOf(strapi, trx, id, patient, 'refused') : null,
    });
    await told(strapi, trx, asked, 'refused', { reason });
    await emit(strapi, trx, 'privacy.erasure-answered', { erasure: id });
  });

/** @throws 409 `ERASURE_PUT_OFF` the second time */
export const putErasureOff = (strapi: Core.Strapi, id: string, reason: string): Promise<void> =>
  answering(strapi, id, async (trx, asked) => {
    if (asked.putOff !== null)
      throw conflict('ERASURE_PUT_OFF', 'This request has been put off once already.');
    const dueOn = Temporal.PlainDate.from(asked.dueOn).add(putsOff).toString();
    await putOff(trx, id, { dueOn, reason });
    await told(strapi, trx, asked, 'put-off', { detail: { dueOn }, reason });
  });

/** Erases a patient and answers the request with what stays. */
export const carryOut = async (
  strapi: Core.Strapi,
  trx: Transaction,
  asked: ErasureRow,
  patient: Identity,
  { by, notice }: { by: string; notice: SealedText | null },
): Promise<void> => {
  const kept = await erase(strapi, trx, patient);
  const now = clockOf(strapi).now().toString();
  await answerErasure(trx, asked.id, { state: 'done', now, by, reason: null, kept, notice });
  await told(strapi, trx, asked, 'done', {
    detail: { kept: Object.fromEntries(kept.map(({ name, until }) => [name, until])) },
  });
};

/**
 * Erases the patient, whole or not at all.
 * @throws 409 `LEGAL_HOLD`, 409 `VISITS_AHEAD`, 409 `ERASURE_ANSWERED`
 */
export const approveErasure = (strapi: Core.Strapi, id: string): Promise<void> =>
  answering(strapi, id, async (trx, asked) => {
    const patient = await lockPatient(trx, asked.patient.documentId);
    if (!patient) throw missing('PATIENT_NOT_FOUND', 'There is no such patient.');
    await refuseHeld(trx, [patient.documentId]);
    if ((await visitsAhead(strapi, trx, patient)) > 0)
      throw conflict('VISITS_AHEAD', 'Cancel the visits to come first.');
    const notice = await noticeOf(strapi, trx, id, patient, 'done');
    await carryOut(strapi, trx, asked, patient, { by: staffName(strapi), notice });
    await emit(strapi, trx, 'privacy.erasure-answered', { erasure: id });
  });
