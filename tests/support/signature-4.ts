/** Amazon's "Signature Version 4" as its documentation writes it down, for counterparts that check what a client signed. */
import { createHash, createHmac } from 'node:crypto';

export interface SignedRequest {
  readonly method: string;
  /** With its query, as it was sent. */
  readonly address: string;
  /** By their names in small letters. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

const form =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8}\/[^/]+\/s3\/aws4_request), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

/** The key's id and the names that a request says it is signed with; undefined when it says nothing of the kind. */
export const claimOf = ({ headers }: SignedRequest) => {
  const [, keyId, scope, names, signature] = form.exec(String(headers.authorization)) ?? [];
  return keyId && scope && names && signature
    ? { keyId, scope, names: names.split(';'), signature }
    : undefined;
};

/** What the signature must be. */
export const signatureOf = (
  request: SignedRequest,
  { scope, names }: { readonly scope: string; readonly names: readonly string[] },
  secret: string,
): string => {
  const [path = '', query = ''] = request.address.split('?');
  const value = (name: string) =>
    String(request.headers[name] ?? '')
      .trim()
      .replaceAll(/ +/g, ' ');
  const canonical = [
    request.method,
    path,
    query
      .split('&')
      .filter(Boolean)
      .map((pair) => (pair.includes('=') ? pair : `${pair}=`))
      .sort()
      .join('&'),
    ...names.map((name) => `${name}:${value(name)}`),
    '',
    names.join(';'),
    value('x-amz-content-sha256'),
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', value('x-amz-date'), scope, sha256(canonical)].join('\n');
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${secret}`) as Buffer;
  return hmac(key, toSign).toString('hex');
};
