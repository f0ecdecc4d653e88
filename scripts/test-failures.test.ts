import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  failuresOfJest,
  failuresOfNode,
  failuresOfPlaywright,
  tellFailures,
} from './test-failures.ts';

test("node's failing tests are read from the end of its output", () => {
  const output = [
    '✔ one thing holds (1ms)',
    '✖ another does not (2ms)',
    'ℹ fail 1',
    '',
    '✖ failing tests:',
    '',
    'test at plugins/a.test.ts:3:1',
    '✖ another does not (2ms)',
    '  AssertionError: 1 !== 2',
    '      at file',
  ].join('\n');
  assert.deepEqual(failuresOfNode(output), [
    { name: 'another does not (2ms)', reason: 'AssertionError: 1 !== 2\n      at file' },
  ]);
  assert.deepEqual(failuresOfNode('✔ all is well'), []);
});

test('jest names its failed tests, and a file that does not load', () => {
  const failures = failuresOfJest({
    testResults: [
      {
        name: '/clone/cms/tests/house.test.ts',
        message: 'x',
        assertionResults: [
          { status: 'passed', fullName: 'a door opens', failureMessages: [] },
          { status: 'failed', fullName: 'a door shuts', failureMessages: ['it stood open'] },
        ],
      },
      { name: '/clone/cms/tests/roof.test.ts', message: 'Cannot find', assertionResults: [] },
    ],
  });
  assert.deepEqual(failures, [
    { name: 'house.test.ts › a door shuts', reason: 'it stood open' },
    { name: 'roof.test.ts', reason: 'Cannot find' },
  ]);
});

test('Playwright names unexpected and flaky specs of every nested suite', () => {
  const spec = (title: string, status: string) => ({
    title,
    file: 'desk.spec.ts',
    line: 7,
    tests: [{ status, results: [{ errors: [{ message: `${title}: no` }] }] }],
  });
  const failures = failuresOfPlaywright({
    suites: [{ specs: [spec('drags', 'expected'), spec('drops', 'unexpected')] }],
    specs: [spec('undoes', 'flaky')],
  });
  assert.deepEqual(
    failures.map(({ name }) => name),
    ['desk.spec.ts:7 › undoes', 'desk.spec.ts:7 › drops'],
  );
});

test('what is told has no colours and stays short', () => {
  const reason = `\u001b[31mred\u001b[0m\n${Array.from({ length: 40 }, (_, index) => `line ${index}`).join('\n')}`;
  const told = tellFailures([{ name: 'a', reason }]);
  assert.match(told, /^✖ a\n {4}red\n/);
  assert.equal(told.split('\n').length, 15);
});
