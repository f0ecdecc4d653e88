/** Signed statements of how far the chain had come. One line of text each, made to be kept far from the database. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';

export interface Checkpoint {
  readonly number: number;
  readonly hash: string;
  /** ISO instant in UTC. */
  readonly at: string;
  /** First 16 hexadecimal digits of the SHA-256 of the raw public key. */
  readonly key: string;
  readonly signature: string;
}

export interface SigningKey {
  readonly id: string;
  readonly privateKey: KeyObject;
  /** Raw Ed25519 public key, 64 hexadecimal digits. */
  readonly publicKey: string;
}

const seedPrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

const keyId = (publicKey: string): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'hex')).digest('hex').slice(0, 16);

/** The Ed25519 key of a secret: its seed is HKDF-SHA256 of the secret. */
export const signingKeyOf = (secret: string): SigningKey => {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'enamel audit checkpoints', 32));
  const privateKey = createPrivateKey({
    key: Buffer.concat([seedPrefix, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(privateKey)
    .export({ format: 'der', type: 'spki' })
    .subarray(-32)
    .toString('hex');
  return { id: keyId(publicKey), privateKey, publicKey };
};

const signed = ({ number, hash, at, key }: Omit<Checkpoint, 'signature'>): string =>
  `enamel-audit-checkpoint ${number} ${hash} ${at} ${key}`;

export const makeCheckpoint = (
  key: SigningKey,
  { number, hash, at }: Pick<Checkpoint, 'number' | 'hash' | 'at'>,
): Checkpoint => {
  const claim = { number, hash, at, key: key.id };
  const signature = sign(null, Buffer.from(signed(claim)), key.privateKey).toString('hex');
  return { ...claim, signature };
};

export const checkpointLine = (checkpoint: Checkpoint): string =>
  `${signed(checkpoint)} ${checkpoint.signature}`;

const form =
  /^enamel-audit-checkpoint (0|[1-9]\d{0,15}) ([0-9a-f]{64}) (\d{4}-\d\d-\d\dT[\d:.]{8,18}Z) ([0-9a-f]{16}) ([0-9a-f]{128})$/;

export const readCheckpoint = (line: string): Checkpoint | undefined => {
  const [, number, hash, at, key, signature] = form.exec(line) ?? [];
  if (!number || !hash || !at || !key || !signature) return undefined;
  return { number: Number(number), hash, at, key, signature };
};

/** Public keys that are believed, by their ids. */
export type TrustedKeys = ReadonlyMap<string, KeyObject>;

/** @param publicKeys raw Ed25519 public keys, 64 hexadecimal digits each */
export const trusting = (publicKeys: readonly string[]): TrustedKeys =>
  new Map(
    publicKeys.map((publicKey) => [
      keyId(publicKey),
      createPublicKey({
        key: Buffer.concat([publicPrefix, Buffer.from(publicKey, 'hex')]),
        format: 'der',
        type: 'spki',
      }),
    ]),
  );

export const isSignedBy = (keys: TrustedKeys, checkpoint: Checkpoint): boolean => {
  const key = keys.get(checkpoint.key);
  if (!key) return false;
  return verify(
    null,
    Buffer.from(signed(checkpoint)),
    key,
    Buffer.from(checkpoint.signature, 'hex'),
  );
};
