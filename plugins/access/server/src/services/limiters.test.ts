import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryWindows } from '../store/memory-windows.ts';
import { withFallback } from './limiters.ts';

/** A store that can be away, and the words that were said about it. */
const shop = () => {
  const state = { away: false, asked: 0, now: 1_000_000 };
  const said: string[] = [];
  const kept = memoryWindows();
  const take = withFallback(
    {
      name: 'The store',
      take: async (key, limit) => {
        state.asked += 1;
        if (state.away) throw new Error('connection refused');
        return kept(key, limit, state.now);
      },
    },
    { warn: ((text: string) => said.push(text)) as never },
    () => state.now,
  );
  const times = async (count: number) => {
    const answers = [];
    for (let turn = 0; turn < count; turn++) answers.push((await take('key', 5)).allowed);
    return answers.filter(Boolean).length;
  };
  return { state, said, times };
};

test('whom the store refused is not asked about again before their wait is over', async () => {
  const { state, times } = shop();
  assert.equal(await times(50), 5);
  assert.equal(state.asked, 6);
  state.now += 59_999;
  assert.equal(await times(1), 0);
  assert.equal(state.asked, 6);
  state.now += 1;
  assert.equal(await times(1), 1);
});

test('while the store is away the process goes on from what it let through, and says so once each way', async () => {
  const { state, said, times } = shop();
  assert.equal(await times(3), 3);
  state.away = true;
  assert.equal(await times(10), 2);
  state.now += 2_500;
  assert.equal(await times(10), 0);
  assert.deepEqual(said, [
    'Rate limits: The store is away, each process counts alone. connection refused',
  ]);
  state.away = false;
  state.now += 2_500;
  await times(1);
  assert.equal(said[1], 'Rate limits: The store is back; all processes count together.');
  assert.equal(said.length, 2);
});

test('a store that is away is asked again every two seconds, not by each request', async () => {
  const { state, times } = shop();
  state.away = true;
  await times(20);
  assert.equal(state.asked, 1);
});
