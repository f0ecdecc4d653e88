/** What is asked of each route that reads or writes what is a patient's, and of whose records. */
import request from 'supertest';
import { type Ask, asks, type Whom } from './access-matrix-bodies.ts';
import { type Row, table } from './access-matrix-table.ts';
import { picture } from './files.ts';

const nouns = [
  'patient',
  'appointment',
  'treatment',
  'tooth-finding',
  'questionnaire-response',
  'invoice',
  'payment',
  'wait-list-entry',
];

/** Answers the id of somebody's record of a noun. */
export type Ids = (noun: string) => string;

interface Case {
  readonly row: Row;
  readonly reads: boolean;
  /** Of routes for any noun. */
  readonly noun: string;
  readonly letIn: ReadonlySet<string>;
  /** Nouns of which it takes a record: of the person it is about, and of a second one. */
  readonly of: ReadonlySet<string>;
  readonly other: ReadonlySet<string>;
  readonly harmless: boolean;
}

export const freeTime = '2027-03-29T11:00:00Z';

/** Who asks, of whose records, and a free time. */
interface Asker {
  readonly who: string;
  readonly of: Ids;
  readonly other: Ids;
  at(): string;
}

const askOf = (route: string, noun: string, { who, of, other, at }: Asker): Ask => {
  const whom: Whom = {
    of,
    other,
    noun,
    who,
    get free() {
      return at();
    },
  };
  return asks[route]?.(whom) ?? {};
};

const rows = table();
/** The generated route that the matrix of roles judges alike. */
const twin = (route: string, noun: string): string => {
  const [method = '', path = ''] = route.split(' ');
  const verb = /bulkDelete/.test(path)
    ? 'DELETE'
    : /(discard|publish)$/.test(path)
      ? 'PUT'
      : /actions|relations/.test(path)
        ? 'GET'
        : method;
  return `${verb} /api/${noun.replace(/y$/, 'ie')}s${verb === 'POST' ? '' : '/:id'}`;
};

const caseOf = (row: Row, noun: string, letIn: ReadonlySet<string>): Case => {
  const taken = {
    of: new Set(row.records.map((each) => (each === 'each noun' ? noun : each))),
    other: new Set<string>(),
  };
  const note = (which: 'of' | 'other') => (each: string) => {
    taken[which].add(each);
    return each;
  };
  const asker = { who: '', of: note('of'), other: note('other'), at: () => freeTime };
  const { harmless = false } = askOf(row.route, noun, asker);
  return { row, reads: row.route.startsWith('GET'), noun, letIn, ...taken, harmless };
};

/** What somebody's own record is answered with on purpose, when it is no success. */
export const codeFor = ({ row, noun }: Case, who: string): number | undefined => {
  const same = (each: string) => each;
  return askOf(row.route, noun, { who, of: same, other: same, at: () => freeTime }).code;
};

export const cases: readonly Case[] = rows
  .filter(({ route, records }) => records.length > 0 || asks[route])
  .flatMap((row) => {
    if (!row.route.includes(':model')) return [caseOf(row, '', row.letIn)];
    return nouns.map((noun) => {
      const may = rows.find(({ route }) => route === twin(row.route, noun))?.letIn ?? new Set();
      return caseOf(row, noun, new Set([...row.letIn].filter((name) => may.has(name))));
    });
  });

export const call = (
  url: string,
  { row: { route, records }, noun }: Case,
  token: string | undefined,
  asker: Asker,
) => {
  const [method = '', path = ''] = route.split(' ');
  const { query = {}, body = {}, file } = askOf(route, noun, asker);
  const named = [...records];
  const address = path
    .replace(':model', `api%3A%3A${noun}.${noun}`)
    .replace(':scope', 'following')
    .replace(':targetField', noun === 'patient' ? 'location' : 'patient')
    .replaceAll(/:\w+/g, (part) => {
      const each = named.shift();
      return each ? asker.of(each === 'each noun' ? noun : each) : part;
    });
  const sent = request(url)[method.toLowerCase() as 'get'](address).query(query);
  if (token) sent.set('Authorization', `Bearer ${token}`);
  if (file) return sent.field(body as Record<string, string>).attach('file', picture, 'X.png');
  return method === 'GET' ? sent : sent.send(body);
};

/** All that an answer tells. */
export const told = ({ status, body, text }: request.Response): string =>
  JSON.stringify([status, body, text]).replaceAll(/\\?"requestId\\?":\\?"[^"]*"/g, '');
