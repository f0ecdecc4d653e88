import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCsv } from './csv.ts';

test('quotes, commas and line ends survive; formulas do not run', () => {
  assert.equal(
    toCsv([
      ['when', 'who'],
      ['1', 'Pop, "Ana"\nMaria'],
      ['=1+1', '@cmd'],
    ]),
    '\uFEFFwhen,who\r\n1,"Pop, ""Ana""\nMaria"\r\n\'=1+1,\'@cmd\r\n',
  );
});
