import assert from 'node:assert/strict';
import { test } from 'node:test';
import { preferredLanguage } from './languages.ts';

test('a Romanian browser is answered in Romanian, by weight', () => {
  const both = ['en', 'ro'] as const;
  assert.equal(preferredLanguage('ro-RO,ro;q=0.9,en;q=0.8', both, 'en'), 'ro');
  assert.equal(preferredLanguage('en;q=0.4, ro;q=0.7', both, 'en'), 'ro');
  assert.equal(preferredLanguage('ro;q=0, en', both, 'ro'), 'en');
});

test('a language we do not speak, or the clinic does not offer, falls back to the clinic’s own', () => {
  assert.equal(preferredLanguage('fr-FR, de;q=0.5', ['en', 'ro'], 'ro'), 'ro');
  assert.equal(preferredLanguage('en', ['ro'], 'ro'), 'ro');
  assert.equal(preferredLanguage(null, ['en', 'ro'], 'en'), 'en');
});
