import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { typedSignature } from './typed-signature.ts';

const read = (dataUrl: string) => {
  const png = Buffer.from(dataUrl.slice('data:image/png;base64,'.length), 'base64');
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const length = png.readUInt32BE(33);
  return { png, width, height, pixels: inflateSync(png.subarray(41, 41 + length)) };
};

test('a typed name becomes a PNG of its own size with ink on it', () => {
  const { png, width, height, pixels } = read(typedSignature('Ștefania Mănescu'));
  assert.equal(png.subarray(0, 8).toString('hex'), '89504e470d0a1a0a');
  assert.equal(pixels.length, (width + 1) * height);
  assert.ok(pixels.includes(16));
});

test('ș and s, ă and a differ, and a long name stays inside the picture', () => {
  assert.notEqual(typedSignature('Ștef'), typedSignature('Stef'));
  assert.notEqual(typedSignature('Măr'), typedSignature('Mar'));
  assert.ok(read(typedSignature('x'.repeat(500))).width < 2000);
});
