import type { WaitListEntry } from '../../../shared/wait-list.ts';
import type { Choices } from './choices.ts';
import type { EntryForm } from './useWaitList.ts';

/** An entry that is being filled in. */
export interface EntryDraft extends EntryForm {
  readonly patient: { readonly documentId: string; readonly name: string } | undefined;
  /** What was typed to find the patient. */
  readonly typed: string;
  readonly appointmentType: string;
  readonly location: string;
}

export interface DraftFields {
  readonly choices: Choices;
  readonly draft: EntryDraft;
  readonly set: (change: Partial<EntryDraft>) => void;
}

export const blankEntry = ({ locations }: Choices): EntryDraft => ({
  patient: undefined,
  typed: '',
  appointmentType: '',
  location: locations.length === 1 ? (locations[0]?.documentId ?? '') : '',
  practitioners: [],
  weekdays: [],
  timeFrom: null,
  timeUntil: null,
  earliest: null,
  latest: null,
  note: '',
  urgent: false,
});

export const draftOf = (entry: WaitListEntry): EntryDraft => ({
  patient: entry.patient,
  typed: '',
  appointmentType: entry.appointmentType.documentId,
  location: entry.location.documentId,
  practitioners: entry.practitioners.map(({ documentId }) => documentId),
  weekdays: entry.weekdays,
  timeFrom: entry.timeFrom,
  timeUntil: entry.timeUntil,
  earliest: entry.earliest,
  latest: entry.latest,
  note: entry.note ?? '',
  urgent: entry.urgent,
});

/** The fields that are needed and empty. */
export const missingIn = (draft: EntryDraft): string[] =>
  (['patient', 'appointmentType', 'location'] as const).filter((field) => !draft[field]);
