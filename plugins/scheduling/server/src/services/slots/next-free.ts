import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { SlotView } from '../../../../shared/booking.ts';
import { slotsOf } from '../../domain/slots/availability.ts';
import { day, offsetWriter, stretchesOf } from '../../domain/slots/local-time.ts';
import { situationOf } from '../../store/slots/situation.ts';
import { found, rulesOf } from './rules.ts';

export interface NextFreeQuery {
  readonly type: string;
  readonly location: string;
  /** Anyone who performs the type when null. */
  readonly practitioner: string | null;
  /** Epoch milliseconds; the present when null or past. */
  readonly after: number | null;
}

/** A clinic is asked week by week at first: the answer is near most of the time. Days. */
const reach = [14, 60, 180];

/**
 * The first free slot of a type after an instant, as the desk may book it: no lead time, no horizon. Null when half a
 * year holds none.
 * @throws ClinicError UNKNOWN_APPOINTMENT_TYPE, UNKNOWN_LOCATION, UNKNOWN_PRACTITIONER
 */
export const nextFree = async (
  strapi: Core.Strapi,
  { type, location, practitioner, after }: NextFreeQuery,
): Promise<SlotView | null> => {
  const now = clockOf(strapi).now().epochMilliseconds;
  let from = Math.max(now, after ?? now);
  for (const days of reach) {
    const span = { start: from, end: from + days * day };
    const situation = found(
      await situationOf(strapi.db.connection, {
        type,
        location,
        practitioner,
        patient: null,
        span: { start: span.start - day, end: span.end + day },
        now,
      }),
      practitioner,
      'desk',
    );
    const rules = rulesOf(situation, 'desk');
    const stretches = stretchesOf(rules.zone, span.start, span.end);
    const slots = slotsOf(rules, situation.busy, span, stretches);
    const [first] = slots.sort((a, b) => a.start - b.start);
    if (first) {
      const write = offsetWriter(stretches);
      return { ...first, start: write(first.start), end: write(first.end) };
    }
    from = span.end;
  }
  return null;
};
