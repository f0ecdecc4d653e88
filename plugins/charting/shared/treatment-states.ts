/** The life of a treatment. A completed one is final; it can only be superseded (see `mayUndo`). */
import type { TreatmentStatus } from './vocabulary.ts';

const moves: Record<TreatmentStatus, readonly TreatmentStatus[]> = {
  planned: ['in-progress', 'completed', 'referred', 'inactive'],
  'in-progress': ['completed', 'planned', 'inactive'],
  completed: [],
  existing: ['inactive'],
  'existing-elsewhere': ['inactive'],
  referred: ['planned', 'completed', 'inactive'],
  inactive: ['planned'],
};

export const movesFrom = (status: TreatmentStatus): readonly TreatmentStatus[] => moves[status];

export const mayMove = (from: TreatmentStatus, to: TreatmentStatus): boolean =>
  moves[from].includes(to);

/** How a treatment may enter the record. */
export const firstStatuses: readonly TreatmentStatus[] = [
  'planned',
  'in-progress',
  'completed',
  'existing',
  'existing-elsewhere',
  'referred',
];

export type UndoRefusal = 'not-completed' | 'not-the-author' | 'another-day' | 'invoiced';

/** A completed treatment may be taken back by the one who completed it, on the same local day, while it is not billed. */
export const undoRefusal = (
  treatment: { status: TreatmentStatus; completedBy: string | null; invoiced: boolean },
  completedOn: string | null,
  undo: { by: string; on: string },
): UndoRefusal | undefined => {
  if (treatment.status !== 'completed') return 'not-completed';
  if (treatment.invoiced) return 'invoiced';
  if (treatment.completedBy !== undo.by) return 'not-the-author';
  return completedOn === undo.on ? undefined : 'another-day';
};
