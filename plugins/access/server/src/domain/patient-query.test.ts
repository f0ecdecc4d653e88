import assert from 'node:assert/strict';
import test from 'node:test';
import { asksForSomebody, patientQuery } from './patient-query.ts';

const nobody = { names: [], phones: [], mail: null, born: null };
const query = (typed: string) => patientQuery(typed, 2026);

test('words of a name, however they are put together', () => {
  assert.deepEqual(query('  Popescu Ana-Maria '), {
    ...nobody,
    names: ['Popescu', 'Ana', 'Maria'],
  });
  assert.deepEqual(query("O'Neill"), { ...nobody, names: ['O', 'Neill'] });
  assert.deepEqual(query('a b c d e f g').names.length, 6);
});

test('a phone number however it is typed becomes what its forms share', () => {
  for (const typed of [
    '0722 123 456',
    '+40 722 123 456',
    '0040722123456',
    '(0722) 123-456',
    '+40 (0) 722.123.456',
  ])
    assert.deepEqual(query(typed), { ...nobody, phones: ['722123456'] }, typed);
  assert.deepEqual(query('40722123456').phones, ['40722123456', '722123456']);
  assert.deepEqual(query('3456').phones, ['3456']);
  assert.deepEqual(query('+373 69 123 456').phones, ['69123456']);
  assert.deepEqual(query('12'), { ...nobody, names: ['12'] });
});

test('a birth date in its usual notations', () => {
  for (const typed of [
    '1980-02-29',
    '29.02.1980',
    '29.2.1980',
    '29/02/1980',
    '29-02-1980',
    '29 02 1980',
    '29.02.80',
    '2/29/1980',
    '29 feb 1980',
    '29 februarie 1980',
  ])
    assert.deepEqual(query(typed), { ...nobody, born: '1980-02-29' }, typed);
  assert.equal(query('01.03.25').born, '2025-03-01');
  assert.equal(query('01.03.27').born, '1927-03-01');
  for (const typed of ['30.02.1980', '1.1.2027', '29.02.1981'])
    assert.equal(query(typed).born, null, typed);
});

test('an e-mail address is known by its sign or by dots within', () => {
  assert.deepEqual(query('ana.pop@example.com'), { ...nobody, mail: 'ana.pop@example.com' });
  assert.deepEqual(query('ana.pop'), { ...nobody, mail: 'ana.pop' });
  assert.deepEqual(query('ana90@'), { ...nobody, mail: 'ana90@' });
  assert.deepEqual(query('St. John'), { ...nobody, names: ['St', 'John'] });
});

test('several facts of one person together', () => {
  assert.deepEqual(query('pop 29.02.1980'), { ...nobody, names: ['pop'], born: '1980-02-29' });
  assert.deepEqual(query('Ana 0722123'), { ...nobody, names: ['Ana'], phones: ['722123'] });
  assert.deepEqual(query('0722 123 456 ana'), { ...nobody, names: ['ana'], phones: ['722123456'] });
});

test('signs alone ask for nobody', () => {
  for (const typed of ['', '  ', '-', '@', '.']) assert.equal(asksForSomebody(query(typed)), false);
});
