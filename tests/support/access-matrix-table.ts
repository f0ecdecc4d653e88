/** The table of routes and roles, as people read it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { names } from './access-matrix-actors.ts';

export interface Row {
  readonly route: string;
  readonly letIn: ReadonlySet<string>;
  /** What the route's parameters name that is a patient's, in their order. */
  readonly records: readonly string[];
}

const file = join(import.meta.dirname, '../../cms/tests/access-matrix.md');

export const table = (): Row[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /^\| (GET|POST|PUT|PATCH|DELETE) /.test(line))
    .map((line) => {
      const [route = '', ...cells] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      return {
        route,
        letIn: new Set(names.filter((_, n) => cells[n] === '✓')),
        records: (cells[names.length] ?? '').split(', ').filter(Boolean),
      };
    });

const head = `# Who may call what

Every route of the running router. ✓: the route lets them in and judges what they ask; else it answers 401 or 403. A token that
expired or was revoked is a visitor's. Manager, dentist, assistant and desk work at one location; own is a dentist who sees the patients
whom they treat and nobody else, key an API token of a dentist. Where parameters of a route name what is a patient's, the last
column says what: that of a patient of another location, or of another patient, is answered like one that does not exist
("each noun": every noun of patients). \`access-matrix.test.ts\` tries it all, and \`access-matrix-records.test.ts\` with a sound
request for every route that reads or writes what is a patient's; a route without a row fails them. \`WRITE_MATRIX=1\` writes the
ticks as they are: read the difference before you keep it.
`;

/** Writes the ticks as they were found; the records stay. */
export const writeTable = (
  routes: readonly string[],
  found: ReadonlyMap<string, readonly string[]>,
): void => {
  const known = new Map(table().map(({ route, records }) => [route, records.join(', ')]));
  const records = routes.map((route) => known.get(route) ?? '');
  const widest = (cells: readonly string[]) => Math.max(...cells.map(({ length }) => length));
  const [routeWidth, recordWidth] = [widest(routes), widest([...records, 'Record'])];
  const line = (route: string, cells: readonly string[], record: string) =>
    `| ${[route.padEnd(routeWidth), ...cells, record.padEnd(recordWidth)].join(' | ')} |`;
  const centred = (cell: string, { length }: string) =>
    cell.padStart(Math.floor((length + cell.length) / 2)).padEnd(length);
  const ticks = (route: string) =>
    names.map((name) => centred(found.get(route)?.includes(name) ? '✓' : '', name));
  writeFileSync(
    file,
    [
      head,
      line('Route', names, 'Record'),
      line(
        '-'.repeat(routeWidth),
        names.map(({ length }) => `:${'-'.repeat(length - 2)}:`),
        '-'.repeat(recordWidth),
      ),
      ...routes.map((route, n) => line(route, ticks(route), records[n] ?? '')),
      '',
    ].join('\n'),
  );
};
