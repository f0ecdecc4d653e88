import { rows, type Transaction } from '@enamel/kernel/server';

type Runner = Parameters<typeof rows>[0];

/** A column that says whose a row is. */
export interface Reference {
  readonly table: string;
  readonly column: string;
  /** Whether it holds the row's number or the document id. */
  readonly by: 'id' | 'documentId';
  /** Which rows; all when not given. */
  readonly where?: string;
}

/** Columns that tell of a patient under another name. */
const named: readonly Reference[] = [
  {
    table: 'time_claims',
    column: 'resource_id',
    by: 'documentId',
    where: `t.resource_kind = 'patient'`,
  },
  { table: 'calendar_feeds', column: 'owner_id', by: 'documentId', where: `t.kind = 'patient'` },
];

/** Rows of the others are kept by triggers. */
const narrowed: Readonly<Record<string, string>> = { patient_locations: `t.source = 'shared'` };

/** Which rows of a table a column tells of patients in, for an index to find them by. */
export const conditionOf = (table: string, column: string): string =>
  named.find((each) => each.table === table && each.column === column)?.where ??
  narrowed[table] ??
  'true';

/**
 * Tables whose rows stay as they are, with the reason. What is here is no oversight: a story of the clinic fails for a
 * table that refers to patients and is neither moved nor here.
 */
export const left: Readonly<Record<string, string>> = {
  audit_entries:
    'What happened was done to the record of then; it is read under all ids of a patient.',
  patient_merges: 'Tells of the merge itself.',
  sealed_fields: 'Opens for its own record alone: what the winner lacks is sealed anew.',
  record_keys: 'Opens what is sealed for its own record alone.',
  patient_index: 'Follows names and addresses by itself.',
  unproven_addresses:
    'Tells of the addresses of its own record; the winner takes over what it takes.',
  patient_pairs:
    'Pairs of an archived record are not shown, and true again when a merge is undone.',
  patient_pairs_seen: 'Only a mark of how far one has looked.',
  booking_keys: 'Answers that were given, kept for a day.',
};

const keyed = `
  select c.conrelid::regclass::text as "table", a.attname as "column"
  from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
  where c.contype = 'f' and c.confrelid = 'patients'::regclass and cardinality(c.conkey) = 1`;

/** Every column of the database that refers to patients, those of tables to come included. */
export const referencesToPatients = async (on: Runner): Promise<Reference[]> => {
  const byNumber = await rows<{ table: string; column: string }>(on, `${keyed} order by 1, 2`);
  const byDocument = await rows<{ table: string; column: string }>(
    on,
    `select c.relname as "table", a.attname as "column"
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not a.attisdropped
       and a.attname in ('patient', 'patient_id', 'guardian_id', 'relative_id')
       and a.atttypid in ('text'::regtype, 'varchar'::regtype) order by 1, 2`,
  );
  return [
    ...byNumber.map((each) => ({
      ...each,
      by: 'id' as const,
      ...(narrowed[each.table] ? { where: narrowed[each.table] as string } : {}),
    })),
    ...byDocument.map((each) => ({ ...each, by: 'documentId' as const })),
    ...named,
  ].filter(({ table }) => !(table in left));
};

/** Columns of a table's primary key. */
export const keyOf = async (on: Runner, table: string): Promise<string[]> =>
  (
    await rows<{ name: string }>(
      on,
      `select a.attname as name from pg_index i
       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
       where i.indrelid = cast(? as regclass) and i.indisprimary order by a.attnum`,
      [table],
    )
  ).map(({ name }) => name);

/** Lets rows that never change whose they are do so until the transaction ends. */
export const allowMoving = async (trx: Transaction): Promise<void> => {
  await rows(trx, `select set_config('enamel.merging', 'on', true)`);
};
