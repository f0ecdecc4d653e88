import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

const folder = join(import.meta.dirname, 'constraints');
const lock = 7_341_001;

/**
 * Applies `constraints/*.sql` in name order, all in one transaction. Every file is idempotent; an advisory lock lets any
 * number of processes start at once.
 */
export const applyConstraints = async (url: string): Promise<void> => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    // A file may change rows and the next one their table: triggers that wait for the commit would stand in its way.
    await client.query('set constraints all immediate');
    await client.query('select pg_advisory_xact_lock($1)', [lock]);
    for (const file of files) {
      try {
        await client.query(await readFile(join(folder, file), 'utf8'));
      } catch (cause) {
        throw new Error(`database/constraints/${file} failed: ${(cause as Error).message}`, {
          cause,
        });
      }
    }
    await client.query('commit');
  } finally {
    await client.end();
  }
};
