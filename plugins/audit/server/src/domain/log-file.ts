/**
 * A sealed log as a file: a head, a line for each seal, and a signed checkpoint as its last line, so that nothing can be
 * cut off its end.
 *
 *     enamel-audit-log 1 <number before the first> <hash before the first>
 *     <number> <hash> <canonical form of the entry>
 *     enamel-audit-checkpoint <number> <hash> <at> <key> <signature>
 */
import { type Checkpoint, isSignedBy, readCheckpoint, type TrustedKeys } from './checkpoint.ts';
import { createVerifier, type Fault, type Place, type Verifier } from './verifier.ts';

export const headLine = ({ number, hash }: Place): string => `enamel-audit-log 1 ${number} ${hash}`;

export const sealLine = (number: number, hash: string, canonical: string): string =>
  `${number} ${hash} ${canonical}`;

const headForm = /^enamel-audit-log 1 (0|[1-9]\d{0,15}) ([0-9a-f]{64})$/;
const space = 0x20;
const newLine = 0x0a;
const nine = 0x39;
const zero = 0x30;

export interface LogReader {
  readonly place: Place | undefined;
  /** Takes the next bytes of the file, cut anywhere. Nothing more is read after a fault. */
  take(bytes: Uint8Array): Fault | undefined;
  finish(): Fault | undefined;
}

const idIn = (canonical: Uint8Array): string | null =>
  /^\{"id":(\d{1,19}),/.exec(Buffer.from(canonical.subarray(0, 32)).toString('latin1'))?.[1] ??
  null;

/**
 * @param checkpoints kept elsewhere
 * @param resume for a reader that begins in the middle of a file, at a place that was verified before
 */
export const createLogReader = (
  keys: TrustedKeys,
  checkpoints: readonly Checkpoint[] = [],
  resume?: Place,
): LogReader => {
  let verifier: Verifier | undefined = resume && createVerifier(resume, checkpoints, keys);
  let closing: Checkpoint | undefined;
  let rest: Uint8Array = new Uint8Array();
  let fault: Fault | undefined;

  const unreadable = (): Fault => ({
    kind: 'unreadable',
    number: (verifier?.place.number ?? 0) + 1,
    entry: null,
  });

  const readHead = (line: Buffer): Fault | undefined => {
    const [, number, hash] = headForm.exec(line.toString('latin1')) ?? [];
    if (!number || !hash) return unreadable();
    const from = { number: Number(number), hash };
    if (from.number === 0 && !/^0+$/.test(hash)) return unreadable();
    verifier = createVerifier(from, checkpoints, keys);
    return undefined;
  };

  const readClosing = (line: Buffer, at: Place): Fault | undefined => {
    closing = readCheckpoint(line.toString('latin1'));
    if (!closing) return unreadable();
    if (!isSignedBy(keys, closing)) return { kind: 'forged', number: closing.number, entry: null };
    if (closing.number > at.number)
      return { kind: 'truncated', number: at.number + 1, entry: null };
    return closing.number === at.number && closing.hash === at.hash
      ? undefined
      : { kind: 'rewritten', number: closing.number, entry: null };
  };

  const readLine = (line: Buffer): Fault | undefined => {
    if (closing) return unreadable();
    if (!verifier) return readHead(line);
    const first = line[0] ?? 0;
    if (first < zero || first > nine) return readClosing(line, verifier.place);
    const gap = line.indexOf(space);
    const digits = line.toString('latin1', 0, Math.max(gap, 0));
    if (!/^[1-9]\d{0,15}$/.test(digits) || line[gap + 65] !== space) return unreadable();
    const canonical = line.subarray(gap + 66);
    return verifier.take(
      Number(digits),
      line.toString('latin1', gap + 1, gap + 65),
      canonical,
      idIn(canonical),
    );
  };

  return {
    get place() {
      return verifier?.place;
    },
    take(bytes) {
      if (fault) return fault;
      const all = Buffer.concat([rest, bytes]);
      let from = 0;
      for (let end = all.indexOf(newLine); end >= 0; end = all.indexOf(newLine, from)) {
        fault = readLine(all.subarray(from, end));
        if (fault) return fault;
        from = end + 1;
      }
      rest = all.subarray(from);
      return undefined;
    },
    finish() {
      if (fault) return fault;
      if (rest.length > 0 || !verifier) return unreadable();
      if (!closing) return { kind: 'truncated', number: verifier.place.number + 1, entry: null };
      return verifier.finish();
    },
  };
};
