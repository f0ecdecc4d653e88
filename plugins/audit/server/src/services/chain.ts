import { appendFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { env } from '@enamel/config';
import { clockOf, every, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import {
  type Checkpoint,
  checkpointLine,
  makeCheckpoint,
  type SigningKey,
  type TrustedKeys,
  trusting,
} from '../domain/checkpoint.ts';
import { askIn } from '../store/ask.ts';
import { insertCheckpoint, lastCheckpoint } from '../store/checkpoints.ts';
import { guardOf } from '../store/guard.ts';
import { type Ask, headOf } from '../store/seals.ts';
import { sealAll } from './seal.ts';
import { signingKey } from './signing-key.ts';

/** A checkpoint is due after this many seals or this many milliseconds, whichever comes first. */
const seals = 10_000;
const hour = 3_600_000;

const guards = {
  grants: 'the database lets the server only read and add',
  returnable:
    'the database lets the server only read and add, but its role may take that back: see docs/verify-the-trail.md',
  owner: 'the server’s role owns it: triggers alone refuse changes',
  superuser: 'the server’s role is a superuser: triggers alone refuse changes',
};

interface Chain {
  readonly key: SigningKey;
  readonly trusted: TrustedKeys;
  /** A transaction below which every entry is sealed, as far as this process knows. */
  settled: string;
}

const chains = new WeakMap<Core.Strapi, Chain>();

export const chainOf = (strapi: Core.Strapi): Chain => {
  const known = chains.get(strapi);
  if (known) return known;
  const key = signingKey(env().AUDIT_SIGNING_KEY, resolve(env().STATE_DIR));
  const chain = {
    key,
    trusted: trusting([key.publicKey, ...(env().AUDIT_FORMER_KEYS ?? [])]),
    settled: '0',
  };
  chains.set(strapi, chain);
  return chain;
};

export const asking = <T>(strapi: Core.Strapi, work: (ask: Ask) => Promise<T>): Promise<T> =>
  transaction(strapi, (trx) => work(askIn(trx)));

export const sealNow = async (strapi: Core.Strapi): Promise<void> => {
  const chain = chainOf(strapi);
  chain.settled = await sealAll((work) => asking(strapi, work), chain.settled);
};

const ship = async (strapi: Core.Strapi, checkpoint: Checkpoint): Promise<void> => {
  const file = env().AUDIT_CHECKPOINT_FILE;
  if (!file) return;
  try {
    await appendFile(file, `${checkpointLine(checkpoint)}\n`);
  } catch (error) {
    strapi.log.error(
      `audit: AUDIT_CHECKPOINT_FILE cannot be written (${(error as NodeJS.ErrnoException).code})`,
    );
  }
};

/** Signs how far the chain has come, unless the last checkpoint says it. Answers the one that holds for now. */
export const checkpointNow = async (strapi: Core.Strapi, force = true): Promise<Checkpoint> => {
  const { key } = chainOf(strapi);
  const now = clockOf(strapi).now();
  const { checkpoint, made } = await asking(strapi, async (ask) => {
    const [head, last] = [await headOf(ask), await lastCheckpoint(ask)];
    const grown = head.number - (last?.number ?? 0);
    const age = last ? now.epochMilliseconds - Date.parse(last.at) : hour;
    const due = force ? grown > 0 || !last : grown >= seals || (grown > 0 && age >= hour);
    if (last && !due) return { checkpoint: last, made: false };
    const at = now.round('millisecond').toString();
    const checkpoint = makeCheckpoint(key, { ...head, at });
    if (due) await insertCheckpoint(ask, checkpoint);
    return { checkpoint, made: due };
  });
  if (made) await ship(strapi, checkpoint);
  return checkpoint;
};

export const startChain = async (strapi: Core.Strapi): Promise<void> => {
  chainOf(strapi);
  const guard = await asking(strapi, guardOf);
  strapi.log.info(`audit: ${guards[guard]}`);
  every(strapi, '*/2 * * * * *', 'audit.seal', async () => {
    await sealNow(strapi);
    await checkpointNow(strapi, false);
  });
};
