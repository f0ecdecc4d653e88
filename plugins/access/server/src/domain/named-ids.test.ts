import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hideIds, namedIds, nobody } from './named-ids.ts';

test('ids are found wherever a request carries them', () => {
  assert.deepEqual(
    namedIds(
      { documentId: 'p1' },
      { filters: { patient: { documentId: { $eq: 'p2' } } }, ids: 'p3, p4' },
      { items: [{ patient: 'p5' }, { connect: [{ documentId: 'p1' }] }], note: 'a long story' },
      { days: '7', from: '2027-03-01' },
      undefined,
    ),
    ['p1', 'p2', 'p3', 'p4', 'p5'],
  );
});

test('an id out of scope becomes one that nobody has, and all else stays', () => {
  const params = { documentId: 'p1' };
  const body = { items: [{ patient: 'p2', note: 'p2 said so' }], ids: 'p1,p3', count: 2 };
  hideIds(new Set(['p1', 'p2']), params, body, undefined);
  assert.deepEqual(params, { documentId: nobody });
  assert.deepEqual(body, {
    items: [{ patient: nobody, note: 'p2 said so' }],
    ids: `${nobody},p3`,
    count: 2,
  });
});
