import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPngDataUrl } from './png.ts';

/** One transparent pixel. */
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const url = (base64: string) => `data:image/png;base64,${base64}`;

test('a small PNG is a signature', () => {
  assert.equal(isPngDataUrl(url(pixel)), true);
});

test('what only calls itself a PNG is none', () => {
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(60)]);
  const torn = Buffer.from(pixel, 'base64').subarray(0, -4).toString('base64');
  const huge = Buffer.from(pixel, 'base64');
  huge.writeUInt32BE(100_000, 16);
  const large = Buffer.concat([
    Buffer.from(pixel, 'base64').subarray(0, -12),
    Buffer.alloc(210 * 1024),
    Buffer.from(pixel, 'base64').subarray(-12),
  ]);
  for (const [what, value] of Object.entries({
    nothing: '',
    'another picture': url(jpeg.toString('base64')),
    'another type': `data:image/svg+xml;base64,${pixel}`,
    'a torn file': url(torn),
    'a giant canvas': url(huge.toString('base64')),
    'more than 200 KB': url(large.toString('base64')),
    'no base64': url('<script>'),
  }))
    assert.equal(isPngDataUrl(value), false, what);
});
