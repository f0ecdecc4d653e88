import { z } from '@enamel/kernel';

/** How the trail is kept, as the panel shows it. Instants are ISO, in UTC. */
export interface ChainState {
  /** Number of the last seal. */
  readonly sealed: number;
  /** Entries that wait for theirs; counted to 1,000. */
  readonly waiting: number;
  readonly checkpoint: { readonly number: number; readonly at: string } | null;
  readonly verified: {
    readonly at: string;
    readonly by: string | null;
    readonly until: number;
    /** What was found, such as `changed`. */
    readonly fault: string | null;
  } | null;
  readonly guard: 'grants' | 'returnable' | 'owner' | 'superuser';
  /** Whether checkpoints are kept elsewhere as well. */
  readonly shipped: boolean;
  /** Raw Ed25519 key, in hexadecimal, that proves the checkpoints. */
  readonly publicKey: string;
}

/** One step of a verification. */
export interface ChainStep {
  readonly verified: number;
  readonly until: number;
  readonly fault: {
    readonly kind: string;
    readonly number: number;
    readonly entry: string | null;
  } | null;
  /** Send it with the next step; null when there is none. */
  readonly progress: string | null;
}

export const chainStepBody = z.strictObject({ progress: z.string().max(300).optional() });
