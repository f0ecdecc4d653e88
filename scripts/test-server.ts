import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedServer, startEmbedded } from '@enamel/database/embedded';
import { build } from './build.ts';
import { freePort } from './processes.ts';
import { prepareTemplate } from './test-template.ts';

const root = join(import.meta.dirname, '..');

interface Options {
  /** Where processes leave their V8 coverage; nowhere when empty. */
  readonly coverage?: string;
  /** Each line of PostgreSQL's log. */
  readonly onLog?: (line: string) => void;
}

/** Builds, starts a PostgreSQL of its own with a template of the demo clinic, and removes all when `work` is done. */
export const withTestServer = async (
  work: (variables: Record<string, string>) => Promise<void>,
  { coverage = '', onLog }: Options = {},
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'enamel-test-'));
  chmodSync(folder, 0o755);
  let server: EmbeddedServer | undefined;
  try {
    await build();
    server = await startEmbedded({
      folder,
      port: await freePort(),
      settings: [
        'fsync=off',
        'synchronous_commit=off',
        'full_page_writes=off',
        'log_lock_waits=on',
      ],
      ...(onLog ? { onLog } : {}),
    });
    const variables = {
      TZ: 'UTC',
      TEST_SERVER_URL: server.urlOf('postgres'),
      TEST_FOLDER: folder,
      TEST_ROOT: root,
      TEST_COVERAGE: coverage,
    };
    await prepareTemplate(variables);
    await work(variables);
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
