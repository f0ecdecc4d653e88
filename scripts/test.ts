/**
 * `npm test`: everything, or one part: `npm test -- check|unit|api|browser [pattern]`.
 * Ends with the line `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inheritedVariables } from '@enamel/config';
import { checks } from './check.ts';
import {
  type Failure,
  failuresOfJest,
  failuresOfNode,
  failuresOfPlaywright,
  tellFailures,
} from './test-failures.ts';
import { withTestServer } from './test-server.ts';

const root = join(import.meta.dirname, '..');
const [part = 'all', pattern] = process.argv.slice(2);
const wants = (name: string) => part === 'all' || part === name;
const total = { passed: 0, failed: 0 };
const failures: Failure[] = [];
const results = join(root, 'coverage');
const traces = join(results, 'v8');

const count = (name: string, passed: number, failed: number) => {
  total.passed += passed;
  total.failed += failed;
  console.log(`\n— ${name}: ${passed} passed, ${failed} failed\n`);
};

const run = (
  tool: string,
  args: string[],
  variables: Record<string, string>,
): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    const script = tool === 'node' ? [] : [join(root, 'node_modules', tool)];
    const child = spawn(process.execPath, [...script, ...args], {
      cwd: root,
      env: { ...inheritedVariables(), ...variables },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.on('exit', (code) => resolve({ code: code ?? 1, output }));
  });

/** What could not run here is no success: it is named, and counts as neither. */
const tellSkipped = (name: string, skipped: number) => {
  if (skipped > 0) console.log(`\n!! ${name}: ${skipped} SKIPPED, see the reasons above\n`);
};

/** A runner that ends badly without naming a failed test has itself failed. */
const settle = (name: string, code: number, passed: number, failed: number) =>
  count(name, passed, failed === 0 && (code !== 0 || passed === 0) ? 1 : failed);

const unit = async () => {
  const files = pattern
    ? [`{config,database,plugins,scripts,portal,tests/oracle}/**/*${pattern}*.test.ts`]
    : ['{config,database,plugins,scripts,portal,tests/oracle}/**/*.test.ts'];
  const { code, output } = await run('node', ['--test', '--test-reporter=spec', ...files], {
    TZ: 'UTC',
    NODE_V8_COVERAGE: traces,
  });
  const figure = (word: string) =>
    Number(new RegExp(`^ℹ ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  tellSkipped('unit', figure('skipped'));
  failures.push(...failuresOfNode(output));
  settle('unit', code, figure('pass'), figure('fail') + figure('cancelled'));
};

const api = async (variables: Record<string, string>) => {
  const report = join(results, 'api.json');
  const { code } = await run(
    'jest/bin/jest.js',
    [
      '--config',
      'tests/jest.config.cjs',
      '--json',
      '--outputFile',
      report,
      ...(pattern ? [`tests/(api/)?[^/]*${pattern}[^/]*$`] : []),
    ],
    variables,
  );
  const told = JSON.parse(readFileSync(report, 'utf8'));
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numFailedTestSuites = 0,
    numPendingTests = 0,
  } = told;
  failures.push(...failuresOfJest(told));
  tellSkipped('api', numPendingTests);
  settle('api', code, numPassedTests, Math.max(numFailedTests, numFailedTestSuites));
};

const browser = async (variables: Record<string, string>) => {
  const report = join(results, 'browser.json');
  const { code } = await run(
    '@playwright/test/cli.js',
    [
      'test',
      '--config',
      'tests/playwright.config.ts',
      ...(pattern ? [`tests/browser/.*${pattern}`] : []),
    ],
    { ...variables, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  );
  const told = JSON.parse(readFileSync(report, 'utf8'));
  const { stats, errors } = told;
  failures.push(...failuresOfPlaywright(told));
  tellSkipped('browser', stats.skipped);
  settle('browser', code, stats.expected, stats.unexpected + stats.flaky + errors.length);
};

const coverage = async () => {
  const floors = [
    '--check-coverage',
    '--lines',
    '80',
    '--functions',
    '0',
    '--branches',
    '0',
    '--statements',
    '0',
  ];
  const included = ['domain', 'store', 'services'].flatMap((floor) => [
    '--include',
    `plugins/*/server/src/${floor}/**/*.ts`,
  ]);
  const { code } = await run(
    'c8/bin/c8.js',
    [
      'report',
      '--temp-directory',
      traces,
      '--reporter',
      'text',
      '--reporter',
      'json-summary',
      '--reports-dir',
      join(results, 'report'),
      '--all',
      '--exclude',
      '**/*.test.ts',
      ...included,
      ...floors,
    ],
    {},
  );
  count(
    'coverage of domain, store and services at 80 % of lines',
    code === 0 ? 1 : 0,
    code === 0 ? 0 : 1,
  );
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
rmSync(results, { recursive: true, force: true });
mkdirSync(traces, { recursive: true });
try {
  if (wants('check'))
    for (const { name, passed } of await checks()) count(name, passed ? 1 : 0, passed ? 0 : 1);
  if (wants('unit')) await unit();
  if (wants('api') || wants('browser'))
    await withTestServer(
      async (variables) => {
        if (wants('api')) await api(variables);
        if (wants('browser')) await browser(variables);
      },
      { coverage: part === 'all' ? traces : '' },
    );
  if (part === 'all') await coverage();
} catch (error) {
  console.error(error);
  total.failed += 1;
}
if (failures.length > 0) console.log(`\n${tellFailures(failures)}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
