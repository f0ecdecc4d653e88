import assert from 'node:assert/strict';
import { test } from 'node:test';
import { helpInRomanian } from '../../cms/src/admin/translations/help.ts';
import { components, nouns } from './index.ts';

test('every sentence of help is there in Romanian, and no other', () => {
  const views = [...Object.values(nouns), ...Object.values(components)];
  const english = views.flatMap(({ help = {} }) => Object.values(help));
  assert.deepEqual(
    new Set(english.filter((sentence): sentence is string => Boolean(sentence))),
    new Set(Object.keys(helpInRomanian)),
  );
});
