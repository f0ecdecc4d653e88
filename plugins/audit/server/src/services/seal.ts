import { canonicalOf, sealOf } from '../domain/canonical.ts';
import {
  type Ask,
  type Cursor,
  headOf,
  insertSeals,
  lockChain,
  settledBelow,
  unsealed,
} from '../store/seals.ts';

const batch = 5_000;

/** Runs `work` in a transaction of its own. */
type InTransaction = <T>(work: (ask: Ask) => Promise<T>) => Promise<T>;

const sealBatch = async (ask: Ask, after: Cursor) => {
  if (!(await lockChain(ask))) return undefined;
  const settled = await settledBelow(ask);
  let { number, hash } = await headOf(ask);
  const found = await unsealed(ask, after, batch);
  const seals = found.map(({ texts }) => {
    hash = sealOf(hash, ++number, canonicalOf(texts));
    return { number, entry: texts[0], hash };
  });
  if (seals.length > 0) await insertSeals(ask, seals);
  return { settled, next: found.length === batch ? found.at(-1)?.cursor : undefined };
};

/**
 * Gives every committed entry without a seal the next number. Entries commit in any order: the search begins at the
 * oldest transaction that was still open when everything before it was sealed.
 * @param from a transaction below which every entry is sealed; `0` when none is known
 * @returns where the next search begins, `from` when another process is at it
 */
export const sealAll = async (inTransaction: InTransaction, from: string): Promise<string> => {
  let settled: string | undefined;
  for (let after: Cursor = { tx: from, id: '0' }; ; ) {
    const sealed = await inTransaction((ask) => sealBatch(ask, after));
    if (!sealed) return from;
    settled ??= sealed.settled;
    if (!sealed.next) return settled;
    after = sealed.next;
  }
};
