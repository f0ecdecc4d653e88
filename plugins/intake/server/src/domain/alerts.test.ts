import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer, Question } from '../../../shared/index.ts';
import { suggestAlerts, withAlerts } from './alerts.ts';

const suggested = (question: Partial<Question>, answer: Answer) =>
  suggestAlerts(
    [
      {
        title: 'Health',
        description: null,
        questions: [
          {
            key: 'q1',
            question: 'Aveți alergii?',
            type: 'text',
            options: [],
            required: true,
            help: null,
            raisesAlert: true,
            ...question,
          },
        ],
      },
    ],
    { q1: answer },
  );

test('a yes to a flagged question suggests an alert', () => {
  assert.deepEqual(suggested({ type: 'radio', options: ['Da', 'Nu'] }, 'Da'), [
    { kind: 'allergy', text: 'Aveți alergii?', severity: 'high' },
  ]);
  assert.deepEqual(suggested({}, 'penicilină'), [
    { kind: 'allergy', text: 'penicilină', severity: 'high' },
  ]);
  assert.deepEqual(
    suggested({ question: 'Heart or blood', type: 'checkbox' }, ['Pacemaker', 'None of these']),
    [{ kind: 'condition', text: 'Pacemaker', severity: 'high' }],
  );
  assert.equal(suggested({ question: 'Weeks', type: 'number' }, 12)[0]?.text, 'Weeks: 12');
  assert.equal(suggested({ question: 'Sore', type: 'tooth' }, ['16'])[0]?.text, 'Sore: 16');
  assert.equal(suggested({ type: 'checkbox' }, true)[0]?.text, 'Aveți alergii?');
  assert.deepEqual(
    suggested({ question: 'Do you take blood thinners?', type: 'radio' }, 'I do not know'),
    [{ kind: 'medication', text: 'Do you take blood thinners? I do not know', severity: 'high' }],
  );
});

test('a no suggests nothing, nor does a question without the flag', () => {
  for (const no of ['No', 'nu', 'Nu am.', 'Niciuna', 'none', 'N/A', '-'])
    assert.deepEqual(suggested({}, no), [], no);
  assert.deepEqual(suggested({ raisesAlert: false }, 'Yes'), []);
  assert.equal(suggested({}, 'Nurofen').length, 1);
  assert.equal(suggested({}, 'Noradrenaline').length, 1);
});

test('an alert that the patient has is not added again', () => {
  const known = [{ kind: 'allergy', text: 'Penicillin', severity: 'high' }] as const;
  const all = withAlerts(known, [
    { kind: 'allergy', text: ' penicillin ', severity: 'low' },
    { kind: 'condition', text: 'Asthma', severity: 'low' },
  ]);
  assert.deepEqual(
    all.map((alert) => alert.text),
    ['Penicillin', 'Asthma'],
  );
});
