/** A running clinic for tests: its own clone of the demo database and one or more real CMS processes on it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { answers, end, freePort, tied } from '../../scripts/processes.ts';

const setting = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run tests with npm test`);
  return value;
};

/** Secrets of every process under test. */
export const secrets = Object.fromEntries(
  [
    'APP_KEYS',
    'ADMIN_JWT_SECRET',
    'API_TOKEN_SALT',
    'TRANSFER_TOKEN_SALT',
    'ENCRYPTION_KEY',
    'JWT_SECRET',
    'LINK_SECRET',
    'PORTAL_SECRET',
    'FIELD_KEYS',
  ].map((name) => [name, `test-${name.toLowerCase()}-0123456789`]),
);

export interface Server {
  readonly url: string;
  readonly process: ChildProcess;
  /** All that the process printed so far. */
  log(): string;
}

export interface Clinic {
  /** Address of the first CMS process. */
  readonly url: string;
  readonly databaseUrl: string;
  /** Direct access to the clinic's database. */
  readonly db: pg.Pool;
  /** Starts one more CMS process on the same database. */
  startCms(variables?: Record<string, string>): Promise<Server>;
  /** Starts the portal in front of a CMS process. */
  startPortal(variables?: Record<string, string>): Promise<Server>;
  readonly servers: readonly Server[];
  close(): Promise<void>;
}

interface Options {
  /** Use this database as it is instead of a clone of the template. */
  readonly database?: string;
  readonly variables?: Record<string, string>;
  /** Number of CMS processes to start at once; 1 when not given. */
  readonly processes?: number;
  /** Port of the first CMS process, for those who must know it beforehand; any free one when not given. */
  readonly port?: number;
}

const clone = async (): Promise<string> => {
  const name = `clinic_${randomUUID().replaceAll('-', '')}`;
  const server = new pg.Client({ connectionString: setting('TEST_SERVER_URL') });
  await server.connect();
  // Two test files may clone at the same moment: PostgreSQL copies a template for one at a time.
  await server.query('select pg_advisory_lock(7341002)');
  await server.query(`create database ${name} template clinic_template`);
  await server.end();
  return name;
};

export const openClinic = async (options: Options = {}): Promise<Clinic> => {
  const root = setting('TEST_ROOT');
  const database = options.database ?? (await clone());
  const databaseUrl = setting('TEST_SERVER_URL').replace(/\/postgres$/, `/${database}`);
  const stateFolder = join(setting('TEST_FOLDER'), database);
  mkdirSync(stateFolder, { recursive: true });
  const uploads = join(setting('TEST_FOLDER'), 'clinic_template/public');
  if (!options.database && existsSync(uploads))
    cpSync(uploads, join(stateFolder, 'public'), { recursive: true });
  const servers: Server[] = [];

  const start = async (
    file: string,
    folder: string,
    health: string,
    extra: Record<string, string>,
  ): Promise<Server> => {
    const port = Number(extra.PORT ?? (await freePort()));
    const coverage = process.env.TEST_COVERAGE;
    const variables = {
      ...(process.env as Record<string, string>),
      TZ: 'UTC',
      NODE_ENV: 'test',
      LOG_LEVEL: 'warn',
      RATE_LIMIT_SCALE: '1000',
      STATE_DIR: stateFolder,
      DATABASE_URL: databaseUrl,
      ...secrets,
      ...options.variables,
      ...extra,
      PORT: String(port),
      ...(coverage ? { NODE_V8_COVERAGE: coverage } : {}),
    };
    const child = tied(
      spawn(process.execPath, [join(root, file)], {
        cwd: join(root, folder),
        env: variables,
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
    let printed = '';
    const kept = createWriteStream(join(stateFolder, `${folder}-${port}.log`));
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        printed += chunk;
        kept.write(chunk);
      });
    const server = { url: `http://127.0.0.1:${port}`, process: child, log: () => printed };
    servers.push(server);
    await answers(`${server.url}${health}`, child).catch((error) => {
      throw new Error(`${file}: ${error.message}\n${printed}`);
    });
    return server;
  };

  const startCms = (extra: Record<string, string> = {}) =>
    start('cms/server.mts', 'cms', '/api/kernel/health/ready', extra);
  await Promise.all(
    Array.from({ length: options.processes ?? 1 }, (_, index) =>
      startCms(index === 0 && options.port ? { PORT: String(options.port) } : {}),
    ),
  );
  const db = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  const url = (servers[0] as Server).url;
  return {
    url,
    databaseUrl,
    db,
    servers,
    startCms,
    startPortal: (extra = {}) =>
      start('portal/dist/server/entry.mjs', 'portal', '/health', {
        HOST: '127.0.0.1',
        API_URL: url,
        ...extra,
      }),
    close: async () => {
      await Promise.all(servers.map((server) => end(server.process)));
      await db.end();
    },
  };
};
