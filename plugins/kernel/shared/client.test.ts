import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientAddress, signClient } from './client.ts';

const secret = 'a secret of the portal';
const direct = { proxies: 0, secret };
const from = (parts: { peer?: string; forwardedFor?: string; signed?: string }) => ({
  peer: '10.0.0.9',
  forwardedFor: '',
  signed: '',
  ...parts,
});

test('a direct request counts for its peer, whatever it claims', () => {
  assert.equal(clientAddress(from({ forwardedFor: '1.2.3.4' }), direct), '10.0.0.9');
  assert.equal(clientAddress(from({ peer: '::ffff:10.0.0.9' }), direct), '10.0.0.9');
});

test('behind proxies it counts for what the outermost trusted one saw', () => {
  const forwardedFor = '6.6.6.6, 1.2.3.4, 10.0.0.2';
  assert.equal(clientAddress(from({ forwardedFor }), { proxies: 1, secret }), '10.0.0.2');
  assert.equal(clientAddress(from({ forwardedFor }), { proxies: 2, secret }), '1.2.3.4');
  assert.equal(clientAddress(from({}), { proxies: 1, secret }), '10.0.0.9');
});

test('the port that a proxy writes beside an address is no part of it', () => {
  const seen = (forwardedFor: string) =>
    clientAddress(from({ forwardedFor }), { proxies: 1, secret });
  assert.equal(seen('1.2.3.4:50123'), '1.2.3.4');
  assert.equal(seen('[2001:db8::7]:50123'), '2001:db8::7');
  assert.equal(seen('[2001:db8::7]'), '2001:db8::7');
});

test('the portal speaks for a patient when its signature is right', () => {
  const signed = signClient('2001:db8::7', secret);
  assert.equal(clientAddress(from({ signed }), direct), '2001:db8::7');
  const forged = signClient('2001:db8::7', 'another secret');
  assert.equal(clientAddress(from({ signed: forged }), direct), '10.0.0.9');
  assert.equal(clientAddress(from({ signed: signed.replace('7 ', '8 ') }), direct), '10.0.0.9');
  assert.equal(clientAddress(from({ signed: 'nonsense' }), direct), '10.0.0.9');
});
