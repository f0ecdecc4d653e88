import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idsInFile, missingLines } from './erasure-file.ts';

const ana = { patient: 'ana', at: '2027-03-02T09:00:00Z' };
const ion = { patient: 'ion', at: '2027-03-03T09:00:00.123Z' };

test('what was listed is read again', () => {
  assert.deepEqual([...idsInFile(missingLines([ana, ion], new Set()))], ['ana', 'ion']);
});

test('only those who are not in the list yet are added', () => {
  assert.equal(missingLines([ana, ion], new Set(['ana'])), '2027-03-03T09:00:00.123Z ion\n');
});

test('a line that was cut off or written by somebody else names nobody', () => {
  const text = '2027-03-02T09:00:00Z ana\r\n# ion\nion\n2027-03-03T09:00:00Z\n2027-03-0';
  assert.deepEqual([...idsInFile(text)], ['ana']);
});
