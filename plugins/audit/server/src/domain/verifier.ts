/** Walks a chain from seal to seal and names the first thing that is not as it was sealed. */
import { beginning, sealOf, sealOfBytes } from './canonical.ts';
import { type Checkpoint, isSignedBy, type TrustedKeys } from './checkpoint.ts';

export type FaultKind =
  /** The entry is not what was sealed, or stands elsewhere than it did. */
  | 'changed'
  /** A number of the chain is missing, or comes twice. */
  | 'gap'
  /** The seal is there and its entry is not. */
  | 'deleted'
  /** The chain ends before a checkpoint that saw more of it. */
  | 'truncated'
  /** A checkpoint saw another chain. */
  | 'rewritten'
  /** A checkpoint that no trusted key signed. */
  | 'forged'
  /** The file is no log of ours from here on. */
  | 'unreadable';

export interface Fault {
  readonly kind: FaultKind;
  /** The number of the chain at which it shows. */
  readonly number: number;
  /** The id of the entry, where one is known. */
  readonly entry: string | null;
}

/** A place in the chain that is believed: the number of the last seal and its hash. */
export interface Place {
  readonly number: number;
  readonly hash: string;
}

export const start: Place = { number: 0, hash: beginning };

export interface Verifier {
  readonly place: Place;
  /** Takes the next seal with its entry's canonical form; null when there is no such entry. */
  take(
    number: number,
    hash: string,
    canonical: string | Uint8Array | null,
    entry: string | null,
  ): Fault | undefined;
  /** Whether any checkpoint saw more than there is. */
  finish(): Fault | undefined;
}

/** @param checkpoints of this chain, in any order; those before `from` are not looked at */
export const createVerifier = (
  from: Place,
  checkpoints: readonly Checkpoint[],
  keys: TrustedKeys,
): Verifier => {
  const due = checkpoints
    .filter(({ number }) => number >= from.number)
    .sort((a, b) => a.number - b.number);
  let next = 0;
  let { number: last, hash: previous } = from;

  const checkpointsHere = (): Fault | undefined => {
    for (let one = due[next]; one && one.number === last; one = due[++next]) {
      if (!isSignedBy(keys, one)) return { kind: 'forged', number: last, entry: null };
      if (one.hash !== previous) return { kind: 'rewritten', number: last, entry: null };
    }
    return undefined;
  };

  return {
    get place() {
      return { number: last, hash: previous };
    },
    take(number, hash, canonical, entry) {
      if (number !== last + 1) return { kind: 'gap', number: last + 1, entry: null };
      const before = due[next];
      if (before && before.number < number) {
        const fault = checkpointsHere();
        if (fault) return fault;
      }
      if (canonical === null) return { kind: 'deleted', number, entry };
      const seal =
        typeof canonical === 'string'
          ? sealOf(previous, number, canonical)
          : sealOfBytes(previous, number, canonical);
      if (seal !== hash) return { kind: 'changed', number, entry };
      last = number;
      previous = hash;
      return undefined;
    },
    finish() {
      const fault = checkpointsHere();
      if (fault) return fault;
      const beyond = due.slice(next).find((one) => isSignedBy(keys, one));
      if (beyond) return { kind: 'truncated', number: last + 1, entry: null };
      const forged = due[next];
      return forged && { kind: 'forged', number: forged.number, entry: null };
    },
  };
};
