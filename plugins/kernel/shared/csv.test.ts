import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv } from './csv.ts';

test('cells are quoted where they must be and never run as formulas', () => {
  assert.equal(
    csv([
      ['Număr', 'Total'],
      ['ENM-2026-000001', 12],
      ['a, "b"', -3],
      ['=HYPERLINK("x")', '-1+2'],
    ]),
    '\uFEFFNumăr,Total\r\nENM-2026-000001,12\r\n"a, ""b""",-3\r\n"\'=HYPERLINK(""x"")",\'-1+2\r\n',
  );
});
