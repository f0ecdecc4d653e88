/** Answers of the routes for a patient's family. Dates are `YYYY-MM-DD`, ids document ids. */
import { z } from '@enamel/kernel';

const documentId = z.string().min(1).max(64);

export const relationKinds = ['guardian', 'ward', 'family', 'payer', 'paid-for'] as const;
/** What the other one is to this patient. */
export type RelationKind = (typeof relationKinds)[number];

export const newRelation = z.object({
  relative: documentId,
  kind: z.enum(['guardian', 'ward', 'family', 'payer']),
  /** Family: both agreed that each may book for the other. */
  mayBook: z.boolean().default(false),
  /** Whether somebody at the clinic has seen that it is so. */
  confirmed: z.boolean().default(false),
});
export type NewRelation = z.infer<typeof newRelation>;

export interface Relative {
  readonly documentId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: string | null;
}

export interface Relation {
  /** Of who pays it is `payer`. */
  readonly id: string;
  readonly kind: RelationKind;
  readonly relative: Relative;
  readonly mayBook: boolean;
  readonly confirmed: boolean;
  /** Whether the guardian still acts for the minor. */
  readonly holds: boolean;
  /** The last day on which they do; null when the birth date is not known. */
  readonly until: string | null;
}

/** Somebody who bears the same number, address or home: no reason to doubt either of them. */
export interface Housemate extends Relative {
  readonly shares: readonly ('phone' | 'mail' | 'address')[];
}

export interface Family {
  readonly relations: readonly Relation[];
  readonly housemates: readonly Housemate[];
  /** The age from which a patient decides for themselves, and whether the clinic set it. */
  readonly consentAge: number;
  readonly minor: boolean;
}

/** `GET /api/access/family`: for whom the signed-in patient acts besides themselves. */
export interface ActsFor {
  readonly documentId: string;
  readonly name: string;
  /** Whether record, forms and visits are theirs to see, or only the booking theirs to make. */
  readonly guardian: boolean;
  readonly until: string | null;
}
