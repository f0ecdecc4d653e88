import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asBegun, ownFieldsWritten, withoutOwnFields } from './own-fields.ts';

test('who makes a visit says nothing of what scheduling keeps', () => {
  assert.deepEqual(ownFieldsWritten({ reason: 'Pain' }, null), []);
  assert.deepEqual(ownFieldsWritten({ sequence: 0, confirmedAt: null, seriesId: '' }, null), []);
  assert.deepEqual(
    ownFieldsWritten({ sequence: 4, confirmedAt: '2027-03-08T09:00:00Z', seriesId: 's' }, null),
    ['sequence', 'confirmedAt', 'seriesId'],
  );
});

test('a form may send back what it was shown, in any spelling of the instant', () => {
  const before = { sequence: 2, confirmedAt: new Date('2027-03-08T09:00:00Z'), groupId: 'g' };
  assert.deepEqual(
    ownFieldsWritten(
      { sequence: 2, confirmedAt: '2027-03-08T11:00:00.000+02:00', groupId: 'g' },
      before,
    ),
    [],
  );
  assert.deepEqual(ownFieldsWritten({ sequence: 1, confirmedAt: null, groupId: 'h' }, before), [
    'sequence',
    'confirmedAt',
    'groupId',
  ]);
  assert.deepEqual(ownFieldsWritten({ confirmedAt: 'soon' }, before), ['confirmedAt']);
});

test('what is written goes without them; a copy begins anew', () => {
  assert.deepEqual(withoutOwnFields({ reason: 'Pain', sequence: 2, seatedAt: null }), {
    reason: 'Pain',
  });
  assert.equal(asBegun({ sequence: 9 }).sequence, 0);
});
