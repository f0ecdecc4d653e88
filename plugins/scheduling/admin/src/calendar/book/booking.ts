import type { StaffBooking } from '../../../../shared/calendar.ts';
import type { NewPatient } from '../desk.ts';
import { instantOf } from '../zoned.ts';
import type { PlaceDraft } from './PlaceFields.tsx';

/** Whom a visit is for. */
export interface WhoDraft {
  readonly patient: { readonly documentId: string; readonly name: string } | undefined;
  /** Filled in for someone who is not in the list yet. */
  readonly newPatient: NewPatient | undefined;
  readonly typed: string;
}

/** What the booking form holds; times are the location's wall time. */
export interface Draft extends PlaceDraft, WhoDraft {
  readonly appointmentType: string;
  readonly reason: string;
}

/** A new patient's names, from what was typed in the search. */
export const namesIn = (typed: string): NewPatient => {
  const words = typed.trim().split(/\s+/);
  const looksLikeName = words.every((word) => /^\p{L}[\p{L}'-]*$/u.test(word));
  if (!looksLikeName) return { firstName: '', lastName: '' };
  return { firstName: words[0] ?? '', lastName: words.slice(1).join(' ') };
};

export const missingWho = ({ patient, newPatient }: WhoDraft): string[] => {
  if (patient) return [];
  if (!newPatient) return ['patient'];
  return (['firstName', 'lastName'] as const).filter((name) => !newPatient[name].trim());
};

/** The fields that are still missing. */
export const missingIn = (draft: Draft): string[] => [
  ...missingWho(draft),
  ...(['appointmentType', 'practitioner', 'date', 'time'] as const).filter((name) => !draft[name]),
];

export const bookingOf = (
  draft: Draft,
  patient: string,
  { location, zone }: { location: string; zone: string },
): StaffBooking => ({
  patient,
  appointmentType: draft.appointmentType,
  location,
  practitioner: draft.practitioner,
  start: instantOf(`${draft.date}T${draft.time}`, zone),
  ...(draft.duration ? { duration: draft.duration } : {}),
  ...(draft.chair ? { chair: draft.chair } : {}),
  ...(draft.reason.trim() ? { reason: draft.reason.trim() } : {}),
});

/** A new patient without the fields that were left empty. */
export const knownOf = (patient: NewPatient): NewPatient =>
  Object.fromEntries(
    Object.entries(patient)
      .map(([name, value]) => [name, String(value ?? '').trim()] as const)
      .filter(([, value]) => value),
  ) as unknown as NewPatient;
