import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Question } from '../../../shared/index.ts';
import { readAnswers } from './answers.ts';

const ask = (type: Question['type'], extra: Partial<Question> = {}) => [
  {
    title: 'You',
    description: null,
    questions: [
      {
        key: 'q1',
        question: 'Well?',
        type,
        options: [],
        required: false,
        help: null,
        raisesAlert: false,
        ...extra,
      },
    ],
  },
];

const answer = (type: Question['type'], value: unknown, extra?: Partial<Question>) => {
  const { answers, problems } = readAnswers(ask(type, extra), { q1: value });
  return problems[0]?.problem ?? answers.q1;
};

test('each type reads its answers', () => {
  assert.equal(answer('text', '  Ștefan  '), 'Ștefan');
  assert.equal(answer('radio', 'Yes', { options: ['Yes', 'No'] }), 'Yes');
  assert.deepEqual(answer('checkbox', ['b', 'a'], { options: ['a', 'b', 'c'] }), ['a', 'b']);
  assert.deepEqual(answer('checkbox', 'b', { options: ['a', 'b'] }), ['b']);
  assert.equal(answer('checkbox', 'on'), true);
  assert.equal(answer('number', '36,6'), 36.6);
  assert.equal(answer('number', -2), -2);
  assert.equal(answer('date', '2024-02-29'), '2024-02-29');
  assert.deepEqual(answer('tooth', '55, 16 16'), ['16', '55']);
});

test('each type says what is wrong', () => {
  assert.equal(answer('text', ['a']), 'not-a-text');
  assert.equal(answer('text', 'x'.repeat(501)), 'too-long');
  assert.equal(answer('radio', 'Maybe', { options: ['Yes', 'No'] }), 'not-an-option');
  assert.equal(answer('checkbox', ['a', 'z'], { options: ['a'] }), 'not-an-option');
  assert.equal(answer('number', 'many'), 'not-a-number');
  assert.equal(answer('date', '2023-02-29'), 'not-a-date');
  assert.equal(answer('tooth', '19'), 'not-a-tooth');
  assert.equal(answer('signature', 'data:image/png;base64,AAAA'), 'not-a-signature');
});

test('a required question needs an answer, blanks are none', () => {
  for (const blank of [undefined, null, '', '   ', []])
    assert.equal(answer('text', blank, { required: true }), 'required');
  assert.equal(answer('checkbox', 'false', { required: true }), 'required');
  assert.equal(answer('text', '   '), undefined);
});

test('answers to what was not asked are left out, also inherited names', () => {
  const { answers, problems } = readAnswers(ask('text', { key: 'constructor', required: true }), {
    q9: 'hello',
  });
  assert.deepEqual(answers, {});
  assert.deepEqual(problems, [{ key: 'constructor', problem: 'required' }]);
});
