import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Clinic } from './clinic.ts';

/** `npm run keys:rotate` with these keys. */
export const rotateKeys = (
  clinic: Pick<Clinic, 'databaseUrl'>,
  keys: string,
): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve) => {
    const script = join(process.env.TEST_ROOT ?? '', 'scripts/keys-rotate.ts');
    const child = spawn(process.execPath, [script], {
      env: { ...process.env, TZ: 'UTC', DATABASE_URL: clinic.databaseUrl, FIELD_KEYS: keys },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += chunk;
      });
    child.on('exit', (code) => resolve({ code, said }));
  });
