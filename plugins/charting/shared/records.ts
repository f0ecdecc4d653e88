/** Entries of the record as every side sees them. Instants are ISO 8601 in UTC, dates are local to the clinic. */
import type { Surface } from './surfaces.ts';
import type { ToothNumber } from './tooth.ts';
import type { FindingKind, Procedure, TreatmentStatus } from './vocabulary.ts';

export interface Finding {
  readonly documentId: string;
  readonly tooth: ToothNumber;
  readonly surfaces: readonly Surface[];
  readonly kind: FindingKind;
  readonly notes: string | null;
  readonly foundAt: string;
  readonly resolvedAt: string | null;
  readonly supersededBy: string | null;
  readonly practitioner: string | null;
}

/** One move of a treatment; the first has no `from`. */
export interface Step {
  readonly from: TreatmentStatus | null;
  readonly to: TreatmentStatus;
  readonly at: string;
}

export interface Treatment {
  readonly documentId: string;
  readonly procedure: Procedure;
  readonly description: string | null;
  readonly tooth: ToothNumber | null;
  readonly surfaces: readonly Surface[];
  readonly status: TreatmentStatus;
  /** Minor units of the clinic's currency. */
  readonly totalPrice: number;
  readonly discount: number;
  readonly date: string | null;
  readonly createdAt: string;
  readonly completedAt: string | null;
  readonly notes: string | null;
  readonly practitioner: string | null;
  readonly supersededBy: string | null;
  readonly invoice: string | null;
  /** In order of time; empty when it was imported. */
  readonly steps: readonly Step[];
}
