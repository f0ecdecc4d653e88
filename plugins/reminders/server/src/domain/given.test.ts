import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultRules, defaultTemplates } from './defaults.ts';
import { givenBefore, newOnes, ruleKey, templateKey } from './given.ts';

const none = new Set<string>();
const templatesFor = (given: Iterable<string>, present: Iterable<string>) =>
  newOnes(defaultTemplates, templateKey, new Set(given), new Set(present)).map(templateKey);

test('every default has a key of its own', () => {
  const keys = [...defaultTemplates.map(templateKey), ...defaultRules.map(ruleKey)];
  assert.equal(new Set(keys).size, keys.length);
});

test('an empty clinic gets all of them', () => {
  assert.deepEqual(givenBefore(none), []);
  assert.equal(templatesFor([], []).length, defaultTemplates.length);
  assert.equal(newOnes(defaultRules, ruleKey, none, none).length, defaultRules.length);
});

test('a clinic from before the record gets only what is newer, and not what it wrote itself', () => {
  const present = ['template booking-moved email ro', 'template wait-list-offer sms ro'];
  assert.deepEqual(templatesFor(givenBefore(new Set(present)), present), [
    'template wait-list-offer email en',
    'template wait-list-offer email ro',
    'template wait-list-offer sms en',
  ]);
});

test('what was given and is gone is not given again', () => {
  assert.deepEqual(templatesFor(defaultTemplates.map(templateKey), []), []);
});
