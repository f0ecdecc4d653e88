/**
 * A counterpart of an S3-compatible store: keeps objects in memory and refuses what is not signed as Amazon's documentation
 * says, over the very bytes that came.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { claimOf, sha256, signatureOf } from './signature-4.ts';

const keyId = 'AKIAENAMELTEST';
const secret = 'enamel-bucket-secret-0123456789';
const name = 'enamel-test';

export interface BucketServer {
  readonly url: string;
  /** By key, without the bucket's name. */
  readonly objects: Map<string, Buffer>;
  /** Requests that were refused for their signature. */
  readonly refused: string[];
  /** What a CMS process needs in its environment to keep its files here. */
  readonly variables: Record<string, string>;
  /** Answers every request with 500 until told otherwise. */
  fail(failing: boolean): void;
  stop(): Promise<void>;
}

const xml = (code: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;

const bytesOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const isSigned = (request: IncomingMessage, body: Buffer): boolean => {
  const { method = '', url: address = '', headers } = request;
  const signed = { method, address, headers };
  const claim = claimOf(signed);
  return (
    claim?.keyId === keyId &&
    headers['x-amz-content-sha256'] === sha256(body) &&
    claim.names.includes('host') &&
    claim.names.includes('x-amz-content-sha256') &&
    signatureOf(signed, claim, secret) === claim.signature
  );
};

export const startBucket = async (): Promise<BucketServer> => {
  const objects = new Map<string, Buffer>();
  const refused: string[] = [];
  let failing = false;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const say = (status: number, body: string | Buffer = '') =>
      response.writeHead(status, { 'content-length': Buffer.byteLength(body) }).end(body);
    const body = await bytesOf(request);
    if (failing) return void say(500, xml('InternalError'));
    if (!isSigned(request, body)) {
      refused.push(`${request.method} ${request.url}`);
      return void say(403, xml('SignatureDoesNotMatch'));
    }
    const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '');
    const [, bucket, ...parts] = path.split('/');
    const key = parts.join('/');
    if (bucket !== name) return void say(404, xml('NoSuchBucket'));
    // As buckets have it since 2023: what is in them is opened to nobody by a header.
    if (request.headers['x-amz-acl']) return void say(400, xml('AccessControlListNotSupported'));
    if (request.method === 'PUT') {
      objects.set(key, body);
      return void say(200);
    }
    if (request.method === 'DELETE') {
      objects.delete(key);
      return void say(204);
    }
    const kept = objects.get(key);
    return void (kept ? say(200, kept) : say(404, xml('NoSuchKey')));
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    objects,
    refused,
    variables: {
      STORAGE_BUCKET: name,
      STORAGE_ENDPOINT: url,
      STORAGE_KEY_ID: keyId,
      STORAGE_SECRET: secret,
      STORAGE_PATH_STYLE: 'true',
    },
    fail: (now) => {
      failing = now;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
