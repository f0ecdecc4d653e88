import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { patientToken, staffToken, staffTokenAt } from '../../tests/support/people.ts';
import { addRecords, recordOf } from '../../tests/support/records.ts';
import { routesOf } from '../../tests/support/routes.ts';
import { idOf, signIn } from '../../tests/support/schedule.ts';
import { openTwoPlaces, people, west } from '../../tests/support/two-places.ts';

/** The columns of the table, in its order. */
const actors = {
  super: 'strapi-super-admin',
  admin: 'clinic-admin',
  manager: 'location-admin',
  dentist: 'dentist',
  assistant: 'assistant',
  desk: 'front-desk',
  patient: null,
  visitor: null,
} as const;
type Actor = keyof typeof actors;
const names = Object.keys(actors) as Actor[];
/** They work at one location, and the foreign records are of another. */
const bound: readonly string[] = ['manager', 'dentist', 'assistant', 'desk'];

interface Row {
  readonly route: string;
  readonly letIn: ReadonlySet<string>;
  /** What the route's first parameter names, when it is a patient's. */
  readonly record: string | null;
}

const file = join(import.meta.dirname, 'access-matrix.md');
const table = (): Row[] =>
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
        record: cells[names.length] || null,
      };
    });

/** What the table does not hold. */
const aside = [
  // They end what the caller may do: staff-lock and access-sessions tell of them.
  / \/(access\/lock(\/.*)?|admin\/logout)$|^DELETE \/admin\/users\/me\/sessions$/,
  // Pages and pictures for everybody.
  /^GET \/(\(.*|admin.*\*.*|uploads.*)?$/,
  /^[\w-]+ \/_health$/,
  // They speak no HTTP, and only to a token for transfers, of which only a super admin makes one.
  /^GET \/admin\/transfer\/runner\/(push|pull)$/,
];
/** By path, then method; what ends the caller's session comes last. */
const byPath = (one: string, other: string): number => {
  const key = (route: string) => {
    const [method = '', path = ''] = route.split(' ');
    return `${/logout/.test(path) ? 2 : /\/sessions/.test(path) ? 1 : 0}${path} ${method}`;
  };
  return key(one) < key(other) ? -1 : 1;
};

const head = `# Who may call what

Every route of the running router. ✓: the route lets them in and judges what they ask; else it
answers 401 or 403. An expired token is a visitor's. Manager, dentist, assistant and desk work at one location. Where a route
names a patient's record, the last column says which: one of another location, or another patient's, is answered like one
that does not exist. \`access-matrix.test.ts\` tries it all; a route without a row fails it. \`WRITE_MATRIX=1\` writes the ticks as they
are: read the difference before you keep it.
`;

const tableOf = (
  routes: readonly string[],
  found: ReadonlyMap<string, readonly string[]>,
  recordOfRoute: (route: string) => string,
): string => {
  const records = routes.map(recordOfRoute);
  const widest = (cells: readonly string[]) => Math.max(...cells.map(({ length }) => length));
  const [routeWidth, recordWidth] = [widest(routes), widest([...records, 'Record'])];
  const line = (route: string, cells: readonly string[], record: string) =>
    `| ${[route.padEnd(routeWidth), ...cells, record.padEnd(recordWidth)].join(' | ')} |`;
  const centred = (cell: string, { length }: string) =>
    cell.padStart(Math.floor((length + cell.length) / 2)).padEnd(length);
  const ticks = (route: string) =>
    names.map((name) => centred(found.get(route)?.includes(name) ? '✓' : '', name));
  return [
    head,
    line('Route', names, 'Record'),
    line(
      '-'.repeat(routeWidth),
      names.map(({ length }) => `:${'-'.repeat(length - 2)}:`),
      '-'.repeat(recordWidth),
    ),
    ...routes.map((route, n) => line(route, ticks(route), records[n] ?? '')),
    '',
  ].join('\n');
};

const idFor = (record: string, who: string): string =>
  record === 'patient'
    ? idOf(who)
    : record === 'appointment'
      ? idOf(`${who} at ${who === people.west ? 'West' : 'East'}`)
      : recordOf(record, who);

describe('every route of the router and everybody who may call it', () => {
  let clinic: Clinic;
  let routes: string[];
  const tokens: Record<string, string | undefined> = {};
  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: '2027-03-29T06:30:00Z' } });
    await openTwoPlaces(clinic, '2027-03-29');
    for (const [name, location] of [
      [people.west, 'West'],
      [people.east, 'East'],
    ] as const)
      await addRecords(clinic.db, name, { type: `${location} look`, location });
    routes = (await routesOf(clinic))
      .filter((route) => !aside.some((one) => one.test(route)))
      .sort(byPath);
    for (const name of names) {
      const role = actors[name];
      if (role)
        tokens[name] = await (bound.includes(name)
          ? staffTokenAt(clinic, role, west)
          : staffToken(clinic, role));
    }
    tokens.stranger = await patientToken(clinic, 'stranger@stories.test');
    tokens.expired = await staffTokenAt(clinic, 'dentist');
    await clinic.db.query(
      `delete from access_sessions s using admin_users u where u.id::text = s.user_id and s.origin = 'admin'
         and u.email = 'dentist-of-nowhere@enamel.test'`,
    );
  });
  // One of the routes signs out.
  beforeEach(async () => {
    tokens.patient = await signIn(clinic.url, people.west);
  });
  afterAll(() => clinic.close());

  const call = (route: string, token: string | undefined, id: string) => {
    const [method = '', path = ''] = route.split(' ');
    const address = path
      .replace(
        /^(\/(?:content-manager|i18n)\/.*?)(:model|:uid|:contentType)\b/,
        '$1api%3A%3Apatient.patient',
      )
      .replace(/[:*]\w+|\(\.\*\)/, id)
      .replaceAll(/[:*]\w+|\(\.\*\)/g, 'following');
    const sent = request(clinic.url)[method.toLowerCase() as 'get'](address).redirects(0);
    if (token) sent.set('Authorization', `Bearer ${token}`);
    return method === 'GET'
      ? sent
      : sent.send(/^\/api\/[\w-]+\/:id$/.test(path) ? { data: {} } : {});
  };
  /** Files and folders of the media library have numbers. */
  const nobodys = (route: string) => (/ \/upload\//.test(route) ? '999999999' : 'nothing');
  const unanswered = () => ({ status: 599 });
  const refused = (status: number) => status === 401 || status === 403;

  test('has a row in the table, and no row is without its route', () => {
    if (process.env.WRITE_MATRIX) return;
    const rows = table().map(({ route }) => route);
    expect(routes.filter((route) => !rows.includes(route))).toEqual([]);
    expect(rows.filter((route) => !routes.includes(route))).toEqual([]);
  });

  test('is let in or refused as the table says', async () => {
    const rows = new Map(table().map((row) => [row.route, row]));
    const found = new Map<string, string[]>();
    const wrong: string[] = [];
    for (const route of routes) {
      const row = rows.get(route);
      const answers = await Promise.all(
        [...names, 'expired'].map(async (name) => {
          const { status } = await call(route, tokens[name], nobodys(route)).catch(unanswered);
          return { name, status };
        }),
      );
      for (const { name, status } of answers) {
        const expected = row?.letIn.has(name === 'expired' ? 'visitor' : name) ?? false;
        const as = !refused(status);
        // An open route may refuse a token that is no good any more.
        const right = as === expected || (name === 'expired' && !as);
        if (status >= 500 || (!process.env.WRITE_MATRIX && !right))
          wrong.push(`${name} ${route} ${status}`);
      }
      found.set(
        route,
        answers.filter(({ status }) => !refused(status)).map(({ name }) => name),
      );
    }
    if (process.env.WRITE_MATRIX)
      writeFileSync(
        file,
        tableOf(routes, found, (route) => rows.get(route)?.record ?? ''),
      );
    expect(wrong).toEqual([]);
  });

  test('tells no more of a foreign record than of one that does not exist', async () => {
    const wrong: string[] = [];
    for (const { route, letIn, record } of table()) {
      if (!record) continue;
      const foreign = idFor(record, people.east);
      const who = [...bound, 'patient', 'stranger'].filter((name) =>
        letIn.has(name === 'stranger' ? 'patient' : name),
      );
      for (const name of who) {
        const asked = await call(route, tokens[name], foreign);
        const unknown = await call(route, tokens[name], 'nothing');
        const told = (answer: typeof asked) =>
          JSON.stringify([answer.status, answer.body, answer.text]).replaceAll(
            /"requestId":"[^"]*"/g,
            '',
          );
        if (told(asked) !== told(unknown)) wrong.push(`${name} ${route} ${asked.status}`);
      }
    }
    expect(wrong).toEqual([]);
    const { rows } = await clinic.db.query(
      `select distinct e.action, e.actor_name from audit_entries e
       join admin_users u on u.id::text = e.actor_id and e.actor_kind = 'staff' and u.email like $2
       where $1 = any (e.patients)`,
      [idOf(people.east), `%-of-${west}@%`],
    );
    expect(rows).toEqual([]);
  });

  test('lets the own record be reached by those who are let in', async () => {
    const wrong: string[] = [];
    const order = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
    const rows = table()
      .filter(({ record }) => record)
      .sort(
        (a, b) =>
          order.indexOf(a.route.split(' ')[0] ?? '') - order.indexOf(b.route.split(' ')[0] ?? ''),
      );
    for (const { route, letIn, record } of rows)
      for (const name of letIn) {
        const { status } = await call(route, tokens[name], idFor(record ?? '', people.west));
        const gone = route.startsWith('DELETE');
        if (
          refused(status) ||
          status >= 500 ||
          (status === 404 && route.startsWith('GET') && !gone)
        )
          wrong.push(`${name} ${route} ${status}`);
      }
    expect(wrong).toEqual([]);
  });
});
