import { canonicalOf } from '../domain/canonical.ts';
import type { Checkpoint, TrustedKeys } from '../domain/checkpoint.ts';
import { createVerifier, type Fault, type Place } from '../domain/verifier.ts';
import { type Ask, readSeals } from '../store/seals.ts';

const batch = 10_000;

interface Watch {
  /** Called with each seal that is as it was. */
  readonly onSeal?: (number: number, hash: string, canonical: string) => void | Promise<void>;
  /** Called after each batch with the number verified last. */
  readonly onProgress?: (number: number) => void;
}

/**
 * Recomputes the chain from a believed place to `until`. While one batch is hashed, PostgreSQL already reads the next.
 * @param checkpoints all that are known; none that is beyond `until` when the chain goes on there
 */
export const verifyChain = async (
  ask: Ask,
  from: Place,
  until: number,
  checkpoints: readonly Checkpoint[],
  keys: TrustedKeys,
  { onSeal, onProgress }: Watch = {},
): Promise<{ place: Place; fault: Fault | undefined }> => {
  const verifier = createVerifier(from, checkpoints, keys);
  const read = (after: number) =>
    after < until ? readSeals(ask, after, Math.min(after + batch, until)) : undefined;
  let coming = read(from.number);
  for (let after = from.number; coming; after += batch) {
    const seals = await coming;
    coming = read(after + batch);
    // When a fault ends the walk, nobody waits for this any more.
    coming?.catch(() => undefined);
    for (const { number, hash, entry, texts } of seals) {
      const canonical = texts && canonicalOf(texts);
      const fault = verifier.take(number, hash, canonical, entry);
      if (fault) {
        await coming;
        return { place: verifier.place, fault };
      }
      if (canonical !== null) await onSeal?.(number, hash, canonical);
    }
    onProgress?.(verifier.place.number);
  }
  return { place: verifier.place, fault: verifier.finish() };
};
