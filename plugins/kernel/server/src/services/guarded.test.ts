import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Context } from 'koa';
import { ClinicError, z } from '../../../shared/index.ts';
import { guarded } from './guarded.ts';

const call = (parts: { query?: object; params?: object; body?: unknown }) =>
  ({ query: {}, params: {}, ...parts, request: { body: parts.body } }) as unknown as Context & {
    body?: unknown;
  };

test('what arrives is parsed, what comes back is the answer', async () => {
  const action = guarded(
    { query: z.object({ days: z.coerce.number() }), body: z.object({ name: z.string() }) },
    async ({ query, body }) => ({ data: `${body.name} ${query.days}` }),
  );
  const context = call({ query: { days: '3' }, body: { name: 'Ana' } });
  await action(context);
  assert.deepEqual(context.body, { data: 'Ana 3' });
});

test('every field that is wrong is named, and the work is not begun', async () => {
  const action = guarded({ body: z.object({ name: z.string(), age: z.number() }) }, async () =>
    assert.fail('it began'),
  );
  await assert.rejects(action(call({ body: { age: 'ten' } })), (error) => {
    assert.ok(error instanceof ClinicError);
    assert.equal(error.status, 400);
    const fields = error.details.fields as { field: string }[];
    assert.deepEqual(
      fields.map(({ field }) => field),
      ['name', 'age'],
    );
    return true;
  });
});
