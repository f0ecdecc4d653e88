import { conflict, invalid, missing } from '@enamel/kernel';
import type { rows } from '@enamel/kernel/server';
import type { MergeSide } from '../../../../shared/merging.ts';
import { sidesOf } from '../../store/merging/records.ts';

export interface Both {
  readonly winner: MergeSide & { readonly id: number };
  readonly loser: MergeSide & { readonly id: number };
}

/** @throws 404 PATIENT_NOT_FOUND, 409 ALREADY_MERGED for an archived record, 400 ONE_PATIENT */
export const askedBoth = async (
  on: Parameters<typeof rows>[0],
  winner: string,
  loser: string,
): Promise<Both> => {
  if (winner === loser)
    throw invalid('ONE_PATIENT', 'A record cannot be merged with itself.', {
      fields: [{ field: 'loser', message: 'is the same record' }],
    });
  const found = await sidesOf(on, [winner, loser]);
  const [one, other] = [winner, loser].map((id) => found.find((side) => side.documentId === id));
  if (!one || !other) throw missing('PATIENT_NOT_FOUND', 'There is no such patient.');
  if (one.archived || other.archived)
    throw conflict('ALREADY_MERGED', 'One of these records is archived or merged already.');
  return { winner: one, loser: other };
};
