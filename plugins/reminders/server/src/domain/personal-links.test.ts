import assert from 'node:assert/strict';
import { test } from 'node:test';
import { letterHtml } from './letter.ts';
import type { Message } from './message.ts';
import { tokensIn, withoutTokens } from './personal-links.ts';
import type { MessageFacts } from './values.ts';

const token = 'aZ-_'.repeat(11).slice(0, 43);
const manageUrl = `https://smile.test/ro/visits/manage/${token}`;
const body = `Mutare sau anulare:\n${manageUrl}\n\nAlte vizite: https://smile.test/ro/book.`;
const brand = { name: 'Smile', color: '#0F766E', logo: null, footer: [] };
const message: Message = {
  language: 'ro',
  subject: 'Ne vedem marți',
  body,
  html: letterHtml(body, brand, 'ro'),
  calendar: null,
};

test('a kept message says where its link led and cannot be followed', () => {
  const kept = withoutTokens(message, tokensIn({ manageUrl } as MessageFacts));
  assert.equal(
    kept.body,
    'Mutare sau anulare:\nhttps://smile.test/ro/visits/manage/•••\n\nAlte vizite: https://smile.test/ro/book.',
  );
  assert.ok(!kept.html?.includes(token));
  assert.match(
    kept.html ?? '',
    /<span style="[^"]+">https:\/\/smile\.test\/ro\/visits\/manage\/•••<\/span>/,
  );
  assert.match(kept.html ?? '', /<a href="https:\/\/smile\.test\/ro\/book"/);
});

test('a text message without personal links is kept as it left', () => {
  const text = { ...message, html: null, body: 'Ne vedem marți.' };
  assert.deepEqual(withoutTokens(text, tokensIn({} as MessageFacts)), text);
});

test('each link that acts for its holder is known', () => {
  const facts = {
    manageUrl,
    formUrl: 'https://smile.test/ro/forms/one',
    offer: {
      url: 'https://smile.test/ro/offers/two',
      until: Temporal.Instant.from('2027-03-08T09:00:00Z'),
    },
  };
  assert.deepEqual(tokensIn(facts as unknown as MessageFacts), ['two', token, 'one']);
});
