/** Who could take a free time, in the order in which they are asked. */
import type { Interval } from '@enamel/kernel';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { weekdayNames } from '../../../../shared/wait-list.ts';
import type { Slot } from '../../domain/slots/availability.ts';
import { stretchesOf } from '../../domain/slots/local-time.ts';
import { type Reason, turnsOf, type Waiter, type Wish } from '../../domain/wait-list/wait-list.ts';
import { type EntryRow, waitingAt } from '../../store/wait-list/wait-list.ts';
import { freeTimes } from '../slots/suitable-times.ts';
import { type GapCandidate, gapSources } from './gap-sources.ts';
import { movedBy } from './offer-time.ts';

/** A free stretch of one practitioner. */
export interface Stretch extends Interval {
  readonly location: string;
  readonly zone: string;
  readonly practitioner: string;
}

interface Placed {
  readonly source: string;
  readonly slot: Slot;
  readonly patient: string;
  readonly type: string;
}

export interface WaitingCandidate extends Placed {
  readonly entry: EntryRow;
  readonly reasons: readonly Reason[];
}

export interface NamedCandidate extends Placed {
  readonly entry: null;
  readonly words: GapCandidate['words'];
}

export type Candidate = WaitingCandidate | NamedCandidate;

export const isWaiting = (candidate: Candidate): candidate is WaitingCandidate =>
  candidate.entry !== null;

const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};

export const wishOf = (entry: EntryRow): Wish => ({
  practitioners: entry.practitioners.map(({ documentId }) => documentId),
  weekdays: (entry.weekdays ?? []).map((name) => weekdayNames.indexOf(name) + 1),
  from: entry.timeFrom === null ? null : minutesOf(entry.timeFrom),
  until: entry.timeUntil === null ? null : minutesOf(entry.timeUntil),
  earliest: entry.earliest,
  latest: entry.latest,
  before: movedBy(entry) ? entry.appointmentStart : null,
});

interface Waiting extends Waiter {
  readonly entry: EntryRow;
}

const waiterOf = (entry: EntryRow): Waiting => ({
  id: entry.documentId,
  urgent: entry.urgent,
  since: entry.since,
  wish: wishOf(entry),
  entry,
});

/** Free slots of a type within the stretch; none when the practitioner does not perform it. Each type is looked up once. */
const slotsByType = (strapi: Core.Strapi, gap: Stretch) => {
  const known = new Map<string, Promise<readonly Slot[]>>();
  return (type: string): Promise<readonly Slot[]> => {
    const found =
      known.get(type) ??
      freeTimes(strapi, {
        type,
        location: gap.location,
        practitioner: gap.practitioner,
        span: { start: gap.start, end: gap.end },
      }).then(({ slots }) => slots);
    known.set(type, found);
    return found;
  };
};

const fromSources = async (
  strapi: Core.Strapi,
  gap: Stretch,
  slotsOf: (type: string) => Promise<readonly Slot[]>,
  taken: ReadonlySet<string>,
): Promise<Candidate[]> => {
  const now = clockOf(strapi).now().epochMilliseconds;
  const found: Candidate[] = [];
  const seen = new Set(taken);
  for (const { name, candidates } of gapSources(strapi))
    for (const { patient, appointmentType: type, words } of await candidates({ ...gap, now })) {
      const slot = (await slotsOf(type))[0];
      if (!slot || seen.has(patient)) continue;
      seen.add(patient);
      found.push({ source: name, entry: null, patient, type, slot, words });
    }
  return found;
};

/** Those who wait, by their turn, then those whom the other sources name. */
export const candidatesFor = async (strapi: Core.Strapi, gap: Stretch): Promise<Candidate[]> => {
  const waiting = (await waitingAt(strapi.db.connection, gap.location)).map(waiterOf);
  const slotsOf = slotsByType(strapi, gap);
  const slots = new Map<string, readonly Slot[]>();
  for (const { entry } of waiting) slots.set(entry.type, await slotsOf(entry.type));
  const zoned = stretchesOf(gap.zone, gap.start, gap.end);
  const turns = turnsOf(waiting, ({ entry }) => slots.get(entry.type) ?? [], zoned);
  const first = turns.map(
    ({ waiter: { entry }, time, reasons }): Candidate => ({
      source: 'wait-list',
      entry,
      patient: entry.patient,
      type: entry.type,
      slot: time,
      reasons,
    }),
  );
  const taken = new Set(waiting.map(({ entry }) => entry.patient));
  return [...first, ...(await fromSources(strapi, gap, slotsOf, taken))];
};
