import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { FieldKey, KeyRing } from './keys.ts';

/** Where a sealed text stands: it opens nowhere else. */
export interface Spot {
  /** Such as `patient`. */
  readonly noun: string;
  /** Document id. */
  readonly record: string;
  readonly field: string;
}

export interface SealedText {
  /** Id of the key that sealed it. */
  readonly key: string;
  /** Nonce (12 bytes), tag (16), text. */
  readonly sealed: Buffer;
}

const nonceLength = 12;
const textFrom = nonceLength + 16;

const bound = ({ noun, record, field }: Spot): Buffer =>
  Buffer.from([noun, record, field].join('\0'));

/** The clinic's key, joined with the record's own where it has one: neither opens anything without the other. */
const cipherKey = ({ sealing }: FieldKey, own: Uint8Array | null): Buffer =>
  own ? Buffer.from(hkdfSync('sha256', sealing, own, 'enamel record', 32)) : sealing;

/** @param own the key of the record itself */
export const sealBytes = (
  [key]: KeyRing,
  spot: Spot,
  bytes: Uint8Array,
  own: Uint8Array | null = null,
): SealedText => {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', cipherKey(key, own), nonce).setAAD(bound(spot));
  const content = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return { key: key.id, sealed: Buffer.concat([nonce, cipher.getAuthTag(), content]) };
};

export const sealText = (
  ring: KeyRing,
  spot: Spot,
  text: string,
  own: Uint8Array | null = null,
): SealedText => sealBytes(ring, spot, Buffer.from(text), own);

/** @throws when its key is not on the ring, when it was altered, or when it was sealed for another spot */
export const openBytes = (
  ring: KeyRing,
  spot: Spot,
  { key: id, sealed }: SealedText,
  own: Uint8Array | null = null,
): Buffer => {
  const key = ring.find((one) => one.id === id);
  if (!key)
    throw new Error(`${spot.noun}.${spot.field} is sealed with the key ${id}, which is not given.`);
  try {
    const nonce = sealed.subarray(0, nonceLength);
    const cipher = createDecipheriv('aes-256-gcm', cipherKey(key, own), nonce, {
      authTagLength: 16,
    })
      .setAAD(bound(spot))
      .setAuthTag(sealed.subarray(nonceLength, textFrom));
    return Buffer.concat([cipher.update(sealed.subarray(textFrom)), cipher.final()]);
  } catch (cause) {
    throw new Error(`${spot.noun}.${spot.field} of ${spot.record} is not as it was sealed.`, {
      cause,
    });
  }
};

export const openText = (
  ring: KeyRing,
  spot: Spot,
  text: SealedText,
  own: Uint8Array | null = null,
): string => openBytes(ring, spot, text, own).toString('utf8');

/** Numbers are compared without spaces, dashes and case. */
const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Equal texts of one field have equal digests; nothing else can be told from them without the key. */
export const blindDigest = (key: FieldKey, noun: string, field: string, text: string): Buffer =>
  createHmac('sha256', key.blinding)
    .update(`${noun}\0${field}\0${comparable(text)}`)
    .digest()
    .subarray(0, 16);
