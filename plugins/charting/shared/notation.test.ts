import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  fromPalmer,
  fromUniversal,
  notations,
  palmerOf,
  readTooth,
  toPalmer,
  toUniversal,
  writeTooth,
} from './notation.ts';
import { allTeeth, deciduousTeeth, permanentTeeth } from './tooth.ts';

test('there are 32 permanent and 20 deciduous teeth', () => {
  assert.equal(permanentTeeth.length, 32);
  assert.equal(deciduousTeeth.length, 20);
  assert.equal(new Set(allTeeth).size, 52);
});

test('known teeth read as the books have them', () => {
  const known: [string, string, string][] = [
    ['18', '1', 'UR8'],
    ['13', '6', 'UR3'],
    ['11', '8', 'UR1'],
    ['21', '9', 'UL1'],
    ['23', '11', 'UL3'],
    ['28', '16', 'UL8'],
    ['38', '17', 'LL8'],
    ['31', '24', 'LL1'],
    ['41', '25', 'LR1'],
    ['46', '30', 'LR6'],
    ['48', '32', 'LR8'],
    ['55', 'A', 'URE'],
    ['51', 'E', 'URA'],
    ['61', 'F', 'ULA'],
    ['65', 'J', 'ULE'],
    ['75', 'K', 'LLE'],
    ['71', 'O', 'LLA'],
    ['81', 'P', 'LRA'],
    ['85', 'T', 'LRE'],
  ];
  for (const [fdi, universal, palmer] of known) {
    assert.equal(toUniversal(fdi), universal);
    assert.equal(toPalmer(fdi), palmer);
  }
});

test('every tooth goes to every notation and comes back', () => {
  for (const tooth of allTeeth) {
    assert.equal(fromUniversal(toUniversal(tooth)), tooth);
    assert.equal(fromPalmer(toPalmer(tooth)), tooth);
    for (const notation of notations)
      assert.equal(readTooth(writeTooth(tooth, notation), notation), tooth);
  }
});

test('no two teeth share a number in any notation', () => {
  for (const notation of notations)
    assert.equal(new Set(allTeeth.map((tooth) => writeTooth(tooth, notation))).size, 52);
});

test('Universal runs 1 to 32 and A to T along the arches', () => {
  for (let n = 1; n <= 32; n++)
    assert.equal(toUniversal(fromUniversal(String(n)) as string), `${n}`);
  for (const letter of 'ABCDEFGHIJKLMNOPQRST')
    assert.equal(toUniversal(fromUniversal(letter) as string), letter);
});

test('the A of Palmer is not the A of Universal', () => {
  assert.deepEqual(palmerOf('51'), { quadrant: 'UR', mark: 'A' });
  assert.equal(toUniversal('51'), 'E');
});

test('what is no tooth is not read', () => {
  for (const text of ['', '0', '33', '1.5', '-3', 'U', 'AB', '٣'])
    assert.equal(fromUniversal(text), undefined);
  for (const text of ['', 'UR9', 'URF', 'XX1', 'UR']) assert.equal(fromPalmer(text), undefined);
  for (const text of ['', '19', '49', '56', '90', '4', '461'])
    assert.equal(readTooth(text, 'fdi'), undefined);
});

test('people write small letters and spaces', () => {
  assert.equal(fromUniversal(' t '), '85');
  assert.equal(fromPalmer('lr 6'), '46');
  assert.equal(readTooth(' 46 ', 'fdi'), '46');
});
