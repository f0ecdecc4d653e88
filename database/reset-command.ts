/** `npm run reset [-- --yes]`: forgets the embedded database and its uploads, so that the next start begins anew. */
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { inheritedVariables } from '@enamel/config';
import { removeCluster } from './embedded/index.ts';
import { runningPort } from './embedded/running.ts';

const given = inheritedVariables();
const stateFolder = resolve(import.meta.dirname, '..', given.STATE_DIR || '.enamel');

const refuse = (reason: string): never => {
  console.error(reason);
  process.exit(1);
};

const agreed = async (): Promise<boolean> => {
  if (process.argv.includes('--yes')) return true;
  if (!process.stdin.isTTY) return refuse('Nobody can be asked here: say --yes to go on.');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(
    `This deletes the clinic's database and uploaded files in ${stateFolder}. Type "yes" to go on: `,
  );
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
};

if (given.NODE_ENV === 'production') refuse('Not in production: a clinic lives there.');
if (given.DATABASE_URL)
  refuse('DATABASE_URL is set: reset deletes only the embedded database. Drop that one yourself.');
if (!existsSync(join(stateFolder, 'postgres'))) {
  console.log('There is no database yet: npm start makes one.');
  process.exit(0);
}
if (runningPort(stateFolder) !== undefined)
  refuse('The clinic is running: stop it first (Ctrl-C where it was started).');
if (!(await agreed())) refuse('Nothing was deleted.');
removeCluster(stateFolder);
for (const folder of ['public', 'files'])
  rmSync(join(stateFolder, folder), { recursive: true, force: true });
console.log('The database and the uploaded files are gone. npm start begins anew.');
