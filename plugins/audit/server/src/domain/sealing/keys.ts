import { createHash, hkdfSync } from 'node:crypto';

/** One key of the clinic's fields. */
export interface FieldKey {
  /** Eight hexadecimal digits, told by the key itself. */
  readonly id: string;
  readonly sealing: Buffer;
  readonly blinding: Buffer;
}

/** The first key seals; all of them open. */
export type KeyRing = readonly [FieldKey, ...FieldKey[]];

const derived = (secret: string, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `enamel fields ${use}`, 32));

export const fieldKeyOf = (secret: string): FieldKey => ({
  id: createHash('sha256').update(derived(secret, 'id')).digest('hex').slice(0, 8),
  sealing: derived(secret, 'seal'),
  blinding: derived(secret, 'blind index'),
});

/** @throws when there is no secret at all */
export const keyRingOf = (secrets: readonly string[]): KeyRing => {
  const [current, ...former] = secrets.map(fieldKeyOf);
  if (!current) throw new Error('There is no key for sealed fields.');
  return [current, ...former];
};
