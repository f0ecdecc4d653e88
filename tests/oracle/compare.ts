import {
  type Slot,
  slotsOf,
  spanOfDates,
} from '../../plugins/scheduling/server/src/domain/slots/availability.ts';
import { claimsOf } from '../../plugins/scheduling/server/src/domain/slots/claims.ts';
import { stretchesOf } from '../../plugins/scheduling/server/src/domain/slots/local-time.ts';
import { judge } from '../../plugins/scheduling/server/src/domain/slots/placement.ts';
import { type Case, clinicOf } from './clinics.ts';
import { slotsByModel } from './model.ts';
import { minute, type Timeline, timelineOf } from './timeline.ts';
import { dateBefore } from './zones.ts';

/** A zone at one of its changes, or on a quiet day. */
export interface Place {
  readonly zone: string;
  readonly change: number;
}

const day = 1440 * minute;

export const slotsByEngine = ({ rules, claimed, from, days }: Case): Slot[] => {
  const begin = from.toZonedDateTime('UTC').epochMilliseconds;
  const stretches = stretchesOf(rules.zone, begin, begin + days * day);
  return slotsOf(rules, claimed, spanOfDates(from.toString(), days, stretches), stretches);
};

/** What the judge says against the engine, for the slots it offers and for times beside them. */
const contradictions = ({ rules, claimed, from, days }: Case, slots: readonly Slot[]): string[] => {
  const begin = from.toZonedDateTime('UTC').epochMilliseconds;
  const stretches = stretchesOf(rules.zone, begin - 10 * day, begin + (days + 2) * day);
  const offered = new Set(slots.map(({ practitioner, start }) => `${practitioner} ${start}`));
  const tries = slots
    .filter((_, index) => index % Math.ceil(slots.length / 8) === 0)
    .flatMap((slot) => [slot, { ...slot, start: slot.start + rules.visit.step * minute }]);
  const [low, high] = [spanOfDates(from.toString(), days, stretches)].flatMap((s) => [
    s.start,
    s.end,
  ]);
  return tries.flatMap(({ start, practitioner }) => {
    if (start < (low as number) || start >= (high as number)) return [];
    const end = start + rules.visit.duration * minute;
    const wish = { start, end, practitioner, patient: 'someone' };
    const terms = { by: 'patient', overbook: false } as const;
    const verdict = judge(rules, claimed, wish, start - 5 * day, stretches, terms);
    const name = `${practitioner} ${start}`;
    if (verdict.fits !== offered.has(name)) return [`judged otherwise: ${name}`];
    if (!verdict.fits) return [];
    const claims = claimsOf({ ...rules.visit, ...wish, ...verdict, overbooked: false });
    return claims
      .filter(({ resource, during }) =>
        claimed.get(resource)?.some((c) => c.start < during.end && c.end > during.start),
      )
      .map(({ resource }) => `claims ${resource} twice: ${name}`);
  });
};

/** Where engine and model differ; nothing when they agree. */
export const differences = (one: Case, timeline: Timeline): string[] => {
  const slots = slotsByEngine(one);
  const found = slots.map(({ practitioner, start }) => `${practitioner} ${start}`);
  const expected = slotsByModel(one.rules, one.claimed, one.from, one.days, timeline);
  const engine = new Set(found);
  const model = new Set(expected);
  return [
    ...(engine.size === found.length ? [] : ['offered twice']),
    ...[...engine].filter((slot) => !model.has(slot)).map((slot) => `only the engine: ${slot}`),
    ...[...model].filter((slot) => !engine.has(slot)).map((slot) => `only the model: ${slot}`),
    ...contradictions(one, slots),
  ];
};

export interface Figures {
  clinics: number;
  slots: number;
  readonly failures: string[];
}

/** Clinics of a place, one after another by seed. */
export const compareAt = (
  { zone, change }: Place,
  seeds: readonly number[],
  figures: Figures,
): void => {
  const centre = dateBefore(change, zone);
  const shown = Temporal.Instant.fromEpochMilliseconds(change).toZonedDateTimeISO(zone);
  const timeline = timelineOf(zone, centre);
  for (const seed of seeds) {
    const one = clinicOf(seed, zone, centre, shown.hour * 60 + shown.minute);
    const found = differences(one, timeline);
    figures.clinics += 1;
    figures.slots += slotsByEngine(one).length;
    if (found.length > 0)
      figures.failures.push(
        `${zone}, ${new Date(change).toISOString()}, seed ${seed}: ${found.slice(0, 3).join('; ')}`,
      );
  }
};
