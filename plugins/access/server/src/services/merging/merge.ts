import { record, refuseHeld } from '@enamel/audit';
import { conflict } from '@enamel/kernel';
import { clockOf, currentActor, type Transaction, transaction } from '@enamel/kernel/server';
import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import type { Merged, MergeField, MergePreview, MergeWish } from '../../../../shared/merging.ts';
import type { Field } from '../../domain/merging/fields.ts';
import { closeUnconfirmed } from '../../store/merging/accounts.ts';
import { add, change, type Entry, move, remove } from '../../store/merging/journal.ts';
import {
  clashes,
  countRows,
  keepMerge,
  knownThere,
  lockPatients,
  offersInOneChain,
  pastClashes,
  placesOf,
  settlePlaces,
} from '../../store/merging/merges.ts';
import {
  allowMoving,
  type Reference,
  referencesToPatients,
} from '../../store/merging/references.ts';
import { demandLastingPatient, demandPatient } from '../scope.ts';
import { askedBoth, type Both } from './both.ts';
import { fieldsOf, ownLinks } from './record-parts.ts';
import { writeRecord } from './write-record.ts';

const undoDays = 30;

/** References that are the record's own and chosen by field, not moved: its account, its place, who pays for it. */
const isOwn = (strapi: Core.Strapi, { table, column }: Reference): boolean =>
  table === 'patients_cmps' ||
  ownLinks(strapi).some((link) => link.table === table && link.column === column);

const movedReferences = async (
  strapi: Core.Strapi,
  on: Parameters<typeof referencesToPatients>[0],
) => (await referencesToPatients(on)).filter((reference) => !isOwn(strapi, reference));

const shownTo =
  (mayRead: (field: string) => boolean) =>
  (field: Field): MergeField =>
    field.type === 'relation' || mayRead(field.name)
      ? { ...field, hidden: false }
      : { ...field, winner: null, loser: null, hidden: true };

/** What would differ, what would move and what stands in the way. */
export const previewMerge = async (
  strapi: Core.Strapi,
  winner: string,
  loser: string,
  mayRead: (field: string) => boolean,
): Promise<MergePreview> => {
  const on = strapi.db.connection;
  await demandPatient(strapi, winner, loser);
  const both = await askedBoth(on, winner, loser);
  const now = clockOf(strapi).now().toString();
  const [fields, moves, meetings] = await Promise.all([
    fieldsOf(strapi, on, both),
    movedReferences(strapi, on).then((references) => countRows(on, references, both.loser)),
    clashes(on, winner, loser, now),
  ]);
  await record(strapi, undefined, {
    action: 'read',
    subject: 'patient',
    subjectId: winner,
    patients: [winner, loser],
  });
  return {
    ...both,
    fields: fields.map(shownTo(mayRead)),
    moves,
    clashes: meetings.map((at) => new Date(at).toISOString()),
  };
};

/** Of what one person has only one. */
const spared: Readonly<Record<string, string>> = {
  wait_list_offers: offersInOneChain,
  patient_locations: knownThere,
};

const moveAll = async (strapi: Core.Strapi, trx: Transaction, { winner, loser }: Both) => {
  const journal: Entry[] = [];
  for (const id of await pastClashes(trx, loser.documentId, winner.documentId))
    journal.push(...(await change(trx, 'time_claims', id, { overbooked: true })));
  // Whoever paid for the other record of themselves pays for themselves.
  journal.push(
    ...(await remove(
      trx,
      'patients_guarantor_lnk',
      't.patient_id in (:one, :other) and t.inv_patient_id in (:one, :other) and t.patient_id <> t.inv_patient_id',
      { one: winner.id, other: loser.id },
    )),
  );
  // A relation of the two to one another is none, and one that both have to somebody is the winner's.
  journal.push(
    ...(await remove(
      trx,
      'patient_relations',
      `:loser in (t.patient_id, t.relative_id) and (:winner in (t.patient_id, t.relative_id) or exists (
         select from patient_relations w where :winner in (w.patient_id, w.relative_id)
           and w.patient_id + w.relative_id - :winner = t.patient_id + t.relative_id - :loser))`,
      { winner: winner.id, loser: loser.id },
    )),
  );
  for (const reference of await movedReferences(strapi, trx)) {
    const [from, to] =
      reference.by === 'id' ? [loser.id, winner.id] : [loser.documentId, winner.documentId];
    journal.push(...(await move(trx, reference, from, to, spared[reference.table])));
  }
  return journal;
};

/**
 * Makes two records of one person one: what pointed to the loser points to the winner, who keeps of each fact what was
 * chosen. All in one transaction that can be undone for a month.
 * @throws 404 PATIENT_NOT_FOUND, 403 ONLY_OPENED, 409 ALREADY_MERGED, LEGAL_HOLD, VISITS_OVERLAP, NATIONAL_IDS_DIFFER or
 *   BOTH_TOO_LONG, 400 NOTHING_TO_CHOOSE
 */
export const mergePatients = async (strapi: Core.Strapi, wish: MergeWish): Promise<Merged> => {
  await demandLastingPatient(strapi, wish.winner, wish.loser);
  return transaction(strapi, (trx) => mergeIn(strapi, trx, wish)).catch((error: unknown) => {
    const { code, table } = error as { code?: string; table?: string };
    if (code !== '23505') throw error;
    throw conflict(
      'MERGE_BLOCKED',
      'Both records have something of which one person can have only one. Remove one of the two first.',
      { details: { table }, cause: error },
    );
  });
};

const mergeIn = async (strapi: Core.Strapi, trx: Transaction, wish: MergeWish): Promise<Merged> => {
  await lockPatients(trx, [wish.winner, wish.loser]);
  const both = await askedBoth(trx, wish.winner, wish.loser);
  await refuseHeld(trx, [wish.winner, wish.loser]);
  const at = clockOf(strapi).now();
  const meetings = await clashes(trx, wish.winner, wish.loser, at.toString());
  if (meetings.length > 0)
    throw conflict(
      'VISITS_OVERLAP',
      'Both records have a visit at the same time to come. Cancel or move one of them first.',
      { details: { times: meetings.map((time) => new Date(time).toISOString()) } },
    );
  const id = createId();
  const people = [both.winner.id, both.loser.id];
  const accountsClosed = await closeUnconfirmed(trx, people, at.toString());
  await allowMoving(trx);
  const places = await placesOf(trx, people);
  const moved = await moveAll(strapi, trx, both);
  const written = await writeRecord(strapi, trx, id, both, wish.choices);
  await settlePlaces(trx);
  // The record that was given up is known where it was: nobody else may read what it still says.
  const known = await add(
    trx,
    'patient_locations',
    `select who, place, 'shared' from unnest(cast(:both as integer[])) who, unnest(cast(:places as integer[])) place
     where not exists (select from patient_locations k where k.patient_id = who and k.location_id = place)`,
    { both: people, places },
  );
  const journal = [...moved, ...written.journal, ...known];
  const undoUntil = at.add({ hours: 24 * undoDays }).toString();
  await keepMerge(trx, {
    id,
    winner: wish.winner,
    loser: wish.loser,
    at: at.toString(),
    by: currentActor(strapi).id,
    undoUntil,
    journal,
  });
  await record(strapi, trx, {
    action: 'patient.merge',
    subject: 'patient',
    subjectId: wish.winner,
    patients: [wish.winner, wish.loser],
    detail: {
      merge: id,
      merged: wish.loser,
      fields: written.fields,
      accountsClosed,
      ...told(journal),
    },
  });
  return { id, winner: wish.winner, undoUntil };
};

/** What moved, by table; never what stood there. */
const told = (journal: readonly Entry[]) => ({
  moved: Object.fromEntries(
    journal.flatMap((entry) => (entry.kind === 'moved' ? [[entry.table, entry.keys.length]] : [])),
  ),
});
