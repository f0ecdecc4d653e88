/**
 * The oracle: minute by minute, who is there, what is free, where the grid lies. Slow and plain; it shares nothing with the
 * engine but the shape of the rules.
 */
import type {
  PractitionerRules,
  Rules,
  VisitShape,
} from '../../plugins/scheduling/server/src/domain/slots/availability.ts';
import type { WeeklyHours } from '../../plugins/scheduling/server/src/domain/slots/opening.ts';
import { midnightOf, minute, type Timeline } from './timeline.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

export type Claimed = ReadonlyMap<string, readonly Span[]>;

interface LocalDate {
  readonly written: string;
  readonly weekday: number;
  readonly weekNumber: number;
  /** Minutes since 2000. */
  readonly midnight: number;
}

const holdsOn = ({ written, weekday, weekNumber }: LocalDate, entry: WeeklyHours): boolean =>
  weekday === entry.weekday &&
  (entry.validFrom === null || written >= entry.validFrom) &&
  (entry.validUntil === null || written <= entry.validUntil) &&
  (entry.weeks === 'every' || entry.weeks === (weekNumber % 2 === 1 ? 'odd' : 'even'));

const entriesOn = (
  date: LocalDate,
  hours: readonly WeeklyHours[],
  holidays: readonly string[],
): readonly WeeklyHours[] => {
  const holding = hours.filter((entry) => holdsOn(date, entry));
  const exceptions = holding.filter(({ instead }) => instead);
  if (exceptions.length > 0) return exceptions;
  return holidays.includes(date.written) ? [] : holding;
};

/** Marks the minutes of an entry that began on a date. */
const mark = (
  minutes: Uint8Array,
  entry: WeeklyHours,
  { midnight }: LocalDate,
  { furthest, length }: Timeline,
): void => {
  const nextDay = entry.to <= entry.from ? 1440 : 0;
  const opens = midnight + entry.from;
  const closes = midnight + entry.to + nextDay;
  for (let i = 0; i < length; i++) {
    const clock = furthest[i] as number;
    if (opens <= clock && clock < closes) minutes[i] = 1;
  }
};

const cover = (minutes: Uint8Array, spans: readonly Span[], { begin }: Timeline): void => {
  for (const { start, end } of spans)
    minutes.fill(1, Math.max(0, (start - begin) / minute), Math.max(0, (end - begin) / minute));
};

interface Presence {
  /** 1 where the person is there. */
  readonly present: Uint8Array;
  /** The minute at which the doors last opened; NaN before they ever did. */
  readonly doors: Float64Array;
}

const presenceOf = (
  { hours, off }: PractitionerRules,
  rules: Rules,
  timeline: Timeline,
  dates: readonly LocalDate[],
): Presence => {
  const { length } = timeline;
  const open = new Uint8Array(length);
  const shut = new Uint8Array(length);
  const begins = new Uint8Array(length);
  for (const date of dates) {
    const entries = entriesOn(date, hours, rules.holidays);
    if (entries.length === 0) continue;
    const today = new Uint8Array(length);
    for (const entry of entries) mark(entry.available ? today : shut, entry, date, timeline);
    for (let i = 0; i < length; i++)
      if (today[i] === 1) {
        open[i] = 1;
        if (i === 0 || today[i - 1] === 0) begins[i] = 1;
      }
  }
  cover(shut, off, timeline);
  cover(shut, rules.closed, timeline);
  const doors = new Float64Array(length).fill(Number.NaN);
  for (let i = 0, last = Number.NaN; i < length; i++) {
    if (begins[i] === 1) last = i;
    doors[i] = last;
  }
  return { present: open.map((is, i) => (is === 1 && shut[i] === 0 ? 1 : 0)), doors };
};

/** The part of a visit that its minute `m` belongs to; buffers belong to the part next to them. */
const roleAt = (visit: VisitShape, m: number, role: 'practitioner' | 'assistant'): boolean => {
  if (visit.segments.length === 0) return role === 'practitioner';
  const inside = Math.min(Math.max(m, 0), visit.duration - 1);
  let end = 0;
  for (const segment of visit.segments) {
    end += segment.minutes;
    if (inside < end) return segment[role];
  }
  return visit.segments.at(-1)?.[role] ?? false;
};

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, i) => from + i);

/** `practitioner start` of each slot that begins on the given local dates, sorted. */
export const slotsByModel = (
  rules: Rules,
  claimed: Claimed,
  from: Temporal.PlainDate,
  days: number,
  timeline: Timeline,
): string[] => {
  const { zone, begin, length } = timeline;
  const { visit } = rules;
  const dates = range(-3, days + 3)
    .map((n) => from.add({ days: n }))
    .map((date) => ({
      written: date.toString(),
      weekday: date.dayOfWeek,
      weekNumber: date.weekOfYear as number,
      midnight: midnightOf(date),
    }));
  const minuteOf = (date: Temporal.PlainDate) =>
    (date.toZonedDateTime(zone).epochMilliseconds - begin) / minute;
  const taken = (id: string, off: readonly Span[] = []) => {
    const minutes = new Uint8Array(length);
    cover(minutes, claimed.get(id) ?? [], timeline);
    cover(minutes, off, timeline);
    return minutes;
  };
  const first = minuteOf(from);
  const last = minuteOf(from.add({ days }));
  const inside = range(0, visit.duration);
  const around = range(-visit.bufferBefore, visit.duration + visit.bufferAfter);
  const treating = around.filter((m) => roleAt(visit, m, 'practitioner'));
  const assisting = inside.filter((m) => roleAt(visit, m, 'assistant'));
  const chairs = rules.chairs.map(({ id, off }) => taken(id, off));
  const pieces = rules.equipment.map(({ id, kind, off }) => ({ kind, minutes: taken(id, off) }));
  const assistants = rules.assistants.map((person) => ({
    id: person.id,
    ...presenceOf(person, rules, timeline, dates),
    minutes: taken(person.id),
  }));
  const found: string[] = [];
  for (const person of rules.practitioners) {
    const { present, doors } = presenceOf(person, rules, timeline, dates);
    const own = taken(person.id);
    for (let at = first; at < last; at++) {
      const isFree = (minutes: Uint8Array, part: readonly number[]) =>
        part.every((m) => minutes[at + m] === 0);
      if ((at - (doors[at] as number)) % visit.step !== 0) continue;
      if (!inside.every((m) => present[at + m] === 1)) continue;
      if (!isFree(own, treating)) continue;
      if (!chairs.some((chair) => isFree(chair, around))) continue;
      if (
        assisting.length > 0 &&
        !assistants.some(
          (other) =>
            other.id !== person.id &&
            assisting.every((m) => other.present[at + m] === 1) &&
            isFree(other.minutes, assisting),
        )
      )
        continue;
      const isEquipped = visit.equipment.every((kind) =>
        pieces.some((piece) => piece.kind === kind && isFree(piece.minutes, inside)),
      );
      if (isEquipped) found.push(`${person.id} ${begin + at * minute}`);
    }
  }
  return found.sort();
};
