/** `npm start`: a working clinic. Builds what changed, starts PostgreSQL (unless DATABASE_URL is set), CMS and portal. */
import type { ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { EnvironmentError, inheritedVariables, readEnvironment } from '@enamel/config';
import { type EmbeddedServer, startEmbedded } from '@enamel/database/embedded';
import { build } from './build.ts';
import { answers, canConnect, end, launch, portIsFree } from './processes.ts';
import { demoSecrets } from './secrets.ts';

const root = join(import.meta.dirname, '..');
const fail = (message: string): never => {
  console.error(`\n${message}\n`);
  process.exit(1);
};

const given = inheritedVariables();
const stateFolder = resolve(root, given.STATE_DIR ?? '.enamel');
const production = given.NODE_ENV === 'production';

const check = async () => {
  const problems: string[] = [];
  const secrets = production ? {} : demoSecrets(stateFolder);
  const variables: Record<string, string> = {
    DEMO_DATA: production ? 'false' : 'true',
    ...secrets,
    ...given,
    STATE_DIR: stateFolder,
  };
  let environment: ReturnType<typeof readEnvironment> | undefined;
  try {
    environment = readEnvironment(variables);
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    problems.push(...error.problems);
  }
  if (environment) {
    const ports: [string, number][] = [
      ['PORT', environment.PORT],
      ['PORTAL_PORT', environment.PORTAL_PORT],
    ];
    if (environment.DATABASE_URL) {
      const { hostname, port } = new URL(environment.DATABASE_URL);
      if (!(await canConnect(hostname, Number(port || 5432))))
        problems.push(
          `DATABASE_URL cannot be reached: nothing answers at ${hostname}:${port || 5432}`,
        );
    } else ports.push(['PG_PORT', environment.PG_PORT]);
    for (const [name, port] of ports)
      if (!(await portIsFree(port)))
        problems.push(`${name} ${port} is in use: end what listens there or choose another port`);
  }
  if (!environment || problems.length > 0)
    return fail(`Enamel cannot start:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
  return { environment, variables };
};

const { environment, variables } = await check();

let postgres: EmbeddedServer | undefined;
const children: ChildProcess[] = [];
let stopping = false;

const stop = async (code: number) => {
  if (stopping) return;
  stopping = true;
  await Promise.all(children.map(end));
  await postgres?.stop();
  process.exit(code);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    console.log('\nStopping …');
    void stop(0);
  });

const start = async (
  name: string,
  file: string,
  folder: string,
  url: string,
  extra: Record<string, string>,
) => {
  const quiet = environment.LOG_LEVEL === 'info' && !production;
  const child = launch(join(root, file), join(root, folder), { ...variables, ...extra }, (line) => {
    if (!quiet || /error|warn|Demo/i.test(line)) console.log(`${name} | ${line}`);
  });
  children.push(child);
  child.once('exit', (code) => {
    if (stopping) return;
    console.error(`The ${name} ended unexpectedly (code ${code}).`);
    void stop(1);
  });
  await answers(url, child);
};

try {
  await build();
  if (!environment.DATABASE_URL) {
    console.log('Starting PostgreSQL …');
    postgres = await startEmbedded({ folder: stateFolder, port: environment.PG_PORT });
    variables.DATABASE_URL = postgres.url;
  }
  const panel = `http://127.0.0.1:${environment.PORT}`;
  const portal = `http://127.0.0.1:${environment.PORTAL_PORT}`;
  variables.NODE_ENV = environment.NODE_ENV;
  console.log('Starting the panel and API …');
  await start('cms', 'cms/server.mts', 'cms', `${panel}/api/kernel/health/ready`, {});
  console.log('Starting the portal …');
  await start('portal', 'portal/dist/server/entry.mjs', 'portal', `${portal}/health`, {
    PORT: String(environment.PORTAL_PORT),
    API_URL: panel,
  });
  console.log(
    `\n  Panel    ${environment.PUBLIC_URL ?? panel}/admin\n  Portal   ${environment.PORTAL_URL ?? portal}\n`,
  );
  if (environment.DEMO_DATA)
    console.log(
      '  Demo sign-ins, all with the password Enamel-demo-2026:\n' +
        '    panel    admin@enamel.test  dentist@enamel.test  assistant@enamel.test  desk@enamel.test  super@enamel.test\n' +
        '    portal   patient@enamel.test\n\n  Ctrl-C stops everything; the data stays.  npm run reset  begins anew.\n',
    );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stop(1);
}
