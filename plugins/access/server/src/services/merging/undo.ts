import { dropCopies, record, refuseHeld } from '@enamel/audit';
import { conflict, missing } from '@enamel/kernel';
import { clockOf, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { RecentMerge } from '../../../../shared/merging.ts';
import { takeBack } from '../../store/merging/journal.ts';
import {
  forgetJournals,
  isMerged,
  lockMerge,
  lockPatients,
  markUndone,
  recentMerges,
} from '../../store/merging/merges.ts';
import { lockPairs } from '../../store/merging/pairs.ts';
import { allowMoving } from '../../store/merging/references.ts';
import { seenNow } from '../patient-search.ts';
import { demandPatient } from '../scope.ts';
import { lookAt } from './duplicates.ts';
import { unsealMerged } from './sealed.ts';

const changedSince = (table: string) =>
  conflict(
    'CHANGED_SINCE',
    'Something of this patient was changed since, so the two records cannot be told apart any more.',
    { details: { table } },
  );

/**
 * Takes a merge back: every value is again what it was. What came to the patient since stays with the winner.
 * @throws 404 MERGE_NOT_FOUND, 409 MERGE_UNDONE, UNDO_TOO_LATE, MERGED_AGAIN, LEGAL_HOLD or CHANGED_SINCE
 */
export const undoMerge = (strapi: Core.Strapi, id: string): Promise<{ patients: string[] }> =>
  transaction(strapi, async (trx) => {
    await lockPairs(trx);
    const merge = await lockMerge(trx, id);
    if (!merge) throw missing('MERGE_NOT_FOUND', 'There is no such merge.');
    await demandPatient(strapi, merge.winner);
    if (merge.undone) throw conflict('MERGE_UNDONE', 'This merge was undone already.');
    const now = clockOf(strapi).now();
    const late = Temporal.Instant.compare(new Date(merge.undoUntil).toISOString(), now) <= 0;
    if (late || !merge.journal)
      throw conflict('UNDO_TOO_LATE', 'The time in which this merge could be undone is over.');
    const both = await lockPatients(trx, [merge.winner, merge.loser]);
    if (await isMerged(trx, merge.winner))
      throw conflict(
        'MERGED_AGAIN',
        'The record has become part of another since. Undo that merge first.',
      );
    const patients = [merge.winner, merge.loser];
    await refuseHeld(trx, patients);
    await allowMoving(trx);
    for (const entry of [...merge.journal].reverse())
      if (!(await takeBack(trx, entry))) throw changedSince(entry.table);
    if (!(await unsealMerged(strapi, trx, { merge: id, winner: merge.winner })))
      throw changedSince('sealed_fields');
    await markUndone(trx, id, now.toString());
    // A copy that was made meanwhile tells each of them what is the other's.
    await dropCopies(trx, patients, {
      since: new Date(merge.mergedAt).toISOString(),
      now: now.toString(),
    });
    await lookAt(
      strapi,
      trx,
      both.map((patient) => patient.id),
    );
    await record(strapi, trx, {
      action: 'patient.merge-undone',
      subject: 'patient',
      subjectId: merge.winner,
      patients,
      detail: { merge: id },
    });
    return { patients };
  });

export const listMerges = async (strapi: Core.Strapi): Promise<RecentMerge[]> => {
  const merges = await recentMerges(
    strapi.db.connection,
    clockOf(strapi).now().toString(),
    await seenNow(strapi),
  );
  await record(strapi, undefined, {
    action: 'list',
    subject: 'patient',
    patients: merges.map(({ winner }) => winner),
    detail: { count: merges.length },
  });
  return merges.map(({ id, winner, name, mergedAt, mergedBy, undoUntil }) => ({
    id,
    winner,
    name,
    mergedAt: new Date(mergedAt).toISOString(),
    mergedBy,
    undoUntil: new Date(undoUntil).toISOString(),
  }));
};

export const forgetMerges = (strapi: Core.Strapi): Promise<void> =>
  forgetJournals(strapi.db.connection, clockOf(strapi).now().toString());
