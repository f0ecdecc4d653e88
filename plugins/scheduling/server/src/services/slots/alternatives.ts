import { ClinicError } from '@enamel/kernel';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { SlotView } from '../../../../shared/booking.ts';
import { bookableSpan, type Slot, slotsOf } from '../../domain/slots/availability.ts';
import { day, offsetWriter, stretchesOf } from '../../domain/slots/local-time.ts';
import { situationOf } from '../../store/slots/situation.ts';
import { exceptionsOf, farthest, type Wanted } from '../booking/place.ts';
import { found, rulesOf } from './rules.ts';

const wantedCount = 3;

/** The nearest free slots to a time that was refused: the same practitioner's first, then anyone's. */
export const alternativesTo = async (
  strapi: Core.Strapi,
  wanted: Wanted,
  by: 'patient' | 'desk',
): Promise<SlotView[]> => {
  const now = clockOf(strapi).now().epochMilliseconds;
  const { patient } = wanted;
  const start = Math.min(Math.max(now, wanted.start), now + farthest);
  const near = async (
    practitioner: string | null,
    days: number,
    around = start,
    back = 2,
  ): Promise<SlotView[]> => {
    const span = { start: Math.max(now, around - back * day), end: around + days * day };
    const situation = found(
      await situationOf(strapi.db.connection, {
        type: wanted.type,
        location: wanted.location,
        practitioner,
        patient,
        span,
        except: exceptionsOf(wanted),
        now,
      }),
      practitioner,
      by,
    );
    const rules = rulesOf(situation, by);
    const stretches = stretchesOf(rules.zone, Math.min(now, span.start), span.end);
    const bookable = bookableSpan(rules.visit, now, stretches);
    // Beyond what can be booked, the last days that can be are the nearest.
    if (by === 'patient' && bookable.end < around)
      return near(practitioner, days, bookable.end, days);
    const from = by === 'patient' ? Math.max(span.start, bookable.start) : span.start;
    const to = by === 'patient' ? Math.min(span.end, bookable.end) : span.end;
    const own = (patient && situation.busy.get(patient)) || [];
    const isFree = (slot: Slot) => !own.some((b) => b.start < slot.end && b.end > slot.start);
    const write = offsetWriter(stretches);
    return slotsOf(rules, situation.busy, { start: from, end: to }, stretches)
      .filter(isFree)
      .sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))
      .slice(0, wantedCount)
      .map((slot) => ({ ...slot, start: write(slot.start), end: write(slot.end) }));
  };
  const own = wanted.practitioner === null ? [] : await near(wanted.practitioner, 10);
  if (own.length === wantedCount) return own;
  const anyone = await near(null, 30);
  const isNew = (slot: SlotView) =>
    !own.some((o) => o.start === slot.start && o.practitioner === slot.practitioner);
  return [...own, ...anyone.filter(isNew)].slice(0, wantedCount);
};

/** Refusals that other times are offered for. */
export const offeredFor: ReadonlySet<string> = new Set([
  'SLOT_IN_PAST',
  'TOO_SOON',
  'TOO_FAR_AHEAD',
  'OFF_GRID',
  'SLOT_TAKEN',
  'PATIENT_BUSY',
  'ASSISTANT_BUSY',
  'EQUIPMENT_BUSY',
  'OUTSIDE_HOURS',
  'CHAIR_NOT_SUITABLE',
  'NO_ASSISTANT',
  'NO_EQUIPMENT',
]);

/** What was wanted when a transaction of the caller's was refused: it looks around once that is over. */
const postponed = new WeakMap<ClinicError, Wanted>();

/** Adds `details.alternatives` to a refused time, once its transaction is over. May enclose itself. */
export const withAlternatives = async <T>(
  strapi: Core.Strapi,
  by: 'patient' | 'desk',
  work: (wants: (wanted: Wanted) => void) => Promise<T>,
): Promise<T> => {
  let last: Wanted | undefined;
  try {
    return await work((wanted) => {
      last = wanted;
    });
  } catch (error) {
    if (!(error instanceof ClinicError && offeredFor.has(error.code))) throw error;
    const wanted = last ?? postponed.get(error);
    if (!wanted) throw error;
    // A second connection would wait for the one that the caller holds.
    if (strapi.db.inTransaction()) {
      postponed.set(error, wanted);
      throw error;
    }
    const alternatives = await alternativesTo(strapi, wanted, by);
    throw new ClinicError(error.kind, error.code, error.message, {
      details: { ...error.details, alternatives },
      cause: error,
    });
  }
};
