import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passwordFault } from './password-rules.ts';

const faultOf = (password: string, about: string[] = []) =>
  passwordFault(password, 'patient', about);

test('length is counted in characters, ten for patients and twelve for staff', () => {
  assert.equal(faultOf('zebra lamp'), undefined);
  assert.equal(faultOf('zebra lam'), 'short');
  assert.equal(faultOf('🦷🦷🦷🦷🦷🦷🦷🦷🦷'), 'short');
  assert.equal(passwordFault('zebra lampa', 'staff'), 'short');
  assert.equal(passwordFault('zebra lampas', 'staff'), undefined);
});

test('what bcrypt would cut is refused, counted in bytes', () => {
  assert.equal(faultOf(`zebra lamp ${'ăî'.repeat(15)}`), undefined);
  assert.equal(faultOf(`zebra lamp ${'ăî'.repeat(16)}`), 'long');
});

for (const password of [
  'password12',
  'Password1234',
  'P@ssw0rd123',
  'iloveyou12',
  'letmein2024!',
  'qwertyuiop',
  '1234567890',
  '9876543210',
  'qwerty123456',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  'trustno1trustno1',
  'Parola1234',
  'București2026',
  'stomatologie',
])
  test(`“${password}” is among the first that are tried`, () =>
    assert.equal(faultOf(password), 'common'));

for (const password of [
  'correct horse battery',
  'Enamel-demo-2026',
  'A-known-password-1',
  'iubesc mersul pe munte',
  'x7Fq0-pLm2',
])
  test(`“${password}” is taken`, () => assert.equal(faultOf(password), undefined));

test('the own name or address with a number is no secret', () => {
  assert.equal(faultOf('ana.ionescu1990', ['ana.ionescu@example.com']), 'common');
  assert.equal(faultOf('anaionescu1990', ['ana.ionescu@example.com']), 'common');
  assert.equal(faultOf('ana and her ionescu', ['ana.ionescu@example.com']), undefined);
  assert.equal(faultOf('ionescuana1', ['ionescuana@example.com']), 'common');
  assert.equal(faultOf('ana@example.com', ['ana@example.com']), 'common');
  assert.equal(faultOf('Constantinescu7', ['Ana', 'Constantinescu']), 'common');
});
