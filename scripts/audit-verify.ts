/**
 * `npm run audit:verify [-- --checkpoints FILE --since INSTANT --key HEX…]`: recomputes the trail's chain from PostgreSQL;
 * with `--export FILE`, from a sealed log that was downloaded. Ends with 1 when anything is not as it was sealed.
 */
import { createReadStream, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { inheritedVariables } from '@enamel/config';
import pg from 'pg';
import {
  type Checkpoint,
  readCheckpoint,
  type TrustedKeys,
  trusting,
} from '../plugins/audit/server/src/domain/checkpoint.ts';
import { faultWords } from '../plugins/audit/server/src/domain/fault-words.ts';
import { createLogReader } from '../plugins/audit/server/src/domain/log-file.ts';
import { keptSigningKey } from '../plugins/audit/server/src/services/signing-key.ts';
import { verifyDatabase } from '../plugins/audit/server/src/services/verify-database.ts';
import { askOf } from '../plugins/audit/server/src/store/ask.ts';
import { clinicDatabase } from './clinic-database.ts';

const given = inheritedVariables();
const stateFolder = resolve(import.meta.dirname, '..', given.STATE_DIR || '.enamel');

/** Ends the command with words for the person who runs it. */
class Complaint extends Error {}

const { values: asked } = parseArgs({
  options: {
    checkpoints: { type: 'string' },
    export: { type: 'string' },
    since: { type: 'string' },
    key: { type: 'string', multiple: true, default: [] },
  },
});

const trusted = (): TrustedKeys => {
  const own = keptSigningKey(given.AUDIT_SIGNING_KEY, stateFolder)?.publicKey;
  const former = given.AUDIT_FORMER_KEYS?.split(',') ?? [];
  const keys = [...asked.key, ...former, ...(own ? [own] : [])].filter(Boolean);
  const wrong = keys.find((key) => !/^[0-9a-f]{64}$/.test(key));
  if (wrong !== undefined) throw new Complaint('A key has 64 hexadecimal digits.');
  if (keys.length === 0)
    throw new Complaint(
      'No key to believe: give --key, AUDIT_SIGNING_KEY or the STATE_DIR that holds it.',
    );
  return trusting(keys);
};

const keptElsewhere = (path: string | undefined): Checkpoint[] => {
  if (!path) return [];
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line, index) => {
    const checkpoint = readCheckpoint(line);
    if (!checkpoint) throw new Complaint(`${path}: line ${index + 1} is no checkpoint.`);
    return checkpoint;
  });
};

const verifyFile = async (path: string, keys: TrustedKeys, checkpoints: Checkpoint[]) => {
  const reader = createLogReader(keys, checkpoints);
  for await (const bytes of createReadStream(path, { highWaterMark: 1 << 20 }))
    if (reader.take(bytes)) break;
  const fault = reader.finish();
  return { fault, verified: reader.place?.number ?? 0, unsealed: 0 };
};

const verifyClinic = async (keys: TrustedKeys, checkpoints: Checkpoint[]) => {
  if (asked.since && Number.isNaN(Date.parse(asked.since)))
    throw new Complaint('--since is an instant such as 2026-03-29 or 2026-03-29T00:30:00Z.');
  const { url, server } = await clinicDatabase(stateFolder);
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return await verifyDatabase(askOf(client), keys, checkpoints, {
      since: asked.since && new Date(asked.since).toISOString(),
      onProgress: (number, until) => {
        if (process.stdout.isTTY) process.stdout.write(`\r${number} of ${until} … `);
      },
    });
  } finally {
    await client.end();
    await server?.stop();
  }
};

try {
  const keys = trusted();
  const checkpoints = keptElsewhere(asked.checkpoints);
  const began = performance.now();
  const { fault, verified, unsealed } = asked.export
    ? await verifyFile(asked.export, keys, checkpoints)
    : await verifyClinic(keys, checkpoints);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (fault) console.error(`\nNOT as it was sealed. ${faultWords(fault)}`);
  else console.log(`\nWhole up to number ${verified}, in ${seconds} s.`);
  if (unsealed > 0)
    console.error(
      `${unsealed} entries have no seal and none is being made: is the clinic stopped?`,
    );
  process.exitCode = fault || unsealed > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Complaint ? error.message : error);
  process.exitCode = 1;
}
