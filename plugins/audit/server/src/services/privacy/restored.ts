import { appendFile, readFile } from 'node:fs/promises';
import { env } from '@enamel/config';
import { clockOf, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { idsInFile, missingLines } from '../../domain/privacy/erasure-file.ts';
import {
  comeBack,
  erasedPatients,
  isErased,
  lockPatient,
  privacyRules,
} from '../../store/privacy/erasing.ts';
import { erasuresOf, findErasure, insertErasure } from '../../store/privacy/erasures.ts';
import { holdOf } from '../../store/privacy/holds.ts';
import { todayAt } from './erase.ts';
import { carryOut, newErasureId } from './erasures.ts';

/** Whoever was erased before, and is there again; a legal hold still counts. */
const eraseAgain = (strapi: Core.Strapi, known: string): Promise<void> =>
  transaction(strapi, async (trx) => {
    const identity = await lockPatient(trx, known);
    if (!identity) return;
    const { documentId: patient } = identity;
    if ((await isErased(trx, patient)) || (await holdOf(trx, patient))) return;
    const { zone } = await privacyRules(trx);
    const now = clockOf(strapi).now().toString();
    const dueOn = todayAt(strapi, zone);
    await insertErasure(trx, { id: newErasureId(), patient, way: 'desk', now, dueOn });
    const open = (await erasuresOf(trx, patient)).find(({ state }) => state === 'asked');
    const asked = open && (await findErasure(trx, open.id));
    if (asked) await carryOut(strapi, trx, asked, identity, { by: 'ERASURE_FILE', notice: null });
  });

const listed = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
};

/**
 * Makes `ERASURE_FILE` and the database tell the same: a backup that is restored brings erased patients back, and they are
 * erased again; those erased since are added to the file. Ids alone are in it.
 */
export const rememberErased = async (strapi: Core.Strapi): Promise<void> => {
  const file = env().ERASURE_FILE;
  if (!file) return;
  try {
    const known = idsInFile(await listed(file));
    const on = strapi.db.connection;
    for (const { patient, today } of await comeBack(on, [...known]))
      if (known.has(today)) await eraseAgain(strapi, patient);
      // Two persons, as it turned out after the backup: the other one was never erased.
      else
        strapi.log.error(
          `audit: ${patient} was erased and is part of ${today} here: undo that merge`,
        );
    const lines = missingLines(await erasedPatients(on), known);
    if (lines) await appendFile(file, lines);
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException;
    strapi.log.error(`audit: ERASURE_FILE cannot be followed (${code ?? name})`);
  }
};
