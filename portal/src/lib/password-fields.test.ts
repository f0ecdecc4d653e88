import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const pages = join(import.meta.dirname, '..');

test('every field of a password hides it, and lets browsers fill it in and people paste', () => {
  const fields = globSync('**/*.astro', { cwd: pages }).flatMap((path) => {
    const page = readFileSync(join(pages, path), 'utf8');
    assert.doesNotMatch(page, /onpaste/, path);
    return [...page.matchAll(/<Field\b[^>]*name="[^"]*[pP]assword[^"]*"[^>]*>/g)].map(
      ([field]) => field,
    );
  });
  assert.ok(fields.length >= 3, String(fields.length));
  for (const field of fields) {
    assert.match(field, /type="password"/);
    assert.match(field, /autocomplete="(current|new)-password"/);
  }
});
