import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Storage } from './contract.ts';

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** A folder that the process alone may read. Somebody who reads meanwhile sees the whole file or none. */
export const localStorage = (folder: string): Storage => {
  const at = (key: string) => join(folder, key);
  return {
    put: async (key, bytes) => {
      await mkdir(dirname(at(key)), { recursive: true, mode: 0o700 });
      const unfinished = `${at(key)}.${randomUUID()}`;
      try {
        await writeFile(unfinished, bytes, { mode: 0o600, flag: 'wx', flush: true });
        await rename(unfinished, at(key));
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
    },
    get: (key) =>
      readFile(at(key)).catch((error: unknown) => {
        if (isMissing(error)) return undefined;
        throw error;
      }),
    remove: (key) => rm(at(key), { force: true }),
  };
};
