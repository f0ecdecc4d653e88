import { createHash } from 'node:crypto';
import { practitionerOf, type Scope, scopeOf, worksEverywhere } from '@enamel/access';
import { forbidden, missing } from '@enamel/kernel';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { type HoursAnswer, house, type TimeOffEntry } from '../../../../shared/hours.ts';
import { permissions } from '../../../../shared/permissions.ts';
import { wallOfInstant } from '../../domain/hours/timetable.ts';
import { type HoursRow, hoursRow, type TimeOffRow } from '../../store/hours/hours.ts';
import type { Runner } from '../../store/runner.ts';
import { holidaysAt } from '../slots/holidays.ts';
import { type Part, partOf } from './part.ts';

/** The signed-in member of staff, as hours are concerned. */
export interface Editor {
  /** Document id of the practitioner that he or she is. */
  readonly self: string | null;
  readonly own: boolean;
  readonly all: boolean;
  readonly scope: Scope;
}

interface Signed {
  readonly user: { readonly id: number };
  readonly userAbility: { can(action: string): boolean };
}

export const editorOf = async (strapi: Core.Strapi, state: unknown): Promise<Editor> => {
  const { user, userAbility } = state as Signed;
  return {
    self: await practitionerOf(strapi, user.id),
    own: userAbility.can(permissions.ownHours),
    all: userAbility.can(permissions.allHours),
    scope: await scopeOf(strapi),
  };
};

/** @throws ClinicError NOT_YOUR_HOURS; everything that one may not change is refused alike, known or not */
export const demandHoursOf = ({ self, own, all }: Editor, whose: string): void => {
  if (all || (own && self !== null && whose === self)) return;
  throw forbidden('NOT_YOUR_HOURS', 'Your role may change your own hours only.');
};

/** What a wall time is read in: the place's zone, or the one of whose hours these are. */
export const zonesOf = ({ places, people, zone }: HoursRow, whose: string) => {
  const first = people.find(({ documentId }) => documentId === whose)?.locations[0];
  const usual = places.find(({ documentId }) => documentId === first)?.zone ?? zone;
  const placeOf = ({
    location,
    chair,
    equipment,
  }: Pick<TimeOffEntry, 'location' | 'chair' | 'equipment'>) =>
    places.find(
      (place) =>
        place.documentId === location ||
        place.chairs.some(({ documentId }) => documentId === chair) ||
        place.equipment.some(({ documentId }) => documentId === equipment),
    );
  return {
    usual,
    zoneOf: (about: Parameters<typeof placeOf>[0]) => placeOf(about)?.zone ?? usual,
  };
};

export const versionOf = ({ entries, timeOff }: Pick<HoursRow, 'entries' | 'timeOff'>): string =>
  createHash('sha256')
    .update(JSON.stringify([entries, timeOff]))
    .digest('base64url')
    .slice(0, 16);

/**
 * Reads whose hours are asked for, and the editor's part of them.
 * @throws ClinicError UNKNOWN_PRACTITIONER for one who works where the editor does not, too
 */
export const readHours = async (
  on: Runner,
  editor: Editor,
  whose: string,
  now: number,
): Promise<{ readonly row: HoursRow; readonly part: Part }> => {
  const row = await hoursRow(on, whose, now);
  const part = partOf(row, whose, editor);
  if (
    whose !== '' &&
    whose !== house &&
    !part.people.some(({ documentId }) => documentId === whose)
  )
    throw missing('UNKNOWN_PRACTITIONER', 'There is no such practitioner.');
  return { row, part };
};

export const shownOff = ({ start, end, ...off }: TimeOffRow, zone: string): TimeOffEntry => ({
  ...off,
  from: wallOfInstant(start, zone),
  until: wallOfInstant(end, zone),
});

/**
 * Working hours and time off for their page: `whose`, else one's own, else the first that one may change.
 * @throws ClinicError NOT_YOUR_HOURS, UNKNOWN_PRACTITIONER
 */
export const hoursFor = async (
  strapi: Core.Strapi,
  editor: Editor,
  asked: string | undefined,
): Promise<HoursAnswer['data']> => {
  const now = clockOf(strapi).now().epochMilliseconds;
  const on = strapi.db.connection;
  if (asked) demandHoursOf(editor, asked);
  else if (!editor.all && !editor.own)
    throw forbidden('NOT_YOUR_HOURS', 'Your role may not change hours.');
  const own = editor.own ? editor.self : null;
  const first = asked ?? own;
  const { row, part } = await readHours(on, editor, first ?? '', now);
  const whose = first ?? (editor.all ? (part.people[0]?.documentId ?? house) : null);
  if (whose && !first) return hoursFor(strapi, editor, whose);
  const { usual, zoneOf } = zonesOf(row, whose ?? '');
  const today = wallOfInstant(now, usual).slice(0, 10);
  return {
    self: editor.self,
    all: editor.all,
    people: editor.all ? part.people : part.people.filter(({ documentId }) => documentId === own),
    whose,
    zone: usual,
    wholeHouse: worksEverywhere(editor.scope),
    today,
    places: part.places.map(({ country, observesHolidays, ...place }) => ({
      ...place,
      holidays: observesHolidays ? holidaysAt(country, today, 366) : [],
    })),
    version: versionOf(part),
    entries: part.entries,
    timeOff: part.timeOff.map((off) => shownOff(off, zoneOf(off))),
  };
};
