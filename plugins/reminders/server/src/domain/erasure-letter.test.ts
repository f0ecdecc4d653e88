import assert from 'node:assert/strict';
import { test } from 'node:test';
import { erasureLetter } from './erasure-letter.ts';

const brand = { name: 'Zâmbet', color: '#0F766E', logo: null, footer: [] };

test('an erasure is told with what stays and until when, a refusal with its reason', () => {
  const done = erasureLetter(
    {
      language: 'ro',
      firstName: 'Ana',
      state: 'done',
      reason: null,
      kept: [{ title: { en: 'Visits', ro: 'Programări' }, until: '2036-03-29' }],
    },
    brand,
  );
  assert.match(done.body, /Programări: 29 martie 2036/);
  const refused = erasureLetter(
    { language: 'en', firstName: 'Ana', state: 'refused', reason: 'A claim is open.', kept: [] },
    brand,
  );
  assert.match(refused.body, /A claim is open\./);
  assert.match(refused.body, /data protection authority/);
});
