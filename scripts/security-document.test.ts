import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const document = read('docs/security.md');

/** Requirements of ASVS 5.0, levels 1 and 2: for each section the numbers within it. */
const requirements: Readonly<Record<string, string>> = {
  '1.1': '1 2',
  '1.2': '1 2 3 4 5 6 7 8 9',
  '1.3': '1 2 3 4 5 6 7 8 9 10 11',
  '1.4': '1 2 3',
  '1.5': '1 2',
  '2.1': '1 2 3',
  '2.2': '1 2 3',
  '2.3': '1 2 3 4',
  '2.4': '1',
  '3.2': '1 2',
  '3.3': '1 2 3 4',
  '3.4': '1 2 3 4 5 6',
  '3.5': '1 2 3 4 5',
  '3.7': '1 2',
  '4.1': '1 2 3',
  '4.2': '1',
  '4.3': '1 2',
  '4.4': '1 2 3 4',
  '5.1': '1',
  '5.2': '1 2 3',
  '5.3': '1 2',
  '5.4': '1 2 3',
  '6.1': '1 2 3',
  '6.2': '1 2 3 4 5 6 7 8 9 10 11 12',
  '6.3': '1 2 3 4',
  '6.4': '1 2 3 4',
  '6.5': '1 2 3 4 5',
  '6.6': '1 2 3',
  '6.8': '1 2 3 4',
  '7.1': '1 2 3',
  '7.2': '1 2 3 4',
  '7.3': '1 2',
  '7.4': '1 2 3 4 5',
  '7.5': '1 2',
  '7.6': '1 2',
  '8.1': '1 2',
  '8.2': '1 2 3',
  '8.3': '1',
  '8.4': '1',
  '9.1': '1 2 3',
  '9.2': '1 2 3 4',
  '10.1': '1 2',
  '10.2': '1 2',
  '10.3': '1 2 3 4',
  '10.4': '1 2 3 4 5 6 7 8 9 10 11',
  '10.5': '1 2 3 4 5',
  '10.6': '1 2',
  '10.7': '1 2 3',
  '11.1': '1 2',
  '11.2': '1 2 3',
  '11.3': '1 2 3',
  '11.4': '1 2 3 4',
  '11.5': '1',
  '11.6': '1',
  '12.1': '1 2 3',
  '12.2': '1 2',
  '12.3': '1 2 3 4',
  '13.1': '1',
  '13.2': '1 2 3 4 5',
  '13.3': '1 2',
  '13.4': '1 2 3 4 5',
  '14.1': '1 2',
  '14.2': '1 2 3 4',
  '14.3': '1 2 3',
  '15.1': '1 2 3',
  '15.2': '1 2 3',
  '15.3': '1 2 3 4 5 6 7',
  '16.1': '1',
  '16.2': '1 2 3 4 5',
  '16.3': '1 2 3 4',
  '16.4': '1 2 3',
  '16.5': '1 2 3',
  '17.1': '1',
  '17.2': '1 2 3 4',
  '17.3': '1 2',
};
const all = Object.entries(requirements).flatMap(([section, numbers]) =>
  numbers.split(' ').map((number) => `${section}.${number}`),
);

const rows = [...document.matchAll(/^\| (\d+\.\d+\.\d+) +\|(.*)\|$/gm)].map(
  ([, id = '', rest = '']) => {
    const [about = '', state = '', how = '', tests = ''] = rest
      .split('|')
      .map((cell) => cell.trim());
    return { id, about, state, how, tests };
  },
);

const files = new Map<string, string>();
for (const path of globSync(
  ['{config,database,plugins,scripts,portal,cms,tests}/**/*.{test,spec}.ts'],
  { cwd: root, exclude: (name) => name === 'node_modules' },
))
  files.set(basename(path), path);

test('each requirement of levels 1 and 2 stands in the document once', () => {
  assert.equal(all.length, 253);
  assert.deepEqual(rows.map(({ id }) => id).sort(), [...all].sort());
});

test('each line says what it is about in few words, and where it stands', () => {
  for (const { id, about, state, how } of rows) {
    assert.match(state, /^(done|part|gap|not applicable)$/, id);
    assert.ok(about.split(/\s+/).length <= 8, id);
    assert.notEqual(how, '', id);
  }
});

test('whatever is done names a test', () => {
  for (const { id, tests } of rows.filter(({ state }) => state === 'done'))
    assert.match(tests, / › /, id);
});

test('each named test exists', () => {
  const named = [...document.matchAll(/`([\w-]+\.(?:test|spec)\.ts)`(?: › ([^|;)]+))?/g)];
  assert.ok(named.length > 150, String(named.length));
  for (const [, file = '', words = ''] of named) {
    const path = files.get(file);
    assert.ok(path, `there is no ${file}`);
    const title = words.trim().replace(/\s+/g, ' ');
    assert.ok(read(path).includes(title), `${file} has no “${title}”`);
  }
});

test('each named file exists', () => {
  for (const [, path = ''] of document.matchAll(/`([\w-]+\/[\w./-]+\.(?:ts|md|sql))`/g))
    assert.ok(globSync([path, `plugins/*/server/src/${path}`], { cwd: root }).length > 0, path);
});

test('the inventories are written', () => {
  for (const name of [
    'Classes of data',
    'Keys',
    'Connections',
    'Files',
    'Logs',
    'Heavy work',
    'Updates',
  ])
    assert.match(document, new RegExp(`^### ${name}\n\n\\S`, 'm'));
});
