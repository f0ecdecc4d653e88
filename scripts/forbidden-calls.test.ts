import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');
const sources = globSync(
  [
    'plugins/*/{server/src,shared,admin/src}/**/*.{ts,tsx}',
    'portal/src/**/*.{ts,tsx,astro}',
    'cms/{config,src}/**/*.{ts,tsx}',
    'config/*.ts',
  ],
  { cwd: root, exclude: (path) => /node_modules|\.test\.ts$/.test(path) },
);

/** Where a fault of ours could become somebody else's program. */
const forbidden: readonly [string, RegExp][] = [
  ['starts another program', /node:child_process|\bexecSync\(|\bspawn\(/],
  ['runs a text as a program', /\beval\(|new Function\(|node:vm/],
  [
    'writes markup that is not escaped',
    /set:html|dangerouslySetInnerHTML|innerHTML|insertAdjacentHTML|document\.write/,
  ],
  ['listens to messages of other windows', /addEventListener\('message'/],
  ['makes an expression of a text', /new RegExp\(/],
  ['turns certificates off', /rejectUnauthorized: false|NODE_TLS_REJECT_UNAUTHORIZED/],
  ['uses a hash or cipher that is broken', /createHash\('(md5|sha1)'\)|-(ecb|cbc)'/],
  ['draws lots with a weak die', /Math\.random\(/],
];

/** Redis is given a script of ours by `client.eval`; the classes of limits are constants. */
const known = ['plugins/access/server/src/store/redis-windows.ts', 'config/env.ts'];

test('what every server and page is made of is read', () => {
  assert.ok(sources.length > 400, String(sources.length));
});

for (const [name, pattern] of forbidden)
  test(`no server and no page of ours ${name}`, () => {
    const found = sources.filter((path) => pattern.test(readFileSync(join(root, path), 'utf8')));
    assert.deepEqual(
      found.filter((path) => !known.includes(path)),
      [],
    );
  });
