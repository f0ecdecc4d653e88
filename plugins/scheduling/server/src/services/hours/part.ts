import { type Scope, worksAt, worksEverywhere } from '@enamel/access';
import { forbidden } from '@enamel/kernel';
import { house, type TimeOffEntry } from '../../../../shared/hours.ts';
import type { HoursRow, TimeOffRow } from '../../store/hours/hours.ts';

type Target = Pick<TimeOffEntry, 'location' | 'chair' | 'equipment'>;

/** Of hours, what a member of staff is shown: what is of the places where they work. The rest stays as it is. */
export interface Part extends Pick<HoursRow, 'people' | 'places' | 'entries' | 'timeOff'> {
  /** Among the time off: closures of the whole house, which are not theirs to change. */
  readonly fixed: readonly TimeOffRow[];
}

const isWhole = ({ location, chair, equipment }: Target) => !location && !chair && !equipment;

export const partOf = (
  row: HoursRow,
  whose: string,
  { self, scope }: { readonly self: string | null; readonly scope: Scope },
): Part => {
  if (worksEverywhere(scope)) return { ...row, fixed: [] };
  const here = (location: string) => worksAt(scope, location);
  const places = row.places.filter(({ documentId }) => here(documentId));
  const owned = new Set(
    places.flatMap((place) =>
      [place, ...place.chairs, ...place.equipment].map(({ documentId }) => documentId),
    ),
  );
  const timeOff = row.timeOff.filter(({ location, chair, equipment }) =>
    [location, chair, equipment].every((id) => id === null || owned.has(id)),
  );
  return {
    people: row.people.filter(
      ({ documentId, locations }) =>
        documentId === self || locations.length === 0 || locations.some(here),
    ),
    places,
    entries: row.entries.filter(({ location }) => here(location)),
    timeOff,
    fixed: whose === house ? timeOff.filter(isWhole) : [],
  };
};

const written = ({ documentId, kind, from, until, reason }: TimeOffEntry) =>
  JSON.stringify([documentId, kind, from, until, reason]);

/**
 * What of the wanted closures is the caller's to write, once those of the whole house are found to be as they were.
 * @throws ClinicError WHOLE_HOUSE
 */
export const besidesFixed = (
  wanted: readonly TimeOffEntry[],
  fixed: readonly TimeOffEntry[],
): TimeOffEntry[] => {
  const [whole, rest] = [wanted.filter(isWhole), wanted.filter((off) => !isWhole(off))];
  if (whole.map(written).sort().join() !== fixed.map(written).sort().join())
    throw forbidden('WHOLE_HOUSE', 'Only staff of all locations may close the whole clinic.', {
      fields: [{ field: 'timeOff', message: 'closes locations where you do not work' }],
    });
  return rest;
};
