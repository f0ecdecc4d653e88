import type { S3Client } from '@aws-sdk/client-s3';
import type { Storage } from './contract.ts';

export interface Bucket {
  readonly name: string;
  readonly region: string;
  /** Amazon's when not given. */
  readonly endpoint: string | undefined;
  readonly keyId: string;
  readonly secret: string;
  readonly pathStyle: boolean;
}

type Sdk = typeof import('@aws-sdk/client-s3');

const connect = async (bucket: Bucket): Promise<{ sdk: Sdk; client: S3Client }> => {
  // A clinic without a bucket never loads it.
  const sdk = await import('@aws-sdk/client-s3');
  const client = new sdk.S3Client({
    region: bucket.region,
    ...(bucket.endpoint ? { endpoint: bucket.endpoint } : {}),
    forcePathStyle: bucket.pathStyle,
    credentials: { accessKeyId: bucket.keyId, secretAccessKey: bucket.secret },
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000 },
    // Newer checksums than many stores know: every body is signed as it is.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return { sdk, client };
};

/** A bucket of an S3-compatible store. It needs no public access: everything passes through this process. */
export const bucketStorage = (bucket: Bucket): Storage => {
  let connected: ReturnType<typeof connect> | undefined;
  const open = () => {
    connected ??= connect(bucket);
    return connected;
  };
  const object = (key: string) => ({ Bucket: bucket.name, Key: key });
  return {
    put: async (key, bytes) => {
      const { sdk, client } = await open();
      const content = { Body: bytes, ContentType: 'application/octet-stream' };
      await client.send(new sdk.PutObjectCommand({ ...object(key), ...content }));
    },
    get: async (key) => {
      const { sdk, client } = await open();
      try {
        const { Body } = await client.send(new sdk.GetObjectCommand(object(key)));
        return Body && Buffer.from(await Body.transformToByteArray());
      } catch (error) {
        if (error instanceof sdk.NoSuchKey) return undefined;
        throw error;
      }
    },
    remove: async (key) => {
      const { sdk, client } = await open();
      await client.send(new sdk.DeleteObjectCommand(object(key)));
    },
  };
};
