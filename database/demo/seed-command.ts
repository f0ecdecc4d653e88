/** `npm run seed`: loads the demo clinic into an empty database, whether the clinic runs or not. */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { EnvironmentError, inheritedVariables, readEnvironment } from '@enamel/config';
import { build } from '../../scripts/build.ts';
import { freePort } from '../../scripts/processes.ts';
import { demoSecrets } from '../../scripts/secrets.ts';
import { type EmbeddedServer, startEmbedded } from '../embedded/index.ts';
import { runningPort } from '../embedded/running.ts';

const root = resolve(import.meta.dirname, '../..');
const given = inheritedVariables();
const stateFolder = resolve(root, given.STATE_DIR || '.enamel');

const variables: Record<string, string> = {
  ...demoSecrets(stateFolder),
  ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')),
  STATE_DIR: stateFolder,
  DEMO_DATA: 'false',
  LOG_LEVEL: 'warn',
};

const load = (): Promise<number> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'seed-process.ts')], {
      cwd: join(root, 'cms'),
      env: variables,
      stdio: 'inherit',
    });
    child.once('exit', (code) => done(code ?? 1));
  });

let server: EmbeddedServer | undefined;
try {
  if (given.NODE_ENV === 'production') throw new EnvironmentError(['NODE_ENV is production']);
  variables.NODE_ENV = readEnvironment(variables).NODE_ENV;
  await build();
  if (!variables.DATABASE_URL) {
    const running = runningPort(stateFolder);
    if (running === undefined) {
      server = await startEmbedded({ folder: stateFolder, port: await freePort() });
      variables.DATABASE_URL = server.url;
    } else variables.DATABASE_URL = `postgresql://enamel:enamel@127.0.0.1:${running}/enamel`;
  }
  process.exitCode = await load();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await server?.stop();
}
