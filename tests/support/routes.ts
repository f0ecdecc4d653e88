/** The routes of a clinic's router, as it runs. */
import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Clinic, secrets } from './clinic.ts';

const setting = (name: string) => process.env[name] ?? '';

/** `METHOD /path`, each once. */
export const routesOf = async (clinic: Clinic): Promise<string[]> => {
  const root = setting('TEST_ROOT');
  const state = join(setting('TEST_FOLDER'), 'routes');
  mkdirSync(join(state, 'public/uploads'), { recursive: true });
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(root, 'tests/support/routes-worker.ts')],
    {
      cwd: join(root, 'cms'),
      maxBuffer: 1e8,
      env: {
        ...process.env,
        TZ: 'UTC',
        NODE_ENV: 'test',
        LOG_LEVEL: 'silent',
        STATE_DIR: state,
        DATABASE_URL: clinic.databaseUrl,
        ...secrets,
        PORT: '1',
      },
    },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '[]');
};
