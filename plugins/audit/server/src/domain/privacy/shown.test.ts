import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsOf } from './shown.ts';

const inCluj = { zone: 'Europe/Bucharest', currency: 'RON' } as const;

test('a record is told in the patient’s language and the clinic’s time', () => {
  const invoice = {
    documentId: 'i1',
    number: 'ENM-1',
    issuedOn: '2026-03-28',
    paidAt: '2026-03-29T00:30:00.000Z',
    total: 12050,
    currency: 'EUR',
    notes: null,
    lines: [{ description: 'Filling', toothNumber: '46', amount: 12050 }],
  };
  assert.deepEqual(factsOf(invoice, { ...inCluj, language: 'en' }), [
    ['Number', 'ENM-1'],
    ['Issued', '28 March 2026'],
    ['Paid', '29 March 2026 at 02:30'],
    ['Total', '€120.50'],
    ['Lines', 'Filling · 46 · €120.50'],
  ]);
  const romanian = factsOf(
    { emailReminders: false, lastName: 'Șerban' },
    { ...inCluj, language: 'ro' },
  );
  assert.deepEqual(romanian, [
    ['Mesaje prin e-mail', 'nu'],
    ['Nume', 'Șerban'],
  ]);
});

test('what is long and made for machines stays in the file for machines', () => {
  const record = { title: 'History', questions: [{ text: 'a'.repeat(300) }], answers: { a: 1 } };
  assert.deepEqual(factsOf(record, { ...inCluj, language: 'en' }), [
    ['Title', 'History'],
    ['Questions', 'in data.json'],
  ]);
});
