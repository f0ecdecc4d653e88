import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { sources } from './build.ts';

test('what a build or a tool leaves behind is no source: the second start builds nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'enamel-sources-'));
  for (const kept of ['dist', 'node_modules', '.strapi', 'src']) mkdirSync(join(folder, kept));
  for (const file of [
    'dist/a.js',
    'node_modules/b.js',
    '.strapi/c.js',
    '.strapi-updater.json',
    'src/d.ts',
    'src/d.test.ts',
  ])
    writeFileSync(join(folder, file), '');
  assert.deepEqual([...sources(folder)], [join(folder, 'src/d.ts')]);
});
