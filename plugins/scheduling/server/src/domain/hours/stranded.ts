import type { Interval } from '@enamel/kernel';
import { day, type Stretch } from '../slots/local-time.ts';
import { openingsOf, type WeeklyHours } from '../slots/opening.ts';

/** A visit that stands in the calendar. */
export interface Standing extends Interval {
  readonly documentId: string;
  readonly location: string;
}

/** One person's hours and absences; an absence without a location counts everywhere. */
export interface Presence {
  readonly hours: readonly (WeeklyHours & { readonly location: string })[];
  readonly off: readonly (Interval & { readonly location: string | null })[];
}

export interface PlaceTime {
  readonly stretches: readonly Stretch[];
  /** Local dates on which the usual hours do not hold. */
  readonly holidays: readonly string[];
}

const outside = <V extends Standing>(
  visits: readonly V[],
  { hours, off }: Presence,
  placeTime: (location: string) => PlaceTime,
): Set<V> => {
  const found = new Set<V>();
  for (const location of new Set(visits.map((visit) => visit.location))) {
    const there = visits.filter((visit) => visit.location === location);
    const { stretches, holidays } = placeTime(location);
    const openings = openingsOf(
      hours.filter((entry) => entry.location === location),
      off.filter((absence) => absence.location === null || absence.location === location),
      Math.min(...there.map(({ start }) => start)) - day,
      Math.max(...there.map(({ end }) => end)) + day,
      stretches,
      holidays,
    );
    for (const visit of there)
      if (!openings.some(({ start, end }) => start <= visit.start && visit.end <= end))
        found.add(visit);
  }
  return found;
};

/** The visits that lie within the hours before the change and not within those after it, in their given order. */
export const strandedBy = <V extends Standing>(
  visits: readonly V[],
  before: Presence,
  after: Presence,
  placeTime: (location: string) => PlaceTime,
): V[] => {
  const already = outside(visits, before, placeTime);
  const then = outside(visits, after, placeTime);
  return visits.filter((visit) => then.has(visit) && !already.has(visit));
};

/** Time in which a chair, a piece of equipment, a location or (all null) the whole clinic is closed. */
export interface Block extends Interval {
  readonly location: string | null;
  readonly chair: string | null;
  readonly equipment: string | null;
}

interface Occupying extends Standing {
  readonly chair: string | null;
  readonly equipment: readonly string[];
}

const meets = (visit: Occupying, { start, end, location, chair, equipment }: Block): boolean => {
  if (visit.start >= end || visit.end <= start) return false;
  if (chair) return visit.chair === chair;
  if (equipment) return visit.equipment.includes(equipment);
  return location === null || visit.location === location;
};

/** The visits that meet a block after the change and met none before it, in their given order. */
export const blockedBy = <V extends Occupying>(
  visits: readonly V[],
  before: readonly Block[],
  after: readonly Block[],
): V[] =>
  visits.filter(
    (visit) =>
      after.some((block) => meets(visit, block)) && !before.some((block) => meets(visit, block)),
  );
