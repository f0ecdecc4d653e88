import { conflict, invalid } from '@enamel/kernel';
import { clockOf, type Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { MergeWish } from '../../../../shared/merging.ts';
import { chosen, type Field, undecided } from '../../domain/merging/fields.ts';
import { add, change, type Entry, move, putTo, remove } from '../../store/merging/journal.ts';
import { newAlerts } from '../../store/merging/records.ts';
import type { Both } from './both.ts';
import { asColumns, fieldsOf, ownLinks, sealedAttributes } from './record-parts.ts';
import { sealMerged } from './sealed.ts';

const undecidedField = (code: string, message: string) => (name: string) =>
  conflict(code, message, {
    fields: [{ field: `choices.${name}`, message: 'has to be chosen' }],
  });

const doubt: Readonly<Record<NonNullable<Field['doubt']>, (name: string) => Error>> = {
  'two-people': undecidedField(
    'NATIONAL_IDS_DIFFER',
    'The two records have different national ids. If they are of one person all the same, say which one is right.',
  ),
  'too-long': undecidedField(
    'BOTH_TOO_LONG',
    'The notes of both records together are too long. Keep those of one, or shorten them first.',
  ),
};

/**
 * Writes what of each fact stays, the loser's alerts among the winner's, and puts the loser away.
 * @throws 409 `NATIONAL_IDS_DIFFER` or `BOTH_TOO_LONG`, 400 `NOTHING_TO_CHOOSE`
 */
export const writeRecord = async (
  strapi: Core.Strapi,
  trx: Transaction,
  merge: string,
  both: Both,
  choices: MergeWish['choices'],
) => {
  const { winner, loser } = both;
  const fields = await fieldsOf(strapi, trx, both);
  const journal: Entry[] = [];
  const known = new Set(fields.map(({ name }) => name));
  const stray = Object.keys(choices).filter((name) => !known.has(name));
  if (stray.length > 0)
    throw invalid('NOTHING_TO_CHOOSE', 'The records do not differ there.', {
      fields: stray.map((field) => ({ field: `choices.${field}`, message: 'does not differ' })),
    });
  const doubtful = undecided(fields, choices);
  if (doubtful?.doubt) throw doubt[doubtful.doubt](doubtful.name);
  const values = chosen(fields, choices);
  for (const { name, table, column } of ownLinks(strapi)) {
    if (!(name in values)) continue;
    const given = await remove(trx, table, `t."${column}" = :winner`, { winner: winner.id });
    journal.push(...given);
    journal.push(...(await move(trx, { table, column, by: 'id' }, loser.id, winner.id)));
    // An account that belongs to nobody would outlive their erasure.
    if (name === 'account') journal.push(...(await putTo(trx, given, column, loser.id)));
    delete values[name];
  }
  for (const { id, place } of await newAlerts(trx, winner.id, loser.id))
    journal.push(
      ...(await change(trx, 'patients_cmps', id, { entity_id: winner.id, order: place })),
    );
  const sealed: Record<string, string | null> = {};
  for (const name of sealedAttributes(strapi).keys())
    if (name in values) {
      sealed[name] = values[name] as string | null;
      delete values[name];
    }
  await sealMerged(strapi, trx, { merge, winner: winner.documentId }, sealed);
  const updated_at = clockOf(strapi).now().toString().replace('Z', '');
  journal.push(...(await change(trx, 'patients', loser.id, { archived: true, updated_at })));
  const addresses = ['email', 'mobileNumber'].filter((name) => name in values);
  const bound = { winner: winner.id, loser: loser.id, addresses };
  // Whether an address was proven comes along with it.
  journal.push(
    ...(await remove(
      trx,
      'unproven_addresses',
      't.patient_id = :winner and t.kind = any (cast(:addresses as text[]))',
      bound,
    )),
    ...(await change(trx, 'patients', winner.id, { ...asColumns(strapi, values), updated_at })),
    ...(await add(
      trx,
      'unproven_addresses',
      `select cast(:winner as integer), kind from unproven_addresses
       where patient_id = :loser and kind = any (cast(:addresses as text[]))`,
      bound,
    )),
  );
  return { journal, fields: fields.map(({ name }) => name) };
};
