/** Where the bytes of private files are kept: names and rights are the database's, and no address leads here. */
import { resolve } from 'node:path';
import { env } from '@enamel/config';
import { unavailable } from '../../../../shared/index.ts';
import { type Bucket, bucketStorage } from './bucket-storage.ts';
import type { Storage } from './contract.ts';
import { localStorage } from './local-storage.ts';

/** A folder and a name: nothing that leads elsewhere. */
const keys = /^[a-z]+\/[\w-]+(\.[a-z]+)?$/;

/** The bucket that the environment names. */
const bucketOf = (): Bucket | undefined => {
  const { STORAGE_BUCKET: name, STORAGE_KEY_ID: keyId, STORAGE_SECRET: secret, ...rest } = env();
  if (!name || !keyId || !secret) return undefined;
  return {
    name,
    keyId,
    secret,
    region: rest.STORAGE_REGION,
    endpoint: rest.STORAGE_ENDPOINT,
    pathStyle: rest.STORAGE_PATH_STYLE,
  };
};

/** Keys are of our own making, and a failure says nothing of what was kept. */
export const guardedStorage = (kept: Storage): Storage => {
  const ask = async <T>(key: string, work: () => Promise<T>): Promise<T> => {
    if (!keys.test(key))
      throw new Error('The key of a file is a folder, a slash and a plain name.');
    try {
      return await work();
    } catch (cause) {
      throw unavailable('FILES_AWAY', 'Files cannot be reached just now. Try again.', 30, cause);
    }
  };
  return {
    put: (key, bytes) => ask(key, () => kept.put(key, bytes)),
    get: (key) => ask(key, () => kept.get(key)),
    remove: (key) => ask(key, () => kept.remove(key)),
  };
};

/** Whether files are in a bucket, which replicas share. */
export const hasBucket = (): boolean => bucketOf() !== undefined;

let storage: Storage | undefined;

/** The clinic's: a bucket when one is named, else a folder of `STATE_DIR` that nothing serves. */
export const fileStorage = (): Storage => {
  if (!storage) {
    const bucket = bucketOf();
    storage = guardedStorage(
      bucket ? bucketStorage(bucket) : localStorage(resolve(env().STATE_DIR, 'files')),
    );
  }
  return storage;
};
