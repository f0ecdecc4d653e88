/** A passkey in the test's hand: makes one key and answers for it, truthfully or not. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

type Value = number | string | Uint8Array | Map<number | string, Value>;

const head = (kind: number, length: number): Buffer =>
  length < 24
    ? Buffer.from([(kind << 5) | length])
    : length < 256
      ? Buffer.from([(kind << 5) | 24, length])
      : Buffer.from([(kind << 5) | 25, length >> 8, length & 255]);

/** As much of CBOR (RFC 8949) as a key needs. */
const cbor = (value: Value): Buffer => {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([
    head(5, value.size),
    ...[...value].flatMap(([key, each]) => [cbor(key), cbor(each)]),
  ]);
};

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest();
const present = 0x01;
const verified = 0x04;
const attested = 0x40;

interface Asked {
  readonly challenge: string;
  readonly rpId?: string;
  readonly rp?: { readonly id: string };
}

/** @param counts whether it counts its answers; those that travel between devices do not */
export const authenticator = (site: string, counts = true) => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(32);
  const key = new Map<number, Value>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, Buffer.from(x, 'base64url')],
    [-3, Buffer.from(y, 'base64url')],
  ]);
  let counter = 0;
  const counted = () => {
    if (counts) counter += 1;
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(counter);
    return bytes;
  };
  const client = (type: string, { challenge }: Asked, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const credential = (response: Record<string, Buffer>) => ({
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
    response: Object.fromEntries(
      Object.entries(response).map(([name, bytes]) => [name, bytes.toString('base64url')]),
    ),
  });
  return {
    make(options: Asked, origin = site) {
      const authData = Buffer.concat([
        sha256(options.rp?.id ?? ''),
        Buffer.from([present | verified | attested]),
        counted(),
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        cbor(key),
      ]);
      const attestation = new Map<string, Value>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]);
      return credential({
        clientDataJSON: client('webauthn.create', options, origin),
        attestationObject: cbor(attestation),
      });
    },
    /** @param sure whether the device made sure who holds it */
    answer(options: Asked, { origin = site, sure = true } = {}) {
      const authenticatorData = Buffer.concat([
        sha256(options.rpId ?? ''),
        Buffer.from([sure ? present | verified : present]),
        counted(),
      ]);
      const clientDataJSON = client('webauthn.get', options, origin);
      const signed = Buffer.concat([authenticatorData, sha256(clientDataJSON)]);
      return credential({
        clientDataJSON,
        authenticatorData,
        signature: sign('sha256', signed, privateKey),
      });
    },
  };
};
