import type { EntryTexts } from '../domain/canonical.ts';
import { type Place, start } from '../domain/verifier.ts';

/** Runs one statement and answers its rows as arrays, all values as PostgreSQL's text. Values are bound as `$1`, `$2`. */
export type Ask = (sql: string, values?: readonly unknown[]) => Promise<(string | null)[][]>;

const entryTexts = `e.id::text, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  e.actor_kind, e.actor_id, e.actor_name, array_to_json(e.actor_roles)::text as actor_roles, e.action, e.subject,
  e.subject_id, array_to_json(e.patients)::text as patients, e.request_id, e.ip, e.device, e.detail::text as detail`;

const sealing = 7_341_003;

/** Only one process seals at a time, for as long as its transaction is open. */
export const lockChain = async (ask: Ask): Promise<boolean> => {
  const [row] = await ask(`select pg_try_advisory_xact_lock(${sealing})::text`);
  return row?.[0] === 'true';
};

/** The last seal. */
export const headOf = async (ask: Ask): Promise<Place> => {
  const [row] = await ask(
    `select number::text, encode(hash, 'hex') as hash from audit_seals s order by s.number desc limit 1`,
  );
  return row ? { number: Number(row[0]), hash: String(row[1]) } : start;
};

/** Every transaction below this one has ended, and what it wrote can be seen by the next statement. */
export const settledBelow = async (ask: Ask): Promise<string> => {
  const [row] = await ask(`select pg_snapshot_xmin(pg_current_snapshot())::text as settled`);
  return String(row?.[0]);
};

/** How far a search for entries without a seal has come: a transaction, and an id within it. */
export interface Cursor {
  readonly tx: string;
  readonly id: string;
}

/** Entries behind `after` that can be seen and have no seal, by transaction and id. */
export const unsealed = async (
  ask: Ask,
  after: Cursor,
  limit: number,
): Promise<{ texts: EntryTexts; cursor: Cursor }[]> => {
  const found = await ask(
    `select e.tx::text as tx, ${entryTexts} from audit_entries e
     left join lateral (select true as sealed from audit_seals s where s.entry_id = e.id limit 1) s on true
     where (e.tx, e.id) > ($1::bigint, $2::bigint) and s.sealed is null
     order by e.tx, e.id limit $3`,
    [after.tx, after.id, limit],
  );
  return found.map(([tx, ...texts]) => ({
    texts: texts as unknown as EntryTexts,
    cursor: { tx: String(tx), id: String(texts[0]) },
  }));
};

export const countUnsealed = async (ask: Ask): Promise<{ count: number; first: string | null }> => {
  const [row] = await ask(
    `select count(*)::text as count, min(e.id)::text as first from audit_entries e
     where not exists (select from audit_seals s where s.entry_id = e.id)`,
  );
  return { count: Number(row?.[0] ?? 0), first: row?.[1] ?? null };
};

export interface NewSeal {
  readonly number: number;
  readonly entry: string;
  readonly hash: string;
}

export const insertSeals = async (ask: Ask, seals: readonly NewSeal[]): Promise<void> => {
  await ask(
    `insert into audit_seals (number, entry_id, hash)
     select number, entry, decode(hash, 'hex') from unnest($1::bigint[], $2::bigint[], $3::text[]) as s (number, entry, hash)`,
    [
      seals.map(({ number }) => number),
      seals.map(({ entry }) => entry),
      seals.map(({ hash }) => hash),
    ],
  );
};

export interface SealedEntry {
  readonly number: number;
  readonly hash: string;
  readonly entry: string | null;
  /** Null when the seal's entry is gone. */
  readonly texts: EntryTexts | null;
}

/** The seals from `after` to `until`, `until` included, in the order of their numbers. */
export const readSeals = async (ask: Ask, after: number, until: number): Promise<SealedEntry[]> => {
  const found = await ask(
    `select s.number::text as number, encode(s.hash, 'hex') as hash, s.entry_id::text as entry, ${entryTexts}
     from audit_seals s
     left join lateral (select * from audit_entries e where e.id = s.entry_id limit 1) e on true
     where s.number > $1 and s.number <= $2 order by s.number`,
    [after, until],
  );
  return found.map((row) => ({
    number: Number(row[0]),
    hash: String(row[1]),
    entry: row[2] ?? null,
    texts: row[3] === null ? null : (row.slice(3) as unknown as EntryTexts),
  }));
};
