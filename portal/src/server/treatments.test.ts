import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chartWords } from '@enamel/charting/shared';
import type { Treatment } from './contracts.ts';
import { tellTreatments } from './treatments.ts';

const made = (about: Partial<Treatment>): Treatment => ({
  documentId: 't',
  procedure: 'filling',
  description: '',
  tooth: null,
  status: 'completed',
  practitioner: '',
  ...about,
});
const telling = {
  words: chartWords('en'),
  tooth: (written: string) => `Tooth ${written}`,
  notation: 'universal',
  currency: 'RON',
  language: 'en',
  zone: 'Europe/Bucharest',
} as const;

test('a treatment is told by what, when, where and its price after the discount', () => {
  const { done } = tellTreatments(
    [
      made({
        tooth: '46',
        description: 'Composite filling',
        completedAt: '2026-03-01T22:30:00.000Z',
        practitioner: 'Dr. Mara Pop',
        totalPrice: 30_000,
        discount: 5_000,
      }),
    ],
    telling,
  );
  assert.deepEqual(done, [
    {
      documentId: 't',
      status: 'completed',
      state: 'Completed',
      what: 'Filling',
      note: 'Composite filling',
      facts: ['2 March 2026 · Tooth 30', 'Dr. Mara Pop'],
      price: 'RON\u00a0250.00',
    },
  ]);
});

test('what is ahead keeps its order, what is done comes latest first', () => {
  const { ahead, done } = tellTreatments(
    [
      made({ documentId: 'old', date: '2025-01-10' }),
      made({ documentId: 'first', status: 'planned' }),
      made({ documentId: 'new', date: '2026-01-10' }),
      made({ documentId: 'second', status: 'in-progress' }),
      made({ documentId: 'undated', status: 'existing' }),
      made({ documentId: 'dropped', status: 'inactive' }),
    ],
    telling,
  );
  assert.deepEqual(
    ahead.map(({ documentId }) => documentId),
    ['first', 'second'],
  );
  assert.deepEqual(
    done.map(({ documentId }) => documentId),
    ['new', 'old', 'undated'],
  );
});

test('a tooth goes by its name where the clinic has not put it in words', () => {
  const { ahead } = tellTreatments([made({ tooth: '85', status: 'planned' })], telling);
  assert.deepEqual(ahead[0]?.facts, ['Tooth T, lower right deciduous second molar']);
});

test('a procedure without a name of its own goes by the words of the clinic', () => {
  const { ahead } = tellTreatments(
    [made({ procedure: 'other', description: 'Night guard', status: 'planned' })],
    telling,
  );
  assert.deepEqual([ahead[0]?.what, ahead[0]?.note], ['Night guard', '']);
});

test('what was done elsewhere has no price', () => {
  const { done } = tellTreatments(
    [made({ status: 'existing-elsewhere', totalPrice: 100 })],
    telling,
  );
  assert.equal(done[0]?.price, '');
});
