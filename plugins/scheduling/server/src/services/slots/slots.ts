import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { bookableSpan, type Slot, slotsOf, spanOfDates } from '../../domain/slots/availability.ts';
import { slotsForAnyone } from '../../domain/slots/fair-choice.ts';
import type { Stretch } from '../../domain/slots/local-time.ts';
import {
  dateOf,
  day,
  instantOf,
  localOf,
  minute,
  stretchesOf,
} from '../../domain/slots/local-time.ts';
import { situationOf } from '../../store/slots/situation.ts';
import { found, rulesOf } from './rules.ts';

export interface SlotsQuery {
  readonly appointmentType: string;
  readonly location: string;
  readonly practitioner: string | null;
  /** Local date of the location, `YYYY-MM-DD`. */
  readonly from: string;
  readonly days: number;
  /** One slot for each start, with whoever should take it. */
  readonly anyone: boolean;
  /** Whom the patient has seen most: he or she goes before others where anyone will do. */
  readonly usual: string | null;
}

export interface FreeSlots {
  readonly slots: readonly Slot[];
  readonly zone: string;
  readonly stretches: readonly Stretch[];
  /** What the database showed when this was true. */
  readonly snapshot: string;
  /** The first instant at which time alone may change it. */
  readonly validUntil: number;
}

/**
 * Free slots that patients may book, in order of time. One statement whatever the range.
 * @throws ClinicError UNKNOWN_APPOINTMENT_TYPE, UNKNOWN_LOCATION, UNKNOWN_PRACTITIONER
 */
export const freeSlots = async (strapi: Core.Strapi, query: SlotsQuery): Promise<FreeSlots> => {
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
  const { type, snapshot, holdExpires } = situation;
  const { zone } = situation.location;
  const today = stretchesOf(zone, now, now + 2 * day);
  const tomorrow = instantOf((Math.floor(localOf(now, today) / day) + 1) * day, today);
  const horizon = now + (type.horizonDays + 2) * day;
  if (!type.online || wide.end < now || wide.start > horizon)
    return { slots: [], zone, stretches: today, snapshot, validUntil: tomorrow };
  const stretches = stretchesOf(zone, Math.min(now, wide.start), wide.end);
  const asked = spanOfDates(query.from, query.days, stretches);
  const bookable = bookableSpan(type, now, stretches);
  const span = {
    start: Math.max(asked.start, bookable.start),
    end: Math.min(asked.end, bookable.end),
  };
  const all = slotsOf(rulesOf(situation, 'patient'), situation.busy, span, stretches);
  const slots = query.anyone ? slotsForAnyone(all, situation.busy, query.usual, stretches) : all;
  if (situation.practitioners.length > 1) slots.sort((a, b) => a.start - b.start);
  const gone = slots[0] ? slots[0].start - type.leadTime * minute + 1 : tomorrow;
  const validUntil = Math.min(tomorrow, gone, holdExpires ?? tomorrow);
  return { slots, zone, stretches, snapshot, validUntil };
};
