import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { SlotView } from '../../../shared/booking.ts';
import { bookableSpan, slotsOf, spanOfDates } from '../domain/availability.ts';
import { dateOf, day, offsetWriter, stretchesOf } from '../domain/local-time.ts';
import { situationOf } from '../store/situation.ts';
import { found, rulesOf } from './rules.ts';

export interface SlotsQuery {
  readonly appointmentType: string;
  readonly location: string;
  readonly practitioner: string | null;
  /** Local date of the location, `YYYY-MM-DD`. */
  readonly from: string;
  readonly days: number;
}

/**
 * Free slots that patients may book, in order of time. One statement whatever the range.
 * @throws ClinicError UNKNOWN_APPOINTMENT_TYPE, UNKNOWN_LOCATION, UNKNOWN_PRACTITIONER
 */
export const freeSlots = async (
  strapi: Core.Strapi,
  query: SlotsQuery,
): Promise<{ slots: SlotView[]; zone: string }> => {
  const now = clockOf(strapi).now().epochMilliseconds;
  const midnight = dateOf(query.from);
  // Wherever the zone lies, its dates are within a day of UTC's.
  const wide = { start: midnight - day, end: midnight + (query.days + 1) * day };
  const situation = found(
    await situationOf(strapi.db.connection, {
      type: query.appointmentType,
      location: query.location,
      practitioner: query.practitioner,
      patient: null,
      span: wide,
      now,
    }),
    query.practitioner,
    'patient',
  );
  const { type } = situation;
  const { zone } = situation.location;
  const horizon = now + (type.horizonDays + 2) * day;
  if (!type.online || wide.end < now || wide.start > horizon) return { slots: [], zone };
  const stretches = stretchesOf(zone, Math.min(now, wide.start), wide.end);
  const asked = spanOfDates(query.from, query.days, stretches);
  const bookable = bookableSpan(type, now, stretches);
  const span = {
    start: Math.max(asked.start, bookable.start),
    end: Math.min(asked.end, bookable.end),
  };
  const slots = slotsOf(rulesOf(situation, 'patient'), situation.busy, span, stretches);
  if (situation.practitioners.length > 1) slots.sort((a, b) => a.start - b.start);
  const write = offsetWriter(stretches);
  return {
    slots: slots.map(({ start, end, practitioner, location }) => ({
      start: write(start),
      end: write(end),
      practitioner,
      location,
    })),
    zone,
  };
};
