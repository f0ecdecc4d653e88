import type { StaffPlaces, StaffPlacesAnswer } from '../../../shared/scope.ts';

export type ClinicPlace = StaffPlacesAnswer['meta']['places'][number];

/** Stands among the ids of places for all of them, those to come included. */
export const everywhere = '*';

export const chosenOf = (person: StaffPlaces): readonly string[] =>
  person.everywhere ? [everywhere] : person.places;

/** Everywhere and single places exclude each other: what was chosen last counts. */
export const settled = (before: readonly string[], chosen: readonly string[]): string[] => {
  const single = chosen.filter((place) => place !== everywhere);
  const all = chosen.includes(everywhere) && !(before.includes(everywhere) && single.length > 0);
  return all ? [everywhere] : single;
};

/** The body of `PUT /access/staff-places/:id`. */
export const orderOf = (chosen: readonly string[]) => ({
  everywhere: chosen.includes(everywhere),
  places: chosen.filter((place) => place !== everywhere),
});
