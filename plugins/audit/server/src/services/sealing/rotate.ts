import { setTimeout as pause } from 'node:timers/promises';
import { system } from '@enamel/kernel';
import type { KeyRing } from '../../domain/sealing/keys.ts';
import {
  blindDigest,
  openBytes,
  openText,
  sealBytes,
  sealText,
} from '../../domain/sealing/sealed-text.ts';
import { entryPart } from '../../store/entries.ts';
import {
  besides,
  type Client,
  countOlder,
  lockOlder,
  lockOlderBeside,
  putBeside,
  putResealed,
} from '../../store/sealed-rotation.ts';

const batch = 500;

const resealBatch = async (client: Client, ring: KeyRing): Promise<number> => {
  const [current] = ring;
  const fields = await lockOlder(client, current.id, batch);
  const resealed = fields.map(({ searchable, own, secret, ...kept }) => {
    const recordKey = own ? secret : null;
    const text = openText(ring, kept, kept, recordKey);
    const blind = searchable ? blindDigest(current, kept.noun, kept.field, text) : null;
    return { ...kept, ...sealText(ring, kept, text, recordKey), blind };
  });
  if (resealed.length > 0) await putResealed(client, resealed);
  return resealed.length;
};

/** One of each table at a time: an archive may be large. */
const resealBeside = async (client: Client, ring: KeyRing): Promise<number> => {
  let done = 0;
  for (const beside of besides) {
    const kept = await lockOlderBeside(client, beside, ring[0].id);
    if (!kept) continue;
    const spot = { noun: beside.noun, record: kept.id, field: beside.field };
    await putBeside(client, beside, kept.id, sealBytes(ring, spot, openBytes(ring, spot, kept)));
    done += 1;
  }
  return done;
};

const inTransaction = async <T>(client: Client, work: () => Promise<T>): Promise<T> => {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
};

/**
 * Seals everything with the first key of the ring, batch by batch beside a running clinic. Ended at any moment, it goes
 * on from there the next time.
 * @returns how many fields, copies and notices it sealed anew
 */
export const rotateKeys = async (
  client: Client,
  ring: KeyRing,
  { now, onProgress }: { now: () => Temporal.Instant; onProgress?: (done: number) => void },
): Promise<number> => {
  let done = 0;
  for (;;) {
    const sealed =
      (await inTransaction(client, () => resealBatch(client, ring))) ||
      (await inTransaction(client, () => resealBeside(client, ring)));
    done += sealed;
    onProgress?.(done);
    if (sealed > 0) continue;
    if ((await countOlder(client, ring[0].id)) === 0) break;
    await pause(200);
  }
  const { text, values } = entryPart({
    at: now(),
    actor: system('keys:rotate'),
    roles: [],
    action: 'keys.rotated',
    subject: 'sealed-field',
    subjectId: null,
    patients: [],
    requestId: null,
    ip: null,
    device: null,
    detail: { count: done, key: ring[0].id },
  });
  if (done > 0) await client.query(text, [...values]);
  return done;
};
