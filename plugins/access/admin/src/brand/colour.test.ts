import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contrast, readable } from './colour.ts';
import { darkColors, lightColors } from './theme.ts';

const brands = ['#0F766E', '#FFEB3B', '#FFFFFF', '#000000', '#E91E63', '#1565C0', '#9CCC65'];

test('contrast is WCAG’s', () => {
  assert.equal(contrast('#ffffff', '#000000'), 21);
  assert.equal(contrast('#0F766E', '#ffffff').toFixed(1), '5.5');
});

test('a colour that reads well stays as the clinic chose it', () => {
  assert.equal(readable('#0F766E', ['#ffffff'], '#000000', 4.5), '#0f766e');
});

for (const brand of brands)
  for (const [mode, colors] of [
    ['light', lightColors(brand)],
    ['dark', darkColors(brand)],
  ] as const)
    test(`${brand} gives readable accents in ${mode}`, () => {
      for (const ground of [colors.neutral0, colors.neutral100, colors.primary100]) {
        assert.ok(contrast(colors.primary600, ground) >= 4.5, `accent on ${ground}`);
        assert.ok(contrast(colors.primary700, ground) >= 4.5, `text accent on ${ground}`);
        assert.ok(contrast(colors.neutral800, ground) >= 7, `ink on ${ground}`);
        assert.ok(contrast(colors.neutral600, ground) >= 4.5, `quiet ink on ${ground}`);
      }
      assert.ok(contrast(colors.buttonPrimary600, colors.buttonNeutral0) >= 4.5, 'button');
      assert.ok(contrast(colors.buttonPrimary500, colors.buttonNeutral0) >= 4.5, 'button, hovered');
      for (const tone of ['danger', 'warning', 'success', 'secondary'] as const)
        assert.ok(contrast(colors[`${tone}700`], colors[`${tone}100`]) >= 4.5, tone);
    });
