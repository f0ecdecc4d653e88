import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { escapeHtml, letterHtml, linked, readableOn } from './letter.ts';

const brand = { name: 'Zâmbet & Co', color: '#0F766E', logo: null, footer: ['Str. Lungă 1'] };

test('addresses become links; the full stop behind them does not', () => {
  assert.equal(
    linked('See https://a.test/x?y=1&z=2.', '#000000'),
    'See <a href="https://a.test/x?y=1&amp;z=2" style="color:#000000;overflow-wrap:anywhere">https://a.test/x?y=1&amp;z=2</a>.',
  );
});

test('other schemes stay text', () => {
  assert.doesNotMatch(linked('javascript:alert(1) data:text/html,x', '#000000'), /<a/);
});

test('the letter carries the brand, the language and paragraphs', () => {
  const html = letterHtml('One\ntwo\n\nThree', brand, 'ro');
  assert.match(html, /<html lang="ro">/);
  assert.match(html, /Zâmbet &amp; Co/);
  assert.match(html, /One<br>two<\/p>/);
  assert.match(html, /Three<\/p>/);
});

test('a colour that is not one is not written into the page', () => {
  assert.match(letterHtml('x', { ...brand, color: 'red;}</style>' }, 'en'), /background:#0F766E/);
});

test('no text can bring a tag of its own', () => {
  const tags = (html: string) => html.match(/<[a-z/!][^>]*>/gi)?.length ?? 0;
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const html = linked(text, '#000000');
      const links = html.match(/<a href="https?:[^"<>]*" style="[^"<>]*">/g)?.length ?? 0;
      assert.equal(tags(html), links * 2);
      assert.equal(tags(escapeHtml(text)), 0);
    }),
  );
  assert.doesNotMatch(letterHtml('<script>alert(1)</script>', brand, 'en'), /<script/);
});

test('what stands on the brand colour can be read', () => {
  assert.equal(readableOn('#0F766E'), '#ffffff');
  assert.equal(readableOn('#FDE047'), '#111827');
});
