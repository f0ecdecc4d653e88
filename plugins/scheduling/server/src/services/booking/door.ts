/**
 * The one door: whoever writes an appointment through the Document Service (panel form, generated REST, code) meets the
 * same rules and claims as a booking. The write happens first, inside a transaction; what it left is read back, judged
 * and either completed or undone. So no syntax of relations needs to be understood here.
 */
import { conflict, invalid } from '@enamel/kernel';
import { clockOf, type Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { holdsItsTime } from '../../../../shared/statuses.ts';
import { stampsOfMove } from '../../domain/booking/visit-state.ts';
import { minute } from '../../domain/slots/local-time.ts';
import {
  type AppointmentRow,
  appointmentOf,
  holdAppointment,
  moveAppointment,
  writeStatus,
} from '../../store/booking/appointments.ts';
import { free, lockPlaces } from '../../store/booking/claims.ts';
import { withAlternatives } from '../slots/alternatives.ts';
import { tellStatus } from './change.ts';
import { iso, tell } from './news.ts';
import { checkOverbooking } from './overbooking.ts';
import { decide, findPlace, takePlace, type Wanted } from './place.ts';

type Middleware = Parameters<Core.Strapi['documents']['use']>[0];
type Call = Parameters<Middleware>[0];

interface Params {
  documentId?: string;
  data?: Record<string, unknown>;
}

const uid = 'api::appointment.appointment';
const writes = new Set(['create', 'update', 'clone', 'delete']);
const longest = 720;

const wantedBy = (row: AppointmentRow): Wanted => {
  const { type, location, patient, practitioner } = row;
  if (type && location && patient && practitioner)
    return {
      type,
      location,
      patient,
      practitioner,
      start: row.start,
      duration: (row.end - row.start) / minute,
      chair: row.chair ?? undefined,
      except: row.documentId,
    };
  const fields = Object.entries({ patient, practitioner, location, appointmentType: type })
    .filter(([, value]) => value === null)
    .map(([field]) => ({ field, message: 'is needed' }));
  throw invalid(
    'INCOMPLETE_APPOINTMENT',
    'An appointment needs a patient, a practitioner, a location and a type.',
    { fields },
  );
};

const checkLength = ({ start, end }: AppointmentRow): void => {
  if (end > start && end - start <= longest * minute) return;
  throw invalid('WRONG_DURATION', 'An appointment ends after it starts, within 12 hours.', {
    fields: [{ field: 'endsAt', message: 'must follow the start within 12 hours' }],
  });
};

/** Finds and takes the place that a written row asks for. */
const settle = async (
  strapi: Core.Strapi,
  trx: Transaction,
  row: AppointmentRow,
  again: boolean,
  wants: (wanted: Wanted) => void,
): Promise<void> => {
  const wanted = wantedBy(row);
  checkLength(row);
  checkOverbooking(strapi, row.overbooked, row.overbookReason);
  const now = clockOf(strapi).now().epochMilliseconds;
  wants(wanted);
  await lockPlaces(trx, [wanted], now);
  const visit = await findPlace(trx, wanted, { by: 'desk', overbook: row.overbooked }, now);
  const placement = { ...visit, overbookReason: row.overbookReason };
  await moveAppointment(trx, row.documentId, placement, now, again);
  await takePlace(trx, row.documentId, visit, again);
};

const created = async (
  strapi: Core.Strapi,
  trx: Transaction,
  documentId: string,
  endGiven: boolean,
  wants: (wanted: Wanted) => void,
): Promise<void> => {
  const written = await appointmentOf(trx, documentId);
  if (!written) return;
  if (written.status !== 'pending' && written.status !== 'confirmed')
    throw conflict('ILLEGAL_MOVE', 'An appointment begins as pending or confirmed.', {
      details: { to: written.status, possible: ['pending', 'confirmed'] },
    });
  const end = endGiven ? written.end : written.start + (written.typeDuration ?? 0) * minute;
  await settle(strapi, trx, { ...written, end }, false, wants);
  await tell(strapi, trx, {
    event: 'appointment.booked',
    payload: { appointment: documentId, startsAt: iso(written.start) },
    action: 'appointment.booked',
    appointment: documentId,
    patient: written.patient,
    detail: { startsAt: iso(written.start) },
  });
};

const placeOf = (row: AppointmentRow) =>
  JSON.stringify([
    row.start,
    row.end,
    row.practitioner,
    row.chair,
    row.location,
    row.patient,
    row.type,
  ]);

const updated = async (
  strapi: Core.Strapi,
  trx: Transaction,
  before: AppointmentRow,
  data: Record<string, unknown>,
  wants: (wanted: Wanted) => void,
): Promise<void> => {
  const written = await appointmentOf(trx, before.documentId);
  if (!written) return;
  const now = clockOf(strapi).now().epochMilliseconds;
  const { documentId, status } = written;
  // A new start alone carries the length along; a new type alone brings its own.
  const keepsEnd = written.end !== before.end;
  const length =
    written.type === before.type || written.typeDuration === null
      ? before.end - before.start
      : written.typeDuration * minute;
  const moved = written.start !== before.start || written.type !== before.type;
  const after = moved && !keepsEnd ? { ...written, end: written.start + length } : written;
  if (status !== before.status) {
    const stamps = stampsOfMove(before, status, now);
    const reason = (data.cancelReason as string | undefined) ?? null;
    await writeStatus(trx, documentId, status, stamps, reason, now);
    if (!holdsItsTime(status)) await free(trx, documentId);
    await tellStatus(strapi, trx, before, status);
  }
  const claimsChange =
    placeOf(after) !== placeOf(before) || written.overbooked !== before.overbooked;
  if (!claimsChange || !holdsItsTime(status)) return;
  await settle(strapi, trx, after, true, wants);
  await tell(strapi, trx, {
    event: 'appointment.moved',
    payload: { appointment: documentId, from: iso(before.start), to: iso(after.start) },
    action: 'appointment.moved',
    appointment: documentId,
    patient: after.patient,
    detail: { from: iso(before.start), to: iso(after.start) },
  });
};

/** Of what is deleted, nobody can be told any more: a visit to come is cancelled first. */
const checkOver = (strapi: Core.Strapi, { start, status }: AppointmentRow): void => {
  if (start <= clockOf(strapi).now().epochMilliseconds || !holdsItsTime(status)) return;
  throw conflict(
    'VISIT_AHEAD',
    'This visit is still to come. Cancel it first, so that the patient is told; then it can be deleted.',
  );
};

/** The answer of a write with what the door completed. */
const asWritten = async (trx: Transaction, result: object): Promise<object> => {
  const row = await appointmentOf(trx, (result as { documentId: string }).documentId);
  return row ? { ...result, endsAt: iso(row.end), overbooked: row.overbooked } : result;
};

const admit = (strapi: Core.Strapi, call: Call, next: () => Promise<unknown>) =>
  withAlternatives(strapi, 'desk', (wants) =>
    decide(strapi, async (trx) => {
      const params = call.params as Params;
      const data = params.data ?? {};
      if (call.action === 'create' || call.action === 'clone') {
        const endGiven = data.endsAt !== undefined && data.endsAt !== null;
        if (!endGiven && data.startsAt) params.data = { ...data, endsAt: data.startsAt };
        const result = (await next()) as { documentId: string };
        await created(strapi, trx, result.documentId, endGiven, wants);
        return asWritten(trx, result);
      }
      const before = await holdAppointment(trx, params.documentId ?? '');
      if (before && call.action === 'delete') checkOver(strapi, before);
      const result = await next();
      if (!before || !result) return result;
      if (call.action === 'delete') {
        await free(trx, before.documentId);
        return result;
      }
      await updated(strapi, trx, before, data, wants);
      return asWritten(trx, result);
    }),
  );

/** Guards every write of an appointment that passes the Document Service. */
export const door =
  (strapi: Core.Strapi): Middleware =>
  async (call, next) => {
    if (call.uid !== uid || !writes.has(call.action)) return next();
    return admit(strapi, call, next as () => Promise<unknown>) as ReturnType<typeof next>;
  };
