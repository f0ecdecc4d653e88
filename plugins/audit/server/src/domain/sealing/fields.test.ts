import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Attributes, rowsWithSealed, sealedAmong } from './fields.ts';

const nouns: Record<string, Attributes> = {
  patient: {
    lastName: { type: 'string' },
    nationalId: { type: 'string', pluginOptions: { audit: { sealed: true, searchable: true } } },
    guarantor: { type: 'relation', target: 'patient' },
  },
  visit: {
    patient: { type: 'relation', target: 'patient' },
    parts: { type: 'component', component: 'part' },
  },
  part: { whose: { type: 'relation', target: 'patient' } },
};

test('sealed fields are found wherever an answer has them, and only where they were asked for', () => {
  const answer = [
    {
      documentId: 'v1',
      patient: {
        documentId: 'p1',
        nationalId: null,
        guarantor: { documentId: 'p2', nationalId: null },
      },
      parts: [
        { whose: { documentId: 'p3', lastName: 'Pop' } },
        { whose: { documentId: 'p4', nationalId: null } },
      ],
    },
    { documentId: 'v2', patient: null },
  ];
  assert.deepEqual(
    rowsWithSealed((uid) => nouns[uid], 'visit', answer).map(({ row }) => row.documentId),
    ['p1', 'p2', 'p4'],
  );
});

test('a sealed field in filters or an order is seen, its name as a value is not', () => {
  const names = new Set(['nationalId']);
  for (const asked of [
    { nationalId: '1' },
    { $or: [{ lastName: 'a' }, { patient: { nationalId: { $startsWith: '1' } } }] },
    'nationalId:asc',
    ['lastName', 'patient.nationalId'],
    [{ patient: { nationalId: 'asc' } }],
  ])
    assert.equal(sealedAmong(names, asked), 'nationalId', JSON.stringify(asked));
  for (const asked of [undefined, null, { lastName: { $eq: 'nationalId' } }, 'lastName:asc'])
    assert.equal(sealedAmong(names, asked), undefined);
});
