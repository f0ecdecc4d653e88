import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeLetter, codeText } from './code-message.ts';

const brand = { name: 'Smile & Co', color: '#0F766E', logo: null, footer: [] };

test('a letter names the code first, where a phone shows it without opening the mail', () => {
  const letter = codeLetter('012345', brand, 'en');
  assert.match(letter.subject ?? '', /^012345 /);
  assert.match(letter.body, /^012345$/m);
  assert.match(letter.html ?? '', /Smile &amp; Co/);
});

test('a text message fits one SMS in both languages', () => {
  for (const language of ['en', 'ro'] as const) {
    const text = codeText('012345', 'Clinica Zâmbet', language);
    assert.ok(text.length <= 70, text);
  }
});
