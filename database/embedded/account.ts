import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const idOf = (flag: '-u' | '-g', name: string): number =>
  Number(
    execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  );

const named = (name: string): Account | undefined => {
  try {
    return { uid: idOf('-u', name), gid: idOf('-g', name) };
  } catch {
    return undefined;
  }
};

/**
 * PostgreSQL refuses to run as root: root starts it as the owner of the cluster, as `postgres`, or as `nobody`.
 * @returns undefined when this process is not root and needs no other account.
 */
export const serverAccount = (cluster: string): Account | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0) return { uid, gid };
  }
  const account = named('postgres') ?? named('nobody');
  if (!account)
    throw new Error(
      'PostgreSQL cannot run as root, and there is neither a user postgres nor nobody.',
    );
  return account;
};
