import request from 'supertest';
import { names, openMatrix, type Tokens } from '../../tests/support/access-matrix-actors.ts';
import { asks, namesNobody } from '../../tests/support/access-matrix-bodies.ts';
import { table, writeTable } from '../../tests/support/access-matrix-table.ts';
import type { Clinic } from '../../tests/support/clinic.ts';
import { routesOf } from '../../tests/support/routes.ts';
import { signIn } from '../../tests/support/schedule.ts';
import { people } from '../../tests/support/two-places.ts';

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

/** Tokens that are no good any more, of staff everywhere and of patients where patients are let in at all. */
const old = (route: string) =>
  ['expired', 'revoked'].flatMap((how) => [
    `${how} staff`,
    ...(/ \/api\//.test(route) ? [`${how} patient`] : []),
  ]);

describe('every route of the router and everybody who may call it', () => {
  let clinic: Clinic;
  let routes: string[];
  let tokens: Tokens;
  beforeAll(async () => {
    ({ clinic, tokens } = await openMatrix());
    routes = (await routesOf(clinic))
      .filter((route) => !aside.some((one) => one.test(route)))
      .sort(byPath);
  });
  // One of the routes signs out.
  beforeEach(async () => {
    tokens.patient = await signIn(clinic.url, people.west);
  });
  afterAll(() => clinic.close());

  /** With no words at all, of a record that nobody has. Files and folders of the media library have numbers. */
  const call = (route: string, token: string | undefined) => {
    const [method = '', path = ''] = route.split(' ');
    const address = path
      .replace(
        /^(\/(?:content-manager|i18n)\/.*?)(:model|:uid|:contentType)\b/,
        '$1api%3A%3Apatient.patient',
      )
      .replace(/[:*]\w+|\(\.\*\)/, / \/upload\//.test(route) ? '999999999' : 'nothing')
      .replaceAll(/[:*]\w+|\(\.\*\)/g, 'following');
    const sent = request(clinic.url)[method.toLowerCase() as 'get'](address).redirects(0);
    if (token) sent.set('Authorization', `Bearer ${token}`);
    return method === 'GET'
      ? sent
      : sent.send(/^\/api\/[\w-]+\/:id$/.test(path) ? { data: {} } : {});
  };
  const unanswered = () => ({ status: 599 });
  const refused = (status: number) => status === 401 || status === 403;

  test('has a row in the table, and no row is without its route', () => {
    if (process.env.WRITE_MATRIX) return;
    const rows = table().map(({ route }) => route);
    expect(routes.filter((route) => !rows.includes(route))).toEqual([]);
    expect(rows.filter((route) => !routes.includes(route))).toEqual([]);
  });

  test('has a sound request when it writes, unless it names nobody', () => {
    const silent = table().filter(({ route, letIn, records }) => {
      const open = [...letIn].some((name) => name !== 'super');
      const writes =
        !route.startsWith('GET') && open && !namesNobody.some((one) => one.test(route));
      return (writes || (records.length > 0 && !route.startsWith('GET'))) && !asks[route];
    });
    expect(silent.map(({ route }) => route)).toEqual([]);
    expect(Object.keys(asks).filter((route) => !routes.includes(route))).toEqual([]);
  });

  test('is let in or refused as the table says', async () => {
    const rows = new Map(table().map((row) => [row.route, row]));
    const found = new Map<string, string[]>();
    const wrong: string[] = [];
    for (const route of routes) {
      const row = rows.get(route);
      const answers = await Promise.all(
        [...names, ...old(route)].map(async (name) => {
          const { status } = await call(route, tokens[name]).catch(unanswered);
          return { name, status };
        }),
      );
      for (const { name, status } of answers) {
        const isOld = name.includes(' ');
        const expected = row?.letIn.has(isOld ? 'visitor' : name) ?? false;
        const as = !refused(status);
        // An open route may refuse a token that is no good any more.
        const right = as === expected || (isOld && !as);
        if (status >= 500 || (!process.env.WRITE_MATRIX && !right))
          wrong.push(`${name} ${route} ${status}`);
      }
      found.set(
        route,
        answers.filter(({ status }) => !refused(status)).map(({ name }) => name),
      );
    }
    if (process.env.WRITE_MATRIX) writeTable(routes, found);
    expect(wrong).toEqual([]);
  });
});
