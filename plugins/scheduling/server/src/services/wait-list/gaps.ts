/** Time that visits gave back and that is free still, and who could take it. */
import { patientsInScope, scopeOf } from '@enamel/access';
import { record } from '@enamel/audit';
import { type Interval, intersect, missing, subtract, union } from '@enamel/kernel';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { FreeGap, GapPerson } from '../../../../shared/wait-list.ts';
import { minute, offsetWriter, stretchesOf } from '../../domain/slots/local-time.ts';
import { typeNames } from '../../store/wait-list/catalogue-names.ts';
import { dismissGap, type GapRow, gapOf, gapsAt, reachOf } from '../../store/wait-list/gaps.ts';
import { askedAbout } from '../../store/wait-list/offers.ts';
import { openHours } from '../slots/suitable-times.ts';
import { type Candidate, candidatesFor, type Stretch } from './candidates.ts';

const shortest = 10 * minute;
const noSuchGap = () => missing('UNKNOWN_GAP', 'This time is not free any more.');

/** What is left of a gap: open, to come and not taken again; the longest piece. */
const leftOf = async (strapi: Core.Strapi, gap: GapRow, now: number): Promise<Interval | null> => {
  if (!gap.type) return null;
  const { start, end, location, type, practitioner } = gap;
  const ahead = union([{ start: Math.max(start, now), end }]);
  const span = { start: start - minute, end: end + minute };
  const open = await openHours(strapi, { type, location, practitioner, span });
  const [longest] = subtract(intersect(ahead, open), gap.taken)
    .filter((piece) => piece.end - piece.start >= shortest)
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  return longest ?? null;
};

export const stretchOf = async (
  strapi: Core.Strapi,
  id: number,
): Promise<{ gap: GapRow; free: Stretch } | undefined> => {
  const now = clockOf(strapi).now().epochMilliseconds;
  const gap = await gapOf(strapi.db.connection, id, now, await scopeOf(strapi));
  const left = gap && (await leftOf(strapi, gap, now));
  if (!gap || !left) return undefined;
  const { location, zone, practitioner } = gap;
  return { gap, free: { ...left, location, zone, practitioner } };
};

const shown = (gap: GapRow, { start, end }: Interval): FreeGap => {
  const { offerStart, offerExpires, offerPatient } = gap;
  const instants = [start, end, offerStart ?? start, offerExpires ?? start];
  const write = offsetWriter(stretchesOf(gap.zone, Math.min(...instants), Math.max(...instants)));
  return {
    id: gap.id,
    start: write(start),
    end: write(end),
    minutes: Math.round((end - start) / minute),
    location: { documentId: gap.location, name: gap.locationName, zone: gap.zone },
    practitioner: { documentId: gap.practitioner, name: gap.practitionerName },
    chair: { documentId: gap.chair, name: gap.chairName },
    offer:
      gap.offer && offerStart !== null && offerExpires !== null && offerPatient !== null
        ? {
            id: gap.offer,
            start: write(offerStart),
            practitionerName: gap.practitionerName,
            expiresAt: write(offerExpires),
            patient: { documentId: offerPatient, name: gap.offerPatientName ?? '' },
          }
        : null,
  };
};

/** Two visits may have given back the same time: it is one gap. */
const once = (gaps: readonly FreeGap[]): FreeGap[] => {
  const seen = new Set<string>();
  return gaps.filter(({ practitioner, start }) => {
    const key = `${practitioner.documentId} ${start}`;
    return !seen.has(key) && seen.add(key);
  });
};

/** Free gaps, the soonest first. */
export const freeGaps = async (
  strapi: Core.Strapi,
  query: { readonly location: string | null; readonly appointment: string | null },
): Promise<FreeGap[]> => {
  const now = clockOf(strapi).now().epochMilliseconds;
  const rows = await gapsAt(strapi.db.connection, {
    ...query,
    now,
    scope: await scopeOf(strapi),
  });
  const free: FreeGap[] = [];
  for (const row of rows) {
    const left = await leftOf(strapi, row, now);
    if (left) free.push(shown(row, left));
  }
  const gaps = once(free);
  await record(strapi, undefined, {
    action: 'list',
    subject: 'gap',
    patients: [...new Set(gaps.flatMap(({ offer }) => offer?.patient.documentId ?? []))],
    detail: { count: gaps.length },
  });
  return gaps;
};

const person = (
  candidate: Candidate,
  zone: string,
  reach: Awaited<ReturnType<typeof reachOf>>,
  types: ReadonlyMap<string, string>,
  asked: ReadonlySet<string>,
): GapPerson[] => {
  const { patient, type, slot, source, entry } = candidate;
  const who = reach.get(patient);
  if (!who) return [];
  const movesFrom = entry?.appointment ? entry.appointmentStart : null;
  const instants = [slot.start, slot.end, entry?.since ?? slot.start, movesFrom ?? slot.start];
  const write = offsetWriter(stretchesOf(zone, Math.min(...instants), Math.max(...instants)));
  return [
    {
      source,
      entry: entry?.documentId ?? null,
      patient: who,
      appointmentType: { documentId: type, name: types.get(type) ?? '' },
      start: write(slot.start),
      end: write(slot.end),
      reasons: candidate.entry ? candidate.reasons : [],
      words: candidate.entry ? null : candidate.words,
      since: entry ? write(entry.since) : null,
      movesFrom: movesFrom === null ? null : write(movesFrom),
      alreadyAsked: asked.has(`${patient} ${type}`),
    },
  ];
};

/** A gap with those who could take it, the first to be asked first. @throws UNKNOWN_GAP */
export const gapWithCandidates = async (
  strapi: Core.Strapi,
  id: number,
): Promise<{ gap: FreeGap; candidates: GapPerson[] }> => {
  const found = await stretchOf(strapi, id);
  if (!found) throw noSuchGap();
  const { gap, free } = found;
  const candidates = (await candidatesFor(strapi, free)).slice(0, 50);
  const on = strapi.db.connection;
  const [reach, types, asked] = await Promise.all([
    reachOf(
      on,
      candidates.map(({ patient }) => patient),
    ),
    typeNames(
      on,
      candidates.map(({ type }) => type),
    ),
    askedAbout(on, { gap: id }),
  ]);
  const known = await patientsInScope(on, await scopeOf(strapi), [...reach.keys()]);
  for (const patient of reach.keys()) if (!known.has(patient)) reach.delete(patient);
  const people = candidates.flatMap((one) => person(one, free.zone, reach, types, asked));
  await record(strapi, undefined, {
    action: 'list',
    subject: 'gap',
    subjectId: String(id),
    patients: people.map(({ patient }) => patient.documentId),
    detail: { count: people.length },
  });
  return { gap: shown(gap, free), candidates: people };
};

/** Takes a gap off the list. @throws UNKNOWN_GAP */
export const leaveGap = async (strapi: Core.Strapi, id: number): Promise<void> => {
  if (!(await dismissGap(strapi.db.connection, id, await scopeOf(strapi)))) throw noSuchGap();
};
