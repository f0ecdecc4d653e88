import { demandPatient } from '@enamel/access';
import { ClinicError, conflict } from '@enamel/kernel';
import { clockOf, type Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { ManyAnswer } from '../../../../shared/series.ts';
import { buffersAmong } from '../../domain/booking/kin.ts';
import {
  day,
  instantOf,
  localOf,
  type Stretch,
  stretchesOf,
} from '../../domain/slots/local-time.ts';
import { type AppointmentRow, appointmentOf, holdKin } from '../../store/booking/appointments.ts';
import { free, lockPlaces } from '../../store/booking/claims.ts';
import { noSuchAppointment } from '../booking/book.ts';
import { changeHeld, checkMovable, moveHeld, wantedBy } from '../booking/change.ts';
import { type Changer, isOwn } from '../booking/family.ts';
import { tellMany } from '../booking/news.ts';
import { checkNear, decide } from '../booking/place.ts';
import { viewsOf } from '../booking/views.ts';

/** This and the following visits of a series; or all visits of a group. */
export type Scope = 'following' | 'group';

export interface MoveOfMany {
  /** Where the visit that is named goes; the others go as far. */
  readonly start?: number | undefined;
  readonly practitioner?: string | undefined;
}

interface Held {
  readonly anchor: AppointmentRow;
  /** In order of time. */
  readonly visits: readonly AppointmentRow[];
}

const heldMany = async (
  strapi: Core.Strapi,
  trx: Transaction,
  documentId: string,
  scope: Scope,
  changer: Changer,
): Promise<Held> => {
  const anchor = await appointmentOf(trx, documentId);
  if (!anchor || !(await isOwn(strapi, trx, changer, [anchor]))) throw noSuchAppointment();
  const { seriesId, groupId, start } = anchor;
  const joined = scope === 'following' ? seriesId : groupId;
  if (joined === null)
    throw conflict('STANDS_ALONE', 'This visit stands alone: no others belong to it.');
  const kin = scope === 'following' ? { series: joined, from: start } : { group: joined };
  const visits = await holdKin(trx, kin);
  if (!(await isOwn(strapi, trx, changer, visits))) throw noSuchAppointment();
  await demandPatient(strapi, ...visits.flatMap(({ patient }) => patient ?? []));
  return { anchor, visits };
};

interface Outcome {
  readonly changed: AppointmentRow[];
  readonly stayed: { readonly visit: AppointmentRow; readonly error: ClinicError }[];
}

const viewOf = ({ documentId, start, end, practitioner, location }: AppointmentRow) => ({
  documentId,
  start,
  end,
  practitioner: practitioner ?? '',
  location: location ?? '',
});

const byStart = (a: AppointmentRow, b: AppointmentRow) => a.start - b.start;

/** @throws the first refusal when nothing changed */
const answerOf = (
  { anchor }: Held,
  { changed, stayed }: Outcome,
  stretches: readonly Stretch[],
): ManyAnswer['data'] => {
  const left = stayed.sort((a, b) => byStart(a.visit, b.visit));
  const views = viewsOf(
    left.map(({ visit }) => viewOf(visit)),
    stretches,
  );
  const reasons = views.map((view, index) => {
    const { code, message } = (left[index] as (typeof left)[number]).error;
    return { ...view, code, message };
  });
  const [first] = left;
  if (changed.length === 0 && first) {
    const { kind, code, message } = first.error;
    throw new ClinicError(kind, code, message, { details: { stayed: reasons } });
  }
  const done = viewsOf(changed.sort(byStart).map(viewOf), stretches);
  return { zone: anchor.zone ?? 'UTC', changed: done, stayed: reasons };
};

const reachOf = (visits: readonly AppointmentRow[], around: number): [number, number] => [
  Math.min(around, ...visits.map(({ start }) => start)) - day,
  Math.max(around, ...visits.map(({ end }) => end)) + day,
];

/** Collects what cannot change instead of giving up. */
const each = async (
  visits: readonly AppointmentRow[],
  work: (visit: AppointmentRow, index: number) => Promise<AppointmentRow>,
): Promise<Outcome> => {
  const outcome: Outcome = { changed: [], stayed: [] };
  for (const [index, visit] of visits.entries())
    try {
      outcome.changed.push(await work(visit, index));
    } catch (error) {
      if (!(error instanceof ClinicError)) throw error;
      outcome.stayed.push({ visit, error });
    }
  return outcome;
};

const tellOutcome = async (
  strapi: Core.Strapi,
  trx: Transaction,
  what: 'moved' | 'cancelled',
  changer: Changer,
  { anchor }: Held,
  { changed }: Outcome,
): Promise<void> => {
  const told = changer.by === 'patient' ? changer.patient : anchor.patient;
  const visits = [...changed].sort(byStart).map(({ documentId }) => documentId);
  if (told) await tellMany(strapi, trx, what, told, visits);
};

/**
 * Moves a visit and those that follow it in its series by the same time of the wall clock, or its whole group. Of a series,
 * what cannot move stays and is listed; a group moves as a whole or not at all.
 */
export const moveMany = (
  strapi: Core.Strapi,
  documentId: string,
  scope: Scope,
  move: MoveOfMany,
  changer: Changer,
): Promise<ManyAnswer['data']> => {
  const now = clockOf(strapi).now().epochMilliseconds;
  return decide(strapi, async (trx) => {
    const held = await heldMany(strapi, trx, documentId, scope, changer);
    const { anchor, visits } = held;
    const to = move.start ?? anchor.start;
    checkNear(to, now);
    const [from, until] = reachOf(visits, to);
    const reach = Math.abs(to - anchor.start);
    const stretches = stretchesOf(anchor.zone ?? 'UTC', from - reach, until + reach);
    const shift = localOf(to, stretches) - localOf(anchor.start, stretches);
    // Whoever goes first leaves the place that the next one takes.
    const order = shift > 0 ? [...visits].reverse() : visits;
    const startOf = ({ start }: AppointmentRow) =>
      scope === 'group' || start === anchor.start
        ? start + to - anchor.start
        : instantOf(localOf(start, stretches) + shift, stretches);
    const buffers = new Map(
      buffersAmong(visits).map((each, index) => [visits[index]?.documentId, each]),
    );
    const wantedOf = (visit: AppointmentRow) => ({
      ...wantedBy(visit, { start: startOf(visit), practitioner: move.practitioner }),
      ...(scope === 'group'
        ? { buffers: buffers.get(visit.documentId), offGrid: visit !== visits[0] }
        : {}),
    });
    await lockPlaces(trx, order.map(wantedOf), now);
    if (scope === 'group') for (const visit of visits) await free(trx, visit.documentId);
    const terms = { by: changer.by, overbook: false };
    const moveOne = async (visit: AppointmentRow) => {
      checkMovable(visit, changer, now);
      const wanted = wantedOf(visit);
      const moving = { terms, overbookReason: null, now, together: true };
      const start = await moveHeld(strapi, trx, visit, wanted, moving);
      const { practitioner } = wanted;
      return { ...visit, start, end: start + visit.end - visit.start, practitioner };
    };
    const outcome = await each(order, moveOne);
    const [refused] = scope === 'group' ? outcome.stayed : [];
    if (refused) outcome.changed.length = 0;
    const answer = answerOf(held, outcome, stretches);
    await tellOutcome(strapi, trx, 'moved', changer, held, outcome);
    return answer;
  });
};

/** Cancels a visit and those that follow it in its series, or its group. What cannot be cancelled stays and is listed. */
export const cancelMany = (
  strapi: Core.Strapi,
  documentId: string,
  scope: Scope,
  reason: string | null,
  changer: Changer,
): Promise<ManyAnswer['data']> => {
  const now = clockOf(strapi).now().epochMilliseconds;
  return decide(strapi, async (trx) => {
    const held = await heldMany(strapi, trx, documentId, scope, changer);
    const outcome = await each(held.visits, async (visit) => {
      const step = { to: 'cancelled', reason, changer, now, together: true } as const;
      await changeHeld(strapi, trx, visit, step);
      return visit;
    });
    const [from, until] = reachOf(held.visits, held.anchor.start);
    const answer = answerOf(held, outcome, stretchesOf(held.anchor.zone ?? 'UTC', from, until));
    await tellOutcome(strapi, trx, 'cancelled', changer, held, outcome);
    return answer;
  });
};
