import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { endPasswordThread, isPassword } from './password-thread.ts';

const { hashSync } = createRequire(import.meta.url)('bcryptjs') as {
  hashSync(password: string, cost: number): string;
};

test('passwords are compared beside everything else, each with its own answer', async () => {
  const hash = hashSync('three good words', 10);
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 1);
  const words = ['three good words', 'wrong', 'three good words', '', 'three good word'];
  const answers = await Promise.all(words.map((word) => isPassword(word, hash)));
  clearInterval(turning);
  assert.deepEqual(answers, [true, false, true, false, false]);
  assert.ok(turns > 20, `this thread had ${turns} turns meanwhile`);
  assert.equal(await isPassword('x', 'no hash'), false);
  await endPasswordThread();
});
