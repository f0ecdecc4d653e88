import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accentOf, contrast } from './contrast.ts';

const brands = ['#0f766e', '#ffe600', '#000000', '#ffffff', '#7f7f7f', '#e11d48', '#1e3a8a'];

test('black on white is 21 to 1', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
});

test('whatever colour a clinic chooses, its text can be read in light and dark', () => {
  for (const brand of brands)
    for (const [scheme, grounds] of [
      ['light', ['#fbfcfb', '#ffffff']],
      ['dark', ['#0e1615', '#15211f']],
    ] as const) {
      const { accent, onAccent, pressed, wash } = accentOf(brand, scheme);
      for (const ground of [...grounds, wash])
        assert.ok(contrast(accent, ground) >= 4.5, `${brand} ${scheme} on ${ground}`);
      assert.ok(contrast(onAccent, accent) >= 4.5, `${brand} ${scheme} button`);
      assert.ok(contrast(onAccent, pressed) >= 4.5, `${brand} ${scheme} pressed`);
      const ink = scheme === 'light' ? '#10312f' : '#e7f2f0';
      assert.ok(contrast(ink, wash) >= 4.5, `${brand} ${scheme} ink on wash`);
    }
});

test('a colour that is dark enough stays as the clinic gave it', () => {
  assert.equal(accentOf('#1E3A8A', 'light').accent, '#1e3a8a');
});
