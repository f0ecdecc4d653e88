import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { components, nouns } from './index.ts';
import type { ComponentView, View } from './view.ts';

const cms = join(import.meta.dirname, '../../cms/src');
const attributesIn = (path: string): string[] =>
  Object.keys(JSON.parse(readFileSync(join(cms, path), 'utf8')).attributes);

const views: { noun: string; view: View | ComponentView; fields: string[] }[] = [
  ...Object.entries(nouns).map(([noun, view]) => ({
    noun,
    view,
    fields: attributesIn(`api/${noun}/content-types/${noun}/schema.json`),
  })),
  ...Object.entries(components).map(([uid, view]) => ({
    noun: uid,
    view,
    fields: attributesIn(`components/${uid.replace('.', '/')}.json`),
  })),
];

test('every noun and component has a view', () => {
  assert.deepEqual(Object.keys(nouns).sort(), readdirSync(join(cms, 'api')).sort());
  const files = readdirSync(join(cms, 'components'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace(/[/\\]/, '.').replace('.json', ''));
  assert.deepEqual(Object.keys(components).sort(), files.sort());
});

for (const { noun, view, fields } of views)
  test(`the view of ${noun} names only what the noun has, in rows of twelve columns`, () => {
    const shown = view.form.flat().map(([field]) => field);
    assert.equal(new Set(shown).size, shown.length, 'a field is shown once');
    const named = [
      view.name,
      ...shown,
      ...Object.keys({ ...view.help, ...view.examples, ...view.labels }),
      ...('list' in view
        ? [...view.list, view.sort[0], ...(view.readOnly ?? []), ...(view.sealed ?? [])]
        : []),
    ];
    for (const field of named) assert.ok(fields.includes(field), `${noun} has no ${field}`);
    for (const row of view.form)
      assert.ok(row.reduce((sum, [, columns]) => sum + columns, 0) <= 12);
  });
