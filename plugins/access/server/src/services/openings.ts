import { randomBytes } from 'node:crypto';
import { record } from '@enamel/audit';
import { ClinicError, conflict, limited, missing } from '@enamel/kernel';
import { clockOf, type Transaction, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { type OpeningOrder, type OpeningsPage, openMinutes } from '../../../shared/scope.ts';
import { scopePermissions } from '../../../shared/scope-permissions.ts';
import type { Scope } from '../domain/scope.ts';
import { staffWithPermission } from '../store/notices.ts';
import {
  countSought,
  endOpening,
  insertOpening,
  listOpenings,
  lockSeeking,
  markSeen,
  seekPatients,
} from '../store/openings.ts';
import { notify } from './notices.ts';
import { actingStaff, forgetScope, scopeOf } from './scope.ts';

const mostAnHour = 10;

const unknown = () =>
  missing('PATIENT_NOT_FOUND', 'Nobody has exactly this name and birth date, or this number.');
const several = () =>
  conflict(
    'SEVERAL_PATIENTS',
    'Several patients have this name and birth date. Use the number of the record.',
  );
const unknownOpening = () => missing('UNKNOWN_OPENING', 'This record is not open any more.');

type Opened = { id: string; patient: string; endsAt: string };

/** @returns why nothing was opened, where the attempt counts and so has to be kept */
const open = async (
  strapi: Core.Strapi,
  trx: Transaction,
  scope: Scope,
  { reason, ...asked }: OpeningOrder,
): Promise<Opened | ClinicError> => {
  const { id: user, name: by } = actingStaff(strapi);
  await lockSeeking(trx, user);
  const now = clockOf(strapi).now();
  const sought = await countSought(trx, user, now.subtract({ hours: 1 }).toString());
  if (sought >= mostAnHour) throw limited(3600);
  const found = await seekPatients(trx, scope, {
    name: asked.name ?? null,
    dateOfBirth: asked.dateOfBirth ?? null,
    record: asked.record ?? null,
  });
  const [patient] = found;
  if (!patient || found.length > 1) {
    await record(strapi, trx, {
      action: 'access.record-sought',
      subject: 'patient',
      detail: { found: found.length },
    });
    return patient ? several() : unknown();
  }
  if (patient.inScope)
    throw conflict('IN_SCOPE_ALREADY', 'You may open this record as it is.', {
      details: { patient: patient.documentId },
    });
  const id = `o${randomBytes(12).toString('hex')}`;
  const endsAt = now.add({ minutes: openMinutes }).toString();
  await insertOpening(trx, { id, user, patient: patient.id, reason, now: now.toString(), endsAt });
  await record(strapi, trx, {
    action: 'access.record-opened',
    subject: 'patient',
    subjectId: patient.documentId,
    patientId: patient.documentId,
    detail: { opening: id, until: endsAt },
    reason,
  });
  const users = await staffWithPermission(trx, scopePermissions.watch, user);
  await notify(strapi, trx, { kind: 'record-opened', about: by, users });
  return { id, patient: patient.documentId, endsAt };
};

/**
 * Opens the record of a patient out of scope for an hour. Whom it was, who was sought in vain, and why, is on the trail; who
 * watches hears of it at once.
 * @throws 404 PATIENT_NOT_FOUND, 409 IN_SCOPE_ALREADY or SEVERAL_PATIENTS, 429 after ten within an hour
 */
export const openRecord = async (strapi: Core.Strapi, order: OpeningOrder): Promise<Opened> => {
  const scope = await scopeOf(strapi);
  const opened = await transaction(strapi, (trx) => open(strapi, trx, scope, order));
  if (opened instanceof ClinicError) throw opened;
  const context = strapi.requestContext.get();
  if (context) forgetScope(context);
  return opened;
};

export const openingsPage = async (
  strapi: Core.Strapi,
  {
    all,
    unseen,
    page,
    pageSize,
  }: { all: boolean; unseen: boolean; page: number; pageSize: number },
): Promise<OpeningsPage> => {
  const { id: user } = actingStaff(strapi);
  const { data, total } = await listOpenings(strapi.db.connection, {
    user,
    whose: all ? null : user,
    unseen,
    now: clockOf(strapi).now().toString(),
    limit: pageSize,
    offset: (page - 1) * pageSize,
  });
  if (data.length > 0)
    await record(strapi, undefined, {
      action: 'list',
      subject: 'opened-record',
      patients: [...new Set(data.map(({ patient }) => patient.documentId))],
      detail: { count: data.length },
    });
  return { data, meta: { total, page, pageSize } };
};

/** @throws 404 UNKNOWN_OPENING also for somebody else's, unless `all` */
export const closeRecord = (strapi: Core.Strapi, id: string, all: boolean): Promise<void> =>
  transaction(strapi, async (trx) => {
    const now = clockOf(strapi).now().toString();
    const patientId = await endOpening(trx, {
      id,
      whose: all ? null : actingStaff(strapi).id,
      now,
    });
    if (!patientId) throw unknownOpening();
    await record(strapi, trx, {
      action: 'access.record-closed',
      subject: 'patient',
      subjectId: patientId,
      patientId,
      detail: { opening: id },
    });
  });

export const noticeOpening = async (strapi: Core.Strapi, id: string): Promise<void> => {
  if (!(await markSeen(strapi.db.connection, id, clockOf(strapi).now().toString())))
    throw unknownOpening();
};
