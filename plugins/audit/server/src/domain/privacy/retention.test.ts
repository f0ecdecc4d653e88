import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type HeldSection, judge } from './retention.ts';

const rules = { clinicalYears: 10, financialYears: 10 };
const section = (name: string, kind: HeldSection['kind'], count: number, last: string | null) => ({
  name,
  kind,
  count,
  last,
});
const untils = (sections: HeldSection[], today: string) =>
  judge(sections, rules, today).map(({ until }) => until);

test('clinical records stay ten years after the last of them, invoices ten after their year, contact goes', () => {
  const sections = [
    section('person', 'contact', 1, null),
    section('visits', 'clinical', 3, '2024-02-29'),
    section('findings', 'clinical', 2, '2019-05-01'),
    section('invoices', 'financial', 1, '2024-03-01'),
    section('messages', 'contact', 9, '2024-03-01'),
  ];
  assert.deepEqual(untils(sections, '2026-11-20'), [
    null,
    '2034-02-28',
    '2034-02-28',
    '2034-12-31',
    null,
  ]);
  assert.deepEqual(untils(sections, '2034-02-28'), [null, null, null, '2034-12-31', null]);
  assert.deepEqual(untils(sections, '2034-12-31'), [null, null, null, null, null]);
});

test('what is empty does not stay, and without years nothing does', () => {
  assert.deepEqual(
    untils(
      [section('visits', 'clinical', 0, null), section('findings', 'clinical', 1, '2026-01-01')],
      '2026-11-20',
    ),
    [null, '2036-01-01'],
  );
  const none = { clinicalYears: 0, financialYears: 0 };
  assert.deepEqual(
    judge([section('visits', 'clinical', 1, '2026-11-20')], none, '2026-11-20').map(
      ({ until }) => until,
    ),
    [null],
  );
});
