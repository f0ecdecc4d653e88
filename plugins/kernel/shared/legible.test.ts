import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { illegible } from './legible.ts';

describe('what the database can keep', () => {
  test('is every whole text of any language, at any place', () => {
    assert.equal(illegible({ a: ['ș😀\u202e\n', 1, null, true, { b: '' }] }), undefined);
    assert.equal(illegible(undefined), undefined);
  });

  test('is no NUL and no half character; the field is named', () => {
    assert.deepEqual(illegible({ answers: { tea: ['yes', 'n\0o'] } }), {
      field: 'answers.tea.1',
      message: 'contains a character that cannot be kept',
    });
    assert.equal(illegible({ password: '\ud800' })?.field, 'password');
    assert.equal(illegible({ data: { 'a\0': 1 } })?.field, 'data');
    assert.equal(illegible({ title: { toString: 1 } })?.field, 'title');
  });

  test('nests no deeper than a form does, and the walk does not fall', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 200_000; level++) deep = { deep };
    assert.deepEqual(illegible({ reason: deep }), {
      field: 'reason',
      message: 'is nested too deeply',
    });
  });
});
