import { setTimeout as pause } from 'node:timers/promises';
import { type Checkpoint, isSignedBy, type TrustedKeys } from '../domain/checkpoint.ts';
import type { Fault } from '../domain/verifier.ts';
import { start } from '../domain/verifier.ts';
import { checkpointBefore, checkpointsFrom } from '../store/checkpoints.ts';
import { type Ask, countUnsealed, headOf } from '../store/seals.ts';
import { verifyChain } from './verify.ts';

interface Options {
  /** Begins at the last checkpoint that was signed at this ISO instant or before, and believes it. */
  readonly since?: string | undefined;
  readonly onProgress?: (number: number, until: number) => void;
}

export interface Verdict {
  readonly fault: Fault | undefined;
  /** Number of the last seal that is as it was. */
  readonly verified: number;
  /** Entries that nobody seals. */
  readonly unsealed: number;
}

/** Entries that still have no seal after a running clinic had the time to make one. */
const forgotten = async (ask: Ask): Promise<number> => {
  const first = await countUnsealed(ask);
  if (first.count === 0) return 0;
  await pause(5_000);
  const later = await countUnsealed(ask);
  return later.first === first.first ? later.count : 0;
};

/** @param elsewhere checkpoints that were kept away from this database */
export const verifyDatabase = async (
  ask: Ask,
  keys: TrustedKeys,
  elsewhere: readonly Checkpoint[],
  { since, onProgress }: Options = {},
): Promise<Verdict> => {
  const believed = since === undefined ? undefined : await checkpointBefore(ask, since);
  if (believed && !isSignedBy(keys, believed))
    return {
      fault: { kind: 'forged', number: believed.number, entry: null },
      verified: 0,
      unsealed: 0,
    };
  const from = believed ?? start;
  // Read before the head: no checkpoint is ahead of the chain but by truncation.
  const checkpoints = [...(await checkpointsFrom(ask, from.number)), ...elsewhere];
  const { number: until } = await headOf(ask);
  const { place, fault } = await verifyChain(ask, from, until, checkpoints, keys, {
    onProgress: (number) => onProgress?.(number, until),
  });
  return { fault, verified: place.number, unsealed: fault ? 0 : await forgotten(ask) };
};
