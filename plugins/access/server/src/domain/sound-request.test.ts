import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { unsoundData, unsoundFilters, unsoundPages } from './sound-request.ts';

describe('a request to the generated REST API', () => {
  test('filters by fields, operators and their combinations', () => {
    for (const filters of [
      undefined,
      { status: 'pending', id: { $in: ['1', '2'] } },
      { $or: [{ patient: { lastName: { $containsi: 'pop' } } }, { $not: { status: 'arrived' } }] },
      { startsAt: { $between: ['2026-01-01', '2026-02-01'], $not: { $null: 'true' } } },
    ])
      assert.equal(unsoundFilters(filters), undefined);
  });

  test('names the operator or the field that it gets wrong', () => {
    const cases: [unknown, string][] = [
      ['x', 'filters'],
      [['x'], 'filters'],
      [{ $and: 'x' }, 'filters.$and'],
      [{ $or: ['x'] }, 'filters.$or'],
      [{ startsAt: { $between: '1' } }, 'filters.startsAt.$between'],
      [{ id: { $jsonSupersetOf: '1' } }, 'filters.id.$jsonSupersetOf'],
      [{ id: { $eq: { a: '1' } } }, 'filters.id.$eq'],
    ];
    for (const [filters, field] of cases) assert.equal(unsoundFilters(filters)?.field, field);
  });

  test('counts pages no further than the database does', () => {
    assert.equal(unsoundPages({ page: '900', pageSize: 'abc' }), undefined);
    assert.equal(unsoundPages({ start: '9'.repeat(20) })?.field, 'pagination.start');
  });

  test('gives each field one value, and relations by their ids', () => {
    const types = (name: string) =>
      ({ name: 'string', languages: 'json', patient: 'relation' })[name];
    assert.equal(
      unsoundData({ name: null, languages: ['en'], patient: { set: ['a'] }, other: {} }, types),
      undefined,
    );
    assert.equal(unsoundData({ name: { a: 1 } }, types)?.field, 'name');
    assert.equal(
      unsoundData({ patient: { connect: [{ documentId: { a: 1 } }] } }, types)?.field,
      'patient',
    );
  });
});
