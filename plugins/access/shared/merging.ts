/** Answers of the panel's routes for two records of one person. Instants are ISO 8601 in UTC, ids document ids. */
import { z } from '@enamel/kernel';

const documentId = z.string().min(1).max(64);

export const mergePair = z.object({ winner: documentId, loser: documentId });
export const mergeWish = mergePair.extend({
  /** By the name of a field in which the records differ; what is usual for the others. */
  choices: z.record(z.string().max(64), z.enum(['winner', 'loser', 'both'])).default({}),
});

export type MergeWish = z.infer<typeof mergeWish>;

export interface MergeSide {
  readonly documentId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: string | null;
  /** When the record was made. */
  readonly since: string;
  readonly visits: number;
  readonly account: boolean;
  /** Nobody confirmed the account's address: a merge closes it for good. */
  readonly unconfirmed: boolean;
}

export interface MergeField {
  readonly name: string;
  readonly type: string;
  /** Null, as the loser's, where whoever asks may not read the field. */
  readonly winner: unknown;
  readonly loser: unknown;
  readonly hidden: boolean;
  /** What happens unless somebody chooses; null where somebody has to, because of the doubt. */
  readonly usual: 'winner' | 'loser' | 'both' | null;
  readonly doubt: 'two-people' | 'too-long' | null;
  readonly choices: readonly ('winner' | 'loser' | 'both')[];
}

export interface MergePreview {
  readonly winner: MergeSide;
  readonly loser: MergeSide;
  readonly fields: readonly MergeField[];
  /** How many rows of which table would move. */
  readonly moves: Readonly<Record<string, number>>;
  /** Times to come at which both have a visit: they stand in the way. */
  readonly clashes: readonly string[];
}

export interface Merged {
  readonly id: string;
  readonly winner: string;
  readonly undoUntil: string;
}

export interface DuplicatePair {
  readonly score: number;
  readonly reasons: readonly string[];
  readonly one: PairPatient;
  readonly other: PairPatient;
}

export interface PairPatient extends MergeSide {
  readonly mobileNumber: string | null;
  readonly email: string | null;
}

export interface DuplicateList {
  readonly data: readonly DuplicatePair[];
  readonly meta: { readonly total: number; readonly page: number; readonly pageSize: number };
}

export interface RecentMerge {
  readonly id: string;
  readonly winner: string;
  readonly name: string;
  readonly mergedAt: string;
  readonly mergedBy: string | null;
  readonly undoUntil: string;
}
