/**
 * `npm start`: a working clinic. Builds what changed, starts PostgreSQL (unless DATABASE_URL is set), CMS and portal.
 * `npm run dev` is the same with everything watched.
 */
import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { EnvironmentError, inheritedVariables } from '@enamel/config';
import { type EmbeddedServer, startEmbedded } from '@enamel/database/embedded';
import { build } from './build.ts';
import { preflight } from './preflight.ts';
import { answers, end, launch } from './processes.ts';
import { watchSources } from './watch.ts';

const root = join(import.meta.dirname, '..');
const watching = process.argv.includes('--watch');

const { environment, variables, stateFolder } = await preflight(root, inheritedVariables()).catch(
  (error) => {
    if (!(error instanceof EnvironmentError)) throw error;
    console.error(`\nEnamel cannot start.\n${error.message}\n`);
    process.exit(1);
  },
);
const panel = `http://127.0.0.1:${environment.PORT}`;
const portal = `http://127.0.0.1:${environment.PORTAL_PORT}`;
const production = environment.NODE_ENV === 'production';

let postgres: EmbeddedServer | undefined;
const children = new Map<string, ChildProcess>();
let stopping = false;

const stop = async (code: number) => {
  if (stopping) return;
  stopping = true;
  await Promise.all([...children.values()].map(end));
  await postgres?.stop();
  process.exit(code);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    if (!stopping) console.log('\nStopping …');
    void stop(0);
  });

interface Part {
  readonly name: string;
  readonly command: readonly string[];
  readonly folder: string;
  readonly health: string;
  readonly extra?: Record<string, string>;
}

const quiet = environment.LOG_LEVEL === 'info' && !production && !watching;

const start = async ({ name, command, folder, health, extra = {} }: Part): Promise<void> => {
  const child = launch(command, join(root, folder), { ...variables, ...extra }, (line) => {
    if (!quiet || /error\b|\b(warn|demo)\b/i.test(line)) console.log(`${name} | ${line}`);
  });
  children.set(name, child);
  child.once('exit', (code) => {
    if (stopping || children.get(name) !== child) return;
    console.error(`The ${name} ended unexpectedly (code ${code}).`);
    void stop(1);
  });
  await answers(health, child);
};

const tool = (path: string) => join(root, 'node_modules', path);
const cms: Part = {
  name: 'cms',
  command: watching
    ? [tool('@strapi/strapi/bin/strapi.js'), 'develop']
    : [join(root, 'cms/server.mts')],
  folder: 'cms',
  health: `${panel}/api/kernel/health/ready`,
};
const patients: Part = {
  name: 'portal',
  command: watching
    ? [
        tool('astro/bin/astro.mjs'),
        'dev',
        '--host',
        '127.0.0.1',
        '--port',
        String(environment.PORTAL_PORT),
      ]
    : [join(root, 'portal/dist/server/entry.mjs')],
  folder: 'portal',
  health: `${portal}/health`,
  extra: { PORT: String(environment.PORTAL_PORT), API_URL: panel },
};

try {
  if (!watching) await build();
  if (!environment.DATABASE_URL) {
    console.log('Starting PostgreSQL …');
    postgres = await startEmbedded({ folder: stateFolder, port: environment.PG_PORT });
    variables.DATABASE_URL = postgres.url;
  }
  variables.NODE_ENV = environment.NODE_ENV;
  // Strapi's own watcher does not pass through the server of ours that makes it.
  if (watching) mkdirSync(join(stateFolder, 'public/uploads'), { recursive: true });
  console.log('Starting the panel and API …');
  await start(cms);
  console.log('Starting the portal …');
  await start(patients);
  if (watching)
    watchSources(root, async () => {
      console.log('Sources changed: restarting the CMS …');
      const old = children.get('cms');
      children.delete('cms');
      if (old) await end(old);
      await start(cms);
    });
  console.log(
    `\n  Panel    ${environment.PUBLIC_URL ?? panel}/admin\n  Portal   ${environment.PORTAL_URL ?? portal}\n`,
  );
  if (environment.DEMO_DATA)
    console.log(
      '  Demo sign-ins, all with the password Enamel-demo-2026:\n' +
        '    panel    admin@enamel.test  dentist@enamel.test  assistant@enamel.test  desk@enamel.test  super@enamel.test\n' +
        '             nord@enamel.test (desk of București)  manager@enamel.test (runs Cluj)\n' +
        '    portal   patient@enamel.test\n\n  Ctrl-C stops everything; the data stays.  npm run reset  begins anew.\n',
    );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stop(1);
}
