import assert from 'node:assert/strict';
import { test } from 'node:test';
import { part, together } from './statement.ts';

test('a template becomes a statement with its values', () => {
  assert.deepEqual(part`select ${1}::int + ${'2'}::int`, {
    text: 'select $1::int + $2::int',
    values: [1, '2'],
  });
  assert.deepEqual(part`select 1`, { text: 'select 1', values: [] });
});

test('parts become one statement, whose values follow one another', () => {
  const one = part`insert into a values (${'x'}, ${'y'}) returning id`;
  const two = part`insert into b select id, ${'z'} from one`;
  assert.deepEqual(together({ one, two }, part`select ${5} from one`), {
    text: 'with one as (insert into a values ($1, $2) returning id),\ntwo as (insert into b select id, $3 from one)\nselect $4 from one',
    values: ['x', 'y', 'z', 5],
  });
});
