import type { Interval } from '@enamel/kernel';
import { union } from '@enamel/kernel';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { type Slot, slotsOf } from '../../domain/slots/availability.ts';
import { day, offsetWriter, type Stretch, stretchesOf } from '../../domain/slots/local-time.ts';
import { openingsOf } from '../../domain/slots/opening.ts';
import { situationOf } from '../../store/slots/situation.ts';
import { found, rulesOf } from './rules.ts';

export interface TimesQuery {
  readonly type: string;
  readonly location: string;
  readonly practitioner: string | null;
  /** Whose own visits count as well. */
  readonly patient?: string | null;
  readonly span: Interval;
}

export interface Times {
  /** Free for the desk, in order of time. */
  readonly slots: readonly Slot[];
  readonly stretches: readonly Stretch[];
  readonly write: (instant: number) => string;
}

/** The free slots of a span as the desk may give them away: without lead time and horizon. */
export const freeTimes = async (strapi: Core.Strapi, query: TimesQuery): Promise<Times> => {
  const { type, location, practitioner, patient = null } = query;
  const now = clockOf(strapi).now().epochMilliseconds;
  const span = { start: Math.max(now, query.span.start), end: query.span.end };
  const wide = { start: span.start - day, end: Math.max(span.start, span.end) + day };
  const situation = found(
    await situationOf(strapi.db.connection, {
      type,
      location,
      practitioner,
      patient,
      span: wide,
      except: [],
      now,
    }),
    practitioner,
    'desk',
  );
  const rules = rulesOf(situation, 'desk');
  const stretches = stretchesOf(rules.zone, Math.min(now, wide.start), wide.end);
  const own = patient === null ? [] : (situation.busy.get(patient) ?? []);
  const slots = slotsOf(rules, situation.busy, span, stretches)
    .filter((slot) => !own.some((busy) => busy.start < slot.end && busy.end > slot.start))
    .sort((a, b) => a.start - b.start);
  return { slots, stretches, write: offsetWriter(stretches) };
};

/** When anybody who performs the type works at the location. */
export const openHours = async (
  strapi: Core.Strapi,
  query: Pick<TimesQuery, 'type' | 'location' | 'span'> & { readonly practitioner?: string },
): Promise<Interval[]> => {
  const { type, location, span, practitioner = null } = query;
  const situation = found(
    await situationOf(strapi.db.connection, {
      type,
      location,
      practitioner,
      patient: null,
      span,
      except: [],
      now: clockOf(strapi).now().epochMilliseconds,
    }),
    practitioner,
    'desk',
  );
  const { zone, practitioners, closed, holidays } = rulesOf(situation, 'desk');
  const stretches = stretchesOf(zone, span.start, span.end);
  return union(
    practitioners.flatMap(({ hours, off }) =>
      openingsOf(hours, [...off, ...closed], span.start, span.end, stretches, holidays).map(
        ({ start, end }) => ({ start, end }),
      ),
    ),
  );
};
