import { type Clinic, openClinic, type Server } from '../../tests/support/clinic.ts';
import { staffToken, staffTokenAt } from '../../tests/support/people.ts';
import { idOf } from '../../tests/support/schedule.ts';
import { openWire, type Wire } from '../../tests/support/statements.ts';
import { openTwoPlaces, people, west } from '../../tests/support/two-places.ts';

describe('what the scope of staff asks of the database', () => {
  let clinic: Clinic;
  let wire: Wire;
  let server: Server;
  let free: string;
  let bound: string;
  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: '2027-03-29T06:30:00Z' } });
    await openTwoPlaces(clinic, '2027-03-29');
    free = await staffToken(clinic, 'front-desk');
    bound = await staffTokenAt(clinic, 'front-desk', west);
    wire = await openWire(clinic.databaseUrl);
    server = await clinic.startCms({ DATABASE_URL: wire.url });
  });
  afterAll(async () => {
    await clinic.close();
    await wire.close();
  });

  /** The fewest of some calls: ticks of other rooms may fall into one of them. */
  const fewest = async (ask: () => Promise<Response>, status: number): Promise<number> => {
    const counts: number[] = [];
    for (let turn = 0; turn < 5; turn++) {
      wire.take();
      const answer = await ask();
      await answer.arrayBuffer();
      expect(answer.status).toBe(status);
      counts.push(wire.take());
    }
    return Math.min(...counts);
  };
  const asking = (path: string, token: string): Promise<number> =>
    fewest(
      () => fetch(`${server.url}${path}`, { headers: { authorization: `Bearer ${token}` } }),
      200,
    );

  test.each([
    `/scheduling/calendar?days=7&location=${west}`,
    '/scheduling/calendar',
    `/scheduling/month?from=2027-03-01&location=${west}`,
    '/scheduling/waiting-room',
    '/scheduling/patients?q=storyteller maria',
    '/scheduling/visits?search=storyteller maria',
    '/access/patients?q=storyteller maria&pageSize=100',
    '/billing/invoices?search=maria popa',
  ])('is in the statements that are there anyway: %s', async (path) => {
    expect(await asking(path, bound)).toBe(await asking(path, free));
  });

  test.each([`/access/patients/${idOf(people.west)}`, '/access/patients?q=storyteller'])(
    'is one statement for all that a request names: %s',
    async (path) => {
      expect(await asking(path, bound)).toBe((await asking(path, free)) + 1);
    },
  );

  test.each([
    'PUT /admin/users/1',
    'POST /admin/users/batch-delete',
    'PUT /admin/roles/1/permissions',
  ])('is nothing at all for a stranger who would change rights: %s', async (route) => {
    const [method = '', path] = route.split(' ');
    const headers = { 'content-type': 'application/json', authorization: 'Bearer e30.e30.x' };
    const body = JSON.stringify({ ids: [1, 2, 3] });
    const bare = { method, body, headers: { 'content-type': 'application/json' } };
    expect(await fewest(() => fetch(`${server.url}${path}`, bare), 401)).toBe(0);
    // Whether a program has this token is asked once by us, and by each of Strapi's strategies.
    const made = await fewest(() => fetch(`${server.url}${path}`, { ...bare, headers }), 401);
    expect(made).toBeLessThanOrEqual(3);
  });

  test('grows with no row of a list of the REST API', async () => {
    const list = (size: number, token: string) =>
      asking(`/api/patients?pagination[pageSize]=${size}&sort=lastName:asc`, token);
    const [few, many] = [await list(2, bound), await list(50, bound)];
    expect(many).toBe(few);
    expect(few).toBeLessThanOrEqual((await list(2, free)) + 1);
  });
});
