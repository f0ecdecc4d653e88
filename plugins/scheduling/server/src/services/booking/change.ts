import { conflict, invalid } from '@enamel/kernel';
import { clockOf, type Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import {
  type AppointmentStatus,
  holdsItsTime,
  isMovable,
  possibleMoves,
} from '../../../../shared/statuses.ts';
import { cancelledAlready, stampsOfMove } from '../../domain/booking/visit-state.ts';
import { minute } from '../../domain/slots/local-time.ts';
import type { Terms } from '../../domain/slots/placement.ts';
import {
  type AppointmentRow,
  holdAppointment,
  moveAppointment,
  writeStatus,
} from '../../store/booking/appointments.ts';
import { free, lockPlaces } from '../../store/booking/claims.ts';
import { withAlternatives } from '../slots/alternatives.ts';
import { noSuchAppointment } from './book.ts';
import { type Changer, isOwn } from './family.ts';
import { iso, tell } from './news.ts';
import { checkOverbooking } from './overbooking.ts';
import { decide, findPlace, takePlace, type Wanted } from './place.ts';

const held = async (
  strapi: Core.Strapi,
  trx: Transaction,
  documentId: string,
  changer: Changer,
): Promise<AppointmentRow> => {
  const appointment = await holdAppointment(trx, documentId);
  if (!appointment || !(await isOwn(strapi, trx, changer, [appointment])))
    throw noSuchAppointment();
  return appointment;
};

/** The last instant at which a patient may still change a visit. */
export const changeableUntil = ({ start, window }: Pick<AppointmentRow, 'start' | 'window'>) =>
  start - window * 60 * minute;

const isLate = (appointment: AppointmentRow, changer: Changer, now: number): boolean =>
  changer.by === 'patient' && now > changeableUntil(appointment);

const checkWindow = (appointment: AppointmentRow, changer: Changer, now: number): void => {
  if (!isLate(appointment, changer, now)) return;
  throw conflict('TOO_LATE', 'It is too late to change this visit online. Please call us.', {
    details: { until: iso(changeableUntil(appointment)) },
  });
};

export interface Move {
  readonly start?: number | undefined;
  /** Minutes. */
  readonly duration?: number | undefined;
  readonly practitioner?: string | undefined;
  readonly chair?: string | undefined;
  readonly overbooked?: boolean | undefined;
  readonly overbookReason?: string | null | undefined;
}

export const wantedBy = (appointment: AppointmentRow, move: Move): Wanted => {
  const { type, location, patient } = appointment;
  const practitioner = move.practitioner ?? appointment.practitioner;
  if (!type || !location || !patient || !practitioner)
    throw invalid(
      'INCOMPLETE_APPOINTMENT',
      'The appointment needs a patient, a practitioner, a location and a type before it can move.',
    );
  return {
    type,
    location,
    patient,
    practitioner,
    start: move.start ?? appointment.start,
    duration: move.duration ?? (appointment.end - appointment.start) / minute,
    chair: move.chair,
    preferredChair: appointment.chair,
    except: appointment.documentId,
  };
};

/** @throws ClinicError ILLEGAL_MOVE, TOO_LATE */
export const checkMovable = (appointment: AppointmentRow, changer: Changer, now: number): void => {
  if (!isMovable(appointment.status))
    throw conflict(
      'ILLEGAL_MOVE',
      appointment.status === 'cancelled'
        ? cancelledAlready
        : `An appointment that is ${appointment.status} stays.`,
      { details: { from: appointment.status, possible: possibleMoves(appointment.status) } },
    );
  checkWindow(appointment, changer, now);
};

interface Moving {
  readonly terms: Terms;
  readonly overbookReason: string | null;
  readonly now: number;
  /** Whoever moves several tells of them at once. */
  readonly together?: boolean;
}

/** Moves a visit that is held and whose place is locked. @returns its new start */
export const moveHeld = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { documentId, patient, start }: AppointmentRow,
  wanted: Wanted,
  { terms, overbookReason, now, together = false }: Moving,
): Promise<number> => {
  const visit = await findPlace(trx, wanted, terms, now);
  await moveAppointment(trx, documentId, { ...visit, overbookReason }, now, true);
  await takePlace(trx, documentId, visit, true);
  const times = { from: iso(start), to: iso(visit.start) };
  await tell(strapi, trx, {
    event: 'appointment.moved',
    payload: { appointment: documentId, ...times, ...(together ? { together } : {}) },
    action: 'appointment.moved',
    appointment: documentId,
    patient,
    detail: times,
  });
  return visit.start;
};

/**
 * Moves a visit to another time, practitioner or chair.
 * @throws ClinicError ILLEGAL_MOVE once the patient has arrived; else as booking does
 */
export const moveVisit = async (
  strapi: Core.Strapi,
  documentId: string,
  move: Move,
  changer: Changer,
): Promise<void> => {
  const now = clockOf(strapi).now().epochMilliseconds;
  await withAlternatives(strapi, changer.by, (wants) =>
    decide(strapi, async (trx) => {
      const appointment = await held(strapi, trx, documentId, changer);
      // An overbooked visit that finds a free place is overbooked no more; a taken one must be asked for anew.
      const overbooked = move.overbooked ?? false;
      const reason = move.overbookReason ?? appointment.overbookReason;
      const overbookReason = overbooked ? reason : null;
      checkOverbooking(strapi, overbooked, overbookReason);
      checkMovable(appointment, changer, now);
      const wanted = wantedBy(appointment, move);
      wants(wanted);
      await lockPlaces(trx, [wanted], now);
      const terms = { by: changer.by, overbook: overbooked };
      await moveHeld(strapi, trx, appointment, wanted, { terms, overbookReason, now });
    }),
  );
};

/** News of a status that was written. */
export const tellStatus = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { documentId, start, status, patient }: AppointmentRow,
  to: AppointmentStatus,
  { late = false, together = false } = {},
): Promise<void> => {
  const about = { appointment: documentId, patient };
  if (to === 'cancelled')
    await tell(strapi, trx, {
      ...about,
      event: 'appointment.cancelled',
      payload: {
        appointment: documentId,
        startsAt: iso(start),
        ...(late ? { late } : {}),
        ...(together ? { together } : {}),
      },
      action: 'appointment.cancelled',
      ...(late ? { detail: { late } } : {}),
    });
  else
    await tell(strapi, trx, {
      ...about,
      event: 'appointment.status-changed',
      payload: { appointment: documentId, from: status, to },
      action: 'appointment.status-changed',
      detail: { from: status, to },
    });
};

interface Step {
  readonly to: AppointmentStatus;
  readonly reason: string | null;
  readonly changer: Changer;
  readonly now: number;
  readonly together?: boolean;
}

/** Takes a visit that is held to its next state. */
export const changeHeld = async (
  strapi: Core.Strapi,
  trx: Transaction,
  appointment: AppointmentRow,
  { to, reason, changer, now, together = false }: Step,
): Promise<void> => {
  const { documentId } = appointment;
  const stamps = stampsOfMove(appointment, to, now);
  const allowed = to === 'cancelled' && appointment.lateCancellation === 'allow';
  if (!allowed) checkWindow(appointment, changer, now);
  const late = allowed && isLate(appointment, changer, now);
  await writeStatus(trx, documentId, to, stamps, reason, now, late);
  if (!holdsItsTime(to)) await free(trx, documentId);
  await tellStatus(strapi, trx, appointment, to, { late, together });
};

/** Takes a visit to its next state. A state that no longer holds its time gives it back. */
export const changeStatus = async (
  strapi: Core.Strapi,
  documentId: string,
  to: AppointmentStatus,
  reason: string | null = null,
  changer: Changer = { by: 'desk' },
): Promise<void> => {
  const now = clockOf(strapi).now().epochMilliseconds;
  await decide(strapi, async (trx) => {
    const appointment = await held(strapi, trx, documentId, changer);
    await changeHeld(strapi, trx, appointment, { to, reason, changer, now });
  });
};

export const cancelVisit = (
  strapi: Core.Strapi,
  documentId: string,
  reason: string | null,
  changer: Changer = { by: 'desk' },
): Promise<void> => changeStatus(strapi, documentId, 'cancelled', reason, changer);
