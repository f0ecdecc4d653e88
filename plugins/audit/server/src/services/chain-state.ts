import { env } from '@enamel/config';
import { invalid } from '@enamel/kernel';
import type { Core } from '@strapi/strapi';
import type { ChainState, ChainStep } from '../../../shared/index.ts';
import { progressToken, readProgress } from '../domain/progress.ts';
import { start } from '../domain/verifier.ts';
import { checkpointsFrom, lastCheckpoint } from '../store/checkpoints.ts';
import { guardOf, lastVerified } from '../store/guard.ts';
import { headOf, unsealed } from '../store/seals.ts';
import { asking, chainOf } from './chain.ts';
import { record } from './record.ts';
import { verifyChain } from './verify.ts';

const most = 1_000;

export const chainState = (strapi: Core.Strapi): Promise<ChainState> => {
  const { key, settled } = chainOf(strapi);
  return asking(strapi, async (ask) => {
    const checkpoint = await lastCheckpoint(ask);
    return {
      sealed: (await headOf(ask)).number,
      waiting: (await unsealed(ask, { tx: settled, id: '0' }, most)).length,
      checkpoint: checkpoint ? { number: checkpoint.number, at: checkpoint.at } : null,
      verified: await lastVerified(ask),
      guard: await guardOf(ask),
      shipped: env().AUDIT_CHECKPOINT_FILE !== undefined,
      publicKey: key.publicKey,
    };
  });
};

/** Seals looked at between two answers: a second's work at most. */
const stride = 25_000;

const begin = async (strapi: Core.Strapi) => ({
  place: start,
  until: (await asking(strapi, headOf)).number,
});

/** Verifies the next part of the chain; `token` comes from the step before. The last step is told in the trail. */
export const verifyStep = async (
  strapi: Core.Strapi,
  token: string | undefined,
): Promise<ChainStep> => {
  const { trusted } = chainOf(strapi);
  const secret = env().ADMIN_JWT_SECRET;
  const { place, until } = token ? (readProgress(token, secret) ?? {}) : await begin(strapi);
  if (!place || until === undefined)
    throw invalid('VALIDATION_FAILED', 'progress: is not one of this clinic');
  const next = Math.min(place.number + stride, until);
  const { place: reached, fault } = await asking(strapi, async (ask) => {
    const known = await checkpointsFrom(ask, place.number);
    const due = known.filter(({ number }) => number <= next || (next === until && number <= until));
    return verifyChain(ask, place, next, due, trusted);
  });
  const done = fault !== undefined || reached.number >= until;
  if (done)
    await record(strapi, undefined, {
      action: 'trail.verified',
      subject: 'audit-entry',
      detail: {
        until: reached.number,
        fault: fault?.kind ?? null,
        ...(fault ? { at: fault } : {}),
      },
    });
  return {
    verified: reached.number,
    until,
    fault: fault ?? null,
    progress: done ? null : progressToken({ place: reached, until }, secret),
  };
};
