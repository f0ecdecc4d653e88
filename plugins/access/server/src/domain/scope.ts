/** Which patients a member of staff may know of, and whose schedule they see. */
export interface Place {
  readonly id: number;
  readonly documentId: string;
}

export type Scope =
  | { readonly everywhere: true; readonly schedule: Schedule }
  | {
      readonly everywhere: false;
      readonly schedule: Schedule;
      /** Patients known at these places, and those who are known nowhere yet. Null for whom places do not bind. */
      readonly places: readonly Place[] | null;
      /** Patients whom this practitioner has treated or will. */
      readonly treatedBy: number | null;
      /** Records opened in an emergency, by numeric id. */
      readonly opened: readonly number[];
    };

/** Everybody's, or only that of one practitioner (null for somebody who is none). */
export type Schedule = 'everybody' | { readonly practitioner: Place | null };

export const conditions = {
  locations: 'plugin::access.own-locations',
  patients: 'plugin::access.own-patients',
  schedule: 'plugin::access.own-schedule',
} as const;

/** On changing treatments and findings: the notes of colleagues stay as they wrote them. */
export const ownNotes = 'plugin::access.own-notes';

/** What the database knows of a member of staff. */
export interface ScopeFacts {
  readonly superAdmin: boolean;
  /** The conditions of each permission to read patients, one list for each role that has it. */
  readonly patients: readonly (readonly string[])[];
  /** Likewise to read visits. */
  readonly visits: readonly (readonly string[])[];
  /** How many places the clinic has. */
  readonly clinicPlaces: number;
  /** Assigned to all places, those to come included. */
  readonly allPlaces: boolean;
  readonly places: readonly Place[];
  readonly practitioner: Place | null;
  readonly opened: readonly number[];
}

/** What somebody may know beyond the hour: without the records opened in an emergency. */
export const lastingScope = (scope: Scope): Scope =>
  scope.everywhere ? scope : { ...scope, opened: [] };

const everybody: Scope = { everywhere: true, schedule: 'everybody' };

const free = (lines: ScopeFacts['patients']) =>
  lines.some((line) => !line.some((name) => Object.values<string>(conditions).includes(name)));

/**
 * Roles add up, and so do the conditions of a role, as the panel has it everywhere. Whoever has no permission to read
 * patients by themselves is bound to their places in all that other permissions show of patients.
 */
export const scopeFrom = (facts: ScopeFacts): Scope => {
  if (facts.superAdmin) return everybody;
  const named = new Set(facts.patients.flat());
  const bound = facts.patients.length === 0 || named.has(conditions.locations);
  const schedule: Schedule =
    facts.visits.length > 0 && facts.visits.every((line) => line.includes(conditions.schedule))
      ? { practitioner: facts.practitioner }
      : 'everybody';
  if (free(facts.patients) || (bound && (facts.allPlaces || facts.clinicPlaces < 2)))
    return { everywhere: true, schedule };
  return {
    everywhere: false,
    schedule,
    places: bound ? facts.places : null,
    treatedBy: named.has(conditions.patients) ? (facts.practitioner?.id ?? null) : null,
    opened: facts.opened,
  };
};
