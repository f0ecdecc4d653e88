/**
 * `npm run keys:rotate`: seals every sealed field with the first key of FIELD_KEYS (or FIELD_KEYS_FILE). Runs beside the
 * clinic, in batches; when it is stopped, start it again. Afterwards the other keys may go.
 */
import { resolve } from 'node:path';
import { inheritedVariables } from '@enamel/config';
import pg from 'pg';
import { readKeyRing } from '../plugins/audit/server/src/services/sealing/field-keys.ts';
import { rotateKeys } from '../plugins/audit/server/src/services/sealing/rotate.ts';
import { clinicDatabase } from './clinic-database.ts';
import { demoSecrets } from './secrets.ts';

const given = inheritedVariables();
const stateFolder = resolve(import.meta.dirname, '..', given.STATE_DIR || '.enamel');

const ringOfClinic = () => {
  const { FIELD_KEYS, FIELD_KEYS_FILE: file } = given;
  const own = FIELD_KEYS || file ? FIELD_KEYS : demoSecrets(stateFolder).FIELD_KEYS;
  return readKeyRing(own ? own.split(',').map((key) => key.trim()) : undefined, file);
};

try {
  const ring = ringOfClinic();
  const { url, server } = await clinicDatabase(stateFolder);
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const began = performance.now();
    const done = await rotateKeys(client, ring, {
      now: () => Temporal.Now.instant(),
      onProgress: (count) => {
        if (process.stdout.isTTY) process.stdout.write(`\r${count} … `);
      },
    });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${done} fields are sealed anew with the key ${ring[0].id}, in ${seconds} s.`);
  } finally {
    await client.end();
    await server?.stop();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
