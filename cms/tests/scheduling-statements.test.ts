import { type Clinic, openClinic, type Server } from '../../tests/support/clinic.ts';
import { staffToken } from '../../tests/support/people.ts';
import { addLocation, addPatient, idOf, signIn, weekdays } from '../../tests/support/schedule.ts';
import { openWire, type Wire } from '../../tests/support/statements.ts';

describe('how much scheduling asks of the database', () => {
  let clinic: Clinic;
  let wire: Wire;
  let server: Server;

  /** The fewest of some calls, each begun in silence: a tick of another room may fall into one of them. */
  const fewest = async (work: (turn: number) => Promise<Response>): Promise<number> => {
    const counts: number[] = [];
    for (let turn = 0; turn < 4; turn++) {
      await wire.quiet();
      wire.take();
      const answer = await work(turn);
      await answer.arrayBuffer();
      expect(answer.ok).toBe(true);
      counts.push(wire.take());
    }
    return Math.min(...counts);
  };

  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: '2027-03-01T07:00:00Z' } });
    await addLocation(clinic.db, 'West', {
      zone: 'Europe/Bucharest',
      chairs: 2,
      practitioners: ['Iris', 'Horia'].map((name) => ({
        name,
        hours: weekdays.map((day) => [day, '09:00', '17:00'] as const),
      })),
      types: [{ name: 'Counted', duration: 30 }],
    });
    await addPatient(clinic.db, 'counted');
    wire = await openWire(clinic.databaseUrl);
    server = await clinic.startCms({ DATABASE_URL: wire.url });
  });
  afterAll(async () => {
    await clinic.close();
    await wire.close();
  });

  // One is the rate limit's.
  test.each([1, 31, 92])('free slots of %i days take two statements', async (days) => {
    const path = `/api/scheduling/slots?appointmentType=${idOf('Counted')}&location=${idOf('West')}`;
    const count = await fewest(() => fetch(`${server.url}${path}&from=2027-03-08&days=${days}`));
    expect(count).toBeLessThanOrEqual(2);
  });

  test('a booking takes the same few whatever the calendar holds', async () => {
    const token = await signIn(server.url, 'counted');
    const count = await fewest((turn) =>
      fetch(`${server.url}/api/scheduling/bookings`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({
          appointmentType: idOf('Counted'),
          location: idOf('West'),
          practitioner: idOf('Iris'),
          start: `2027-03-08T1${turn}:00:00+02:00`,
        }),
      }),
    );
    expect(count).toBeLessThanOrEqual(8);
  });

  test('a week of the calendar takes one and its trail, a month one, whatever they hold', async () => {
    const token = await staffToken(clinic, 'clinic-admin');
    const headers = { authorization: `Bearer ${token}` };
    const asking = (path: string) =>
      fewest(() => fetch(`${server.url}/scheduling/${path}`, { headers }));
    // The first requests of a sign-in ask more.
    await asking('resources');
    const bare = await asking('resources');
    expect(await asking(`calendar?days=7&location=${idOf('West')}`)).toBe(bare + 1);
    expect(await asking('calendar?days=42')).toBe(bare + 1);
    expect(await asking('month?from=2027-03-01')).toBe(bare);
  });
});
