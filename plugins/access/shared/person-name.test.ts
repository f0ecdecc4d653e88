import assert from 'node:assert/strict';
import { test } from 'node:test';
import { personName } from './account.ts';

const isName = (text: string) => personName(80).safeParse(text).success;
const names = [
  'Ana',
  'Ștefan',
  'Anne-Marie',
  'O’Neill',
  'J. R.',
  'Núria Col·lell',
  'Éloïse',
  '山田',
  'فاطمة',
];
const links = [
  'evil.com',
  'evil。com',
  'evil．com',
  'evil․com',
  'evil｡com',
  'evil۔com',
  'ｗｗｗ．evil',
  'www.evil',
  'http：／／evil',
  '＜b＞',
  '<b>',
  'Ana\u202e',
  'An\u200ba',
  'evil\u200b.\u200bcom',
  'Ana\nBob',
  '',
];

test('a name is no link in any script, and hides nothing', () => {
  for (const name of names) assert.equal(isName(name), true, name);
  for (const link of links) assert.equal(isName(link), false, JSON.stringify(link));
  assert.equal(personName(80).parse(' Ａｎａ '), 'Ana');
});
