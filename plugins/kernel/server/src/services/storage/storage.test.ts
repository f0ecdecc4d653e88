import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type BucketServer, startBucket } from '../../../../../../tests/support/bucket.ts';
import { claimOf, sha256, signatureOf } from '../../../../../../tests/support/signature-4.ts';
import { bucketStorage } from './bucket-storage.ts';
import type { Storage } from './contract.ts';
import { localStorage } from './local-storage.ts';
import { guardedStorage } from './storage.ts';

const bytes = Buffer.from([0, 255, 10, 13, 200, 0]);
const larger = Buffer.alloc(3_000_000, 7);
let folder: string;
let bucket: BucketServer;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'enamel-storage-'));
  bucket = await startBucket();
});
after(async () => {
  await bucket.stop();
  rmSync(folder, { recursive: true, force: true });
});

const inBucket = (secret = bucket.variables.STORAGE_SECRET ?? '') =>
  bucketStorage({
    name: bucket.variables.STORAGE_BUCKET ?? '',
    region: 'eu-central-1',
    endpoint: bucket.url,
    keyId: bucket.variables.STORAGE_KEY_ID ?? '',
    secret,
    pathStyle: true,
  });

const places: readonly [string, () => Storage][] = [
  ['a folder', () => localStorage(join(folder, 'files'))],
  ['a bucket', inBucket],
];

for (const [place, make] of places)
  describe(place, () => {
    test('gives back what was put, the latest under a key', async () => {
      const storage = guardedStorage(make());
      await storage.put('one/ab', bytes);
      await storage.put('one/cd', larger);
      assert.deepEqual(await storage.get('one/ab'), bytes);
      assert.deepEqual(await storage.get('one/cd'), larger);
      await storage.put('one/ab', larger);
      assert.deepEqual(await storage.get('one/ab'), larger);
    });

    test('has nothing under a key that was removed, however often, or never put', async () => {
      const storage = guardedStorage(make());
      await storage.put('two/ab', bytes);
      await storage.remove('two/ab');
      await storage.remove('two/ab');
      assert.equal(await storage.get('two/ab'), undefined);
      assert.equal(await storage.get('two/never'), undefined);
    });

    test('takes no key that leads elsewhere', async () => {
      const storage = guardedStorage(make());
      for (const key of [
        '../ab',
        'one/../../x',
        'one/..',
        'one/.ab',
        'one/a..png',
        '/etc/passwd',
        'one//ab',
        'one',
        '',
      ])
        await assert.rejects(storage.put(key, bytes), /key of a file/);
    });
  });

test('a folder is the process’s alone, and no unfinished file stays in it', async () => {
  const storage = localStorage(join(folder, 'own'));
  await Promise.all([storage.put('three/ab', bytes), storage.put('three/ab', larger)]);
  assert.deepEqual(readdirSync(join(folder, 'own/three')), ['ab']);
  assert.equal(statSync(join(folder, 'own/three/ab')).mode & 0o777, 0o600);
  assert.equal(statSync(join(folder, 'own/three')).mode & 0o777, 0o700);
});

test('a bucket that refuses the key, or is away, is told without its words', async () => {
  const count = bucket.objects.size;
  await assert.rejects(guardedStorage(inBucket('a-wrong-secret')).put('four/ab', bytes), {
    code: 'FILES_AWAY',
    status: 503,
  });
  assert.deepEqual(bucket.refused, ['PUT /enamel-test/four/ab?x-id=PutObject']);
  bucket.fail(true);
  await assert.rejects(guardedStorage(inBucket()).get('one/cd'), { code: 'FILES_AWAY' });
  bucket.fail(false);
  assert.equal(bucket.objects.size, count);
});

test('the counterpart finds for the example of Amazon’s own documentation the signature that is printed there', () => {
  const signature = 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41';
  const request = {
    method: 'GET',
    address: '/test.txt',
    headers: {
      host: 'examplebucket.s3.amazonaws.com',
      range: 'bytes=0-9',
      'x-amz-content-sha256': sha256(''),
      'x-amz-date': '20130524T000000Z',
      authorization: `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=${signature}`,
    },
  };
  const claim = claimOf(request);
  assert.ok(claim);
  assert.equal(claim.keyId, 'AKIAIOSFODNN7EXAMPLE');
  assert.equal(signatureOf(request, claim, 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'), signature);
});
