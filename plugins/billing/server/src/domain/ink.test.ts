import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contrastOnWhite, inkOf } from './ink.ts';

test('a colour that reads on paper stays, a pale one is darkened', () => {
  assert.equal(inkOf('#0F766E'), '#0F766E');
  assert.notEqual(inkOf('#5EEAD4'), '#5EEAD4');
  assert.equal(inkOf('teal'), '#0F766E');
});

test('every colour ends readable', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const ink = inkOf(`#${value.toString(16).padStart(6, '0')}`);
      assert.match(ink, /^#[0-9a-f]{6}$/i);
      assert.ok(contrastOnWhite(ink) >= 4.5);
    }),
  );
});
