import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectedTeeth } from './eruption.ts';
import { readSurfaces, surfacesOf, writeSurfaces } from './surfaces.ts';
import { allTeeth, isTooth, predecessorOf, rows, successorOf, toothOf } from './tooth.ts';

test('a tooth knows its quadrant', () => {
  assert.deepEqual(toothOf('46'), {
    number: '46',
    dentition: 'permanent',
    arch: 'lower',
    side: 'right',
    position: 6,
    class: 'molar',
    posterior: true,
  });
  assert.equal(toothOf('33').side, 'left');
  assert.equal(toothOf('33').arch, 'lower');
  assert.equal(toothOf('75').side, 'left');
  assert.equal(toothOf('75').class, 'molar');
  assert.equal(toothOf('15').class, 'premolar');
  assert.equal(toothOf('53').class, 'canine');
});

test('rows are drawn with the right of the patient on the left', () => {
  assert.deepEqual(rows.upper.slice(0, 2), ['18', '17']);
  assert.deepEqual(rows.lower.slice(-2), ['37', '38']);
  assert.equal(rows.upperDeciduous.join(' '), '55 54 53 52 51 61 62 63 64 65');
  assert.equal(rows.lowerDeciduous.join(' '), '85 84 83 82 81 71 72 73 74 75');
});

test('premolars follow deciduous molars, and permanent molars follow none', () => {
  assert.equal(successorOf('54'), '14');
  assert.equal(toothOf(successorOf('85') as string).class, 'premolar');
  assert.equal(predecessorOf('45'), '85');
  assert.equal(predecessorOf('46'), undefined);
  assert.equal(successorOf('11'), undefined);
  assert.equal(predecessorOf('51'), undefined);
  for (const tooth of rows.upperDeciduous)
    assert.equal(predecessorOf(successorOf(tooth) as string), tooth);
});

test('what is no tooth is refused', () => {
  for (const wrong of ['19', '59', '00', '4', '', 46, null]) assert.equal(isTooth(wrong), false);
  assert.throws(() => toothOf('49'), RangeError);
});

test('posterior teeth have O and B, anterior ones I and F', () => {
  for (const tooth of allTeeth) {
    const letters = surfacesOf(tooth).join('');
    assert.equal(letters, Number(tooth[1]) > 3 ? 'MODBL' : 'MIDFL');
  }
});

test('surfaces are written as dentists write them', () => {
  assert.equal(writeSurfaces(['D', 'O', 'M']), 'MOD');
  assert.equal(writeSurfaces(['O', 'D']), 'DO');
  assert.equal(writeSurfaces(['O', 'M']), 'MO');
  assert.equal(writeSurfaces(['L', 'B', 'D', 'O', 'M']), 'MODBL');
  assert.equal(writeSurfaces(['I', 'D']), 'DI');
  assert.equal(writeSurfaces(['F', 'I']), 'IF');
  assert.equal(writeSurfaces([]), '');
});

test('every set of surfaces of every tooth is read back as it was written', () => {
  for (const tooth of allTeeth) {
    const letters = surfacesOf(tooth);
    for (let set = 0; set < 32; set++) {
      const chosen = letters.filter((_, i) => set & (1 << i));
      const read = readSurfaces(writeSurfaces(chosen), tooth);
      assert.ok(read.ok);
      assert.deepEqual(new Set(read.surfaces), new Set(chosen));
      assert.equal(read.surfaces.join(''), writeSurfaces(chosen));
    }
  }
});

test('surfaces that a tooth has not are named', () => {
  const read = readSurfaces('MO', '11');
  assert.deepEqual(read, { ok: false, wrong: 'O', allowed: ['M', 'I', 'D', 'F', 'L'] });
  assert.equal(readSurfaces('V', '46').ok, false);
  assert.equal(readSurfaces('P', '46').ok, false);
  assert.deepEqual(readSurfaces('p o', '16'), { ok: true, surfaces: ['O', 'L'] });
});

test('at seven a child has both dentitions', () => {
  const teeth = expectedTeeth(7);
  assert.ok(teeth.includes('16') && teeth.includes('11') && teeth.includes('55'));
  assert.ok(!teeth.includes('51') && !teeth.includes('15') && !teeth.includes('17'));
  assert.equal(expectedTeeth(3).length, 20);
  assert.equal(expectedTeeth(13).filter((tooth) => Number(tooth[0]) > 4).length, 0);
  assert.equal(expectedTeeth(undefined).length, 32);
  assert.equal(expectedTeeth(0).length, 0);
});
