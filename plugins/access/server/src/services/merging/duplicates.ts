import { record } from '@enamel/audit';
import { missing } from '@enamel/kernel';
import { clockOf, currentActor, type Transaction, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { DuplicateList } from '../../../../shared/merging.ts';
import { verdictOn } from '../../domain/merging/likeness.ts';
import {
  candidatesFor,
  keepPairs,
  markSeen,
  openPairs,
  tellApart,
  touchedPatients,
} from '../../store/merging/pairs.ts';
import { seenNow } from '../patient-search.ts';
import { demandPatient } from '../scope.ts';

const atOnce = 200;
/** What somebody who opens the list waits for; the rest comes by itself. */
const roundsOfList = 10;

/** Finds anew with whom these patients may be one person. */
export const lookAt = async (
  strapi: Core.Strapi,
  trx: Transaction,
  patients: readonly number[],
): Promise<void> => {
  const found = (await candidatesFor(trx, patients)).flatMap(({ one, other, ...facts }) => {
    const verdict = verdictOn(facts);
    return verdict ? [{ one, other, ...verdict }] : [];
  });
  await keepPairs(trx, patients, found, clockOf(strapi).now().toString());
};

/** Looks at the next patients that were touched. Answers whether there may be more. */
const lookOnce = (strapi: Core.Strapi): Promise<boolean> =>
  transaction(strapi, async (trx) => {
    const touched = (await touchedPatients(trx, atOnce)) ?? [];
    const last = touched.at(-1);
    if (!last) return false;
    await lookAt(
      strapi,
      trx,
      touched.map(({ id }) => id),
    );
    await markSeen(trx, last);
    return touched.length === atOnce;
  });

/** Looks at the patients that were added or changed since the last time, as many as `rounds` allow. */
export const lookForDuplicates = async (strapi: Core.Strapi, rounds = 100): Promise<void> => {
  for (let round = 0; round < rounds; round++) if (!(await lookOnce(strapi))) return;
};

/** Pairs that may be one person, the surest first. */
export const listDuplicates = async (
  strapi: Core.Strapi,
  { page, pageSize, patient }: { page: number; pageSize: number; patient?: string | undefined },
): Promise<DuplicateList> => {
  await lookForDuplicates(strapi, roundsOfList);
  const offset = (page - 1) * pageSize;
  const wish = { limit: pageSize, offset, patient: patient ?? null };
  const { total, pairs } = await openPairs(strapi.db.connection, wish, await seenNow(strapi));
  await record(strapi, undefined, {
    action: 'list',
    subject: 'patient',
    patients: [...new Set(pairs.flatMap(({ one, other }) => [one.documentId, other.documentId]))],
    detail: { count: pairs.length },
  });
  return { data: pairs, meta: { total, page, pageSize } };
};

/** Remembers that two records are two persons. @throws 404 PATIENT_NOT_FOUND */
export const notOnePerson = async (
  strapi: Core.Strapi,
  one: string,
  other: string,
): Promise<void> => {
  await demandPatient(strapi, one, other);
  await transaction(strapi, async (trx) => {
    const at = clockOf(strapi).now().toString();
    if (!(await tellApart(trx, { one, other, at, by: currentActor(strapi).id })))
      throw missing('PATIENT_NOT_FOUND', 'There is no such patient.');
    await record(strapi, trx, {
      action: 'patient.told-apart',
      subject: 'patient',
      subjectId: one,
      patients: [one, other],
    });
  });
};
