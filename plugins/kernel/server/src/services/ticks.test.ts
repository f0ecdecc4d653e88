import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { currentActor } from './actor.ts';
import { every, stopTicks } from './ticks.ts';

const clinic = (isLoaded = true) => {
  const lines: string[] = [];
  const strapi = {
    isLoaded,
    log: { error: (line: string) => lines.push(line), warn: () => undefined },
    requestContext: { get: () => undefined },
  } as unknown as Core.Strapi;
  return { strapi, lines };
};

test('a tick works under its own name, survives a failure and ends when stopped', async () => {
  const { strapi, lines } = clinic();
  let ticks = 0;
  every(strapi, '* * * * * *', 'reminders', async () => {
    assert.deepEqual(currentActor(strapi), { kind: 'system', id: 'reminders' });
    if (++ticks === 1) throw new Error('the first one fails');
  });
  while (ticks < 2) await sleep(50);
  stopTicks(strapi);
  const after = ticks;
  await sleep(1_200);
  assert.equal(ticks, after);
  assert.deepEqual(lines, ['reminders: the first one fails']);
});

test('nothing ticks before the process is up', async () => {
  const { strapi, lines } = clinic(false);
  let ticks = 0;
  every(strapi, '* * * * * *', 'offers', async () => {
    ticks += 1;
  });
  await sleep(1_200);
  assert.equal(ticks, 0);
  strapi.isLoaded = true;
  while (ticks === 0) await sleep(50);
  stopTicks(strapi);
  assert.deepEqual(lines, []);
});
