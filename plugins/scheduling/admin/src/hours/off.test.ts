import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftOf, offOf } from './off.ts';

test('whole days are shown with the last one, not with the midnight after it', () => {
  const days = { from: '2027-06-01T00:00', until: '2027-06-15T00:00' };
  const draft = { firstDay: '2027-06-01', lastDay: '2027-06-14', from: '', to: '' };
  assert.deepEqual(draftOf(days), draft);
  assert.deepEqual(offOf(draft), days);
});

test('a part of a day keeps its times', () => {
  const part = { from: '2027-06-01T12:00', until: '2027-06-01T14:30' };
  assert.deepEqual(offOf(draftOf(part)), part);
  assert.deepEqual(
    offOf({ firstDay: '2027-06-01', lastDay: '2027-06-01', from: '15:00', to: '' }),
    { from: '2027-06-01T15:00', until: '2027-06-02T00:00' },
  );
});

test('what ends before it begins is nothing', () => {
  const day = { firstDay: '2027-06-02', lastDay: '2027-06-01', from: '', to: '' };
  assert.equal(offOf(day), undefined);
  assert.equal(offOf({ ...day, lastDay: '2027-06-02', from: '14:00', to: '12:00' }), undefined);
  assert.equal(offOf({ ...day, lastDay: '' }), undefined);
});
