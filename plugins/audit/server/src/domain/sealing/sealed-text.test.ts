import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyRingOf } from './keys.ts';
import { blindDigest, openText, sealText } from './sealed-text.ts';

const spring = keyRingOf(['the secret of spring, long enough']);
const summer = keyRingOf([
  'the secret of summer, long enough',
  'the secret of spring, long enough',
]);
const spot = { noun: 'patient', record: 'p1', field: 'nationalId' };

test('what is sealed opens with its key, also after a newer one came', () => {
  const sealed = sealText(spring, spot, '1850101223344 ș');
  assert.equal(openText(spring, spot, sealed), '1850101223344 ș');
  assert.equal(openText(summer, spot, sealed), '1850101223344 ș');
  assert.equal(sealed.key, spring[0].id);
  assert.notEqual(sealText(summer, spot, '1').key, spring[0].id);
  assert.notDeepEqual(sealText(spring, spot, '1').sealed, sealText(spring, spot, '1').sealed);
});

test('without its key, altered by one bit or put elsewhere it does not open', () => {
  const sealed = sealText(summer, spot, '1850101223344');
  assert.throws(() => openText(spring, spot, sealed), /not given/);
  for (let index = 0; index < sealed.sealed.length; index++) {
    const altered = Buffer.from(sealed.sealed);
    altered[index] = (altered[index] as number) ^ 1;
    assert.throws(() => openText(summer, spot, { ...sealed, sealed: altered }), /not as it was/);
  }
  for (const elsewhere of [{ record: 'p2' }, { field: 'insuranceNumber' }, { noun: 'visit' }])
    assert.throws(() => openText(summer, { ...spot, ...elsewhere }, sealed), /not as it was/);
  assert.throws(() => openText(summer, spot, { ...sealed, sealed: sealed.sealed.subarray(0, 20) }));
});

test('what a record has sealed with a key of its own opens with both keys alone', () => {
  const own = Buffer.alloc(32, 7);
  const sealed = sealText(summer, spot, '1850101223344', own);
  assert.equal(openText(summer, spot, sealed, own), '1850101223344');
  for (const other of [null, Buffer.alloc(32, 8)])
    assert.throws(() => openText(summer, spot, sealed, other), /not as it was/);
  assert.throws(() => openText(spring, spot, sealed, own), /not given/);
  assert.throws(() => openText(summer, spot, sealText(summer, spot, '1'), own), /not as it was/);
});

test('numbers that are written differently are found alike, other fields and keys are not', () => {
  const digest = (text: string) =>
    blindDigest(spring[0], 'patient', 'nationalId', text).toString('hex');
  assert.equal(digest('ab-12 34'), digest('AB1234'));
  assert.notEqual(digest('AB1234'), digest('AB1235'));
  assert.notEqual(
    digest('1'),
    blindDigest(spring[0], 'patient', 'insuranceNumber', '1').toString('hex'),
  );
  assert.notEqual(
    digest('1'),
    blindDigest(summer[0], 'patient', 'nationalId', '1').toString('hex'),
  );
});
