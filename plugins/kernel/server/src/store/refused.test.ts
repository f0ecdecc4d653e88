import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusedByDatabase } from './refused.ts';

const database = (code: string, message: string) => Object.assign(new Error(message), { code });

test('what the database refuses is the caller’s mistake only where it is one', () => {
  const wrong = refusedByDatabase(database('22003', 'update x - value "9" is out of range'));
  assert.equal(wrong?.status, 400);
  assert.doesNotMatch(wrong?.message ?? '', /update|"9"/);
  const zone = Object.assign(database('22023', 'update "locations" - must be a zone'), {
    column: 'zone',
  });
  assert.deepEqual(refusedByDatabase(zone)?.details.fields, [
    { field: 'zone', message: 'must be a zone' },
  ]);
  assert.equal(refusedByDatabase(database('22023', 'no column named')), undefined);
  const kept = refusedByDatabase(database('23000', 'update "payments" - A payment never changes.'));
  assert.deepEqual([kept?.status, kept?.message], [409, 'A payment never changes.']);
  assert.equal(refusedByDatabase(database('23505', 'insert'))?.code, 'ALREADY_EXISTS');
  for (const fault of [database('42P01', 'no table'), database('40P01', 'deadlock'), new Error()])
    assert.equal(refusedByDatabase(fault), undefined);
});
