import type { GroupItem, GroupSlot } from '../../../../shared/groups.ts';
import { missingWho, type WhoDraft } from './booking.ts';

/** One visit of several that follow one another. */
export interface PartDraft extends WhoDraft {
  readonly id: number;
  /** For whom the visit before is. */
  readonly same: boolean;
  readonly appointmentType: string;
  /** Empty for anyone. */
  readonly practitioner: string;
}

export const missingInPart = (part: PartDraft): string[] => [
  ...(part.same ? [] : missingWho(part)),
  ...(part.appointmentType ? [] : ['appointmentType']),
];

/** Document id and name of each part's patient; empty for somebody who is not in the list yet. */
export const patientsOf = (parts: readonly PartDraft[]): { documentId: string; name: string }[] => {
  const found: { documentId: string; name: string }[] = [];
  for (const { same, patient, newPatient } of parts) {
    const before = found.at(-1);
    const name = newPatient ? `${newPatient.firstName} ${newPatient.lastName}`.trim() : '';
    found.push(same && before ? before : (patient ?? { documentId: '', name }));
  }
  return found;
};

export const itemsOf = (parts: readonly PartDraft[], patients: readonly string[]): GroupItem[] =>
  parts.map(({ appointmentType, practitioner }, index) => ({
    appointmentType,
    patient: patients[index] ?? '',
    ...(practitioner ? { practitioner } : {}),
  }));

/** The few starts that lie nearest to an instant, in order of time. */
export const nearestTo = (
  slots: readonly GroupSlot[],
  instant: string,
  count: number,
): GroupSlot[] => {
  const wanted = Date.parse(instant);
  const distance = ({ start }: GroupSlot) => Math.abs(Date.parse(start) - wanted);
  return [...slots]
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, count)
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
};
