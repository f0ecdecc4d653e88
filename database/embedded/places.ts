import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Account } from './account.ts';

/** Whether any account may walk to this path: a home of root or a private temporary folder shuts others out. */
const openToOthers = (path: string): boolean => {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
};

const outside = (kind: string, path: string): string =>
  join(
    '/var/tmp',
    `enamel-${kind}-${createHash('sha256').update(path).digest('hex').slice(0, 12)}`,
  );

/** The server's programs, copied once to where `account` can run them when it cannot reach the installed ones. */
export const reachablePrograms = (native: string, account: Account | undefined): string => {
  if (!account || openToOthers(native)) return native;
  const copy = outside('postgres', native);
  if (!existsSync(join(copy, 'bin/postgres')))
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
};

/** The cluster's folder in the state folder, or a link there to one that `account` can reach. */
export const clusterFolder = (stateFolder: string, account: Account | undefined): string => {
  const wanted = join(stateFolder, 'postgres');
  if (existsSync(wanted)) return realpathSync(wanted);
  mkdirSync(stateFolder, { recursive: true, mode: 0o755 });
  if (!account) return wanted;
  const real = openToOthers(stateFolder) ? wanted : outside('data', wanted);
  mkdirSync(real, { recursive: true, mode: 0o700 });
  chownSync(real, account.uid, account.gid);
  if (real !== wanted) {
    if (lstatSync(wanted, { throwIfNoEntry: false })) rmSync(wanted);
    symlinkSync(real, wanted);
  }
  return real;
};

/**
 * A cluster that was copied with its clone may belong to root, and may carry the lock of the server it was copied from.
 * Its second line names the folder of that server.
 */
export const adoptCopy = (cluster: string, account: Account | undefined): void => {
  if (!existsSync(join(cluster, 'PG_VERSION'))) return;
  if (account && statSync(cluster).uid !== account.uid) {
    chownSync(cluster, account.uid, account.gid);
    for (const entry of readdirSync(cluster, { recursive: true, encoding: 'utf8' }))
      lchownSync(join(cluster, entry), account.uid, account.gid);
    chmodSync(cluster, 0o700);
  }
  const lock = join(cluster, 'postmaster.pid');
  if (existsSync(lock) && readFileSync(lock, 'utf8').split('\n')[1] !== cluster) rmSync(lock);
};

/** Deletes the cluster of a state folder, wherever it lies. */
export const removeCluster = (stateFolder: string): void => {
  const cluster = join(stateFolder, 'postgres');
  if (existsSync(cluster)) rmSync(realpathSync(cluster), { recursive: true, force: true });
  rmSync(cluster, { recursive: true, force: true });
};
