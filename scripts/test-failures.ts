/** The failed tests of the three runners, by name and reason: told together at the end, where a log is read first. */

export interface Failure {
  readonly name: string;
  readonly reason: string;
}

/** The lists below "failing tests" of node's spec reporter: one test per «✖», its reason indented. */
export const failuresOfNode = (output: string): Failure[] => {
  const [, list = ''] = output.split(/^✖ failing tests:$/m);
  return list
    .split(/^✖ /m)
    .slice(1)
    .map((block) => {
      const [name = '', ...lines] = block.split('\n');
      return { name, reason: lines.join('\n').trim() };
    });
};

interface JestReport {
  readonly testResults?: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Each failed test of a jest report; a file that did not even load is one failure. */
export const failuresOfJest = ({ testResults = [] }: JestReport): Failure[] =>
  testResults.flatMap(({ name, message, assertionResults }) => {
    const file = name.replace(/^.*\//, '');
    if (assertionResults.length === 0 && message !== '') return [{ name: file, reason: message }];
    return assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => ({
        name: `${file} › ${fullName}`,
        reason: failureMessages.join('\n'),
      }));
  });

interface Suite {
  readonly file?: string;
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly file: string;
    readonly line: number;
    readonly tests: readonly {
      readonly status: string;
      readonly results: readonly { readonly errors?: readonly { readonly message?: string }[] }[];
    }[];
  }[];
}

/** Each spec of a Playwright report that did not go as expected, flaky ones among them. */
export const failuresOfPlaywright = ({ suites = [], specs = [] }: Suite): Failure[] => [
  ...specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => ({
        name: `${file}:${line} › ${title}`,
        reason: results
          .flatMap(({ errors = [] }) => errors.map(({ message = '' }) => message))
          .join('\n'),
      })),
  ),
  ...suites.flatMap(failuresOfPlaywright),
];

const lines = 14;
const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

export const tellFailures = (failures: readonly Failure[]): string =>
  failures
    .map(({ name, reason }) =>
      [
        `✖ ${name}`,
        ...reason
          .replace(colours, '')
          .split('\n')
          .filter((line) => line.trim() !== '')
          .slice(0, lines)
          .map((line) => `    ${line.trimEnd()}`),
      ].join('\n'),
    )
    .join('\n\n');
