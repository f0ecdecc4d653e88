import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { addLocation, addPatient, idOf, signIn, weekdays } from '../../tests/support/schedule.ts';

const patients = ['mara', 'ion'];
const bookers = 64;

describe('more people at once than the database has connections for', () => {
  let clinic: Clinic;
  const tokens: string[] = [];

  beforeAll(async () => {
    clinic = await openClinic({
      variables: {
        CLOCK_START: '2027-03-01T07:00:00Z',
        DATABASE_POOL: '3',
        DATABASE_WAIT_SECONDS: '2',
      },
    });
    await addLocation(clinic.db, 'Hill', {
      zone: 'Europe/Bucharest',
      chairs: 1,
      practitioners: [
        { name: 'Ana', hours: weekdays.map((day) => [day, '09:00', '17:00'] as const) },
      ],
      types: [{ name: 'Check', duration: 30 }],
    });
    for (const name of patients) {
      await addPatient(clinic.db, name);
      tokens.push(await signIn(clinic.url, name));
    }
  });
  afterAll(() => clinic.close());

  const kept = async (): Promise<number> =>
    (
      await clinic.db.query(
        'select (select count(*)::int from appointments) + (select count(*)::int from holds) as kept',
      )
    ).rows[0].kept;
  const book = (token: string | undefined, hour: number) =>
    request(clinic.url)
      .post('/api/scheduling/bookings')
      .set('authorization', `Bearer ${token}`)
      .send({
        appointmentType: idOf('Check'),
        location: idOf('Hill'),
        start: `2027-03-08T${String(hour).padStart(2, '0')}:00:00+02:00`,
      })
      .then((answer) => answer);
  const hold = () =>
    request(clinic.url)
      .post('/api/scheduling/holds')
      .send({
        appointmentType: idOf('Check'),
        location: idOf('Hill'),
        start: '2027-03-08T11:00:00+02:00',
      })
      .then((answer) => answer);

  test('are told in words to come again in a moment; nobody is signed out, and nothing is half done', async () => {
    const before = await kept();
    const door = await clinic.db.connect();
    await door.query('begin');
    await door.query('lock table time_claims in access exclusive mode');
    const asked = Promise.all(
      Array.from({ length: bookers }, (_, index) =>
        index % 4 === 3 ? hold() : book(tokens[index % 2], 9 + (index % 8)),
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    await door.query('rollback');
    door.release();
    const answers = await asked;
    const told = answers.filter(({ status }) => status === 503);
    expect(told.length).toBeGreaterThan(bookers / 2);
    for (const { body, headers } of told) {
      expect(body.error).toMatchObject({ code: 'BUSY', name: 'UnavailableError' });
      expect(body.error.message).toMatch(/try again in a few seconds\.$/);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    }
    const others = new Set(answers.map(({ status }) => status));
    for (const status of [503, 201, 409]) others.delete(status);
    expect([...others]).toEqual([]);
    expect((await kept()) - before).toBe(answers.filter(({ status }) => status === 201).length);
  });

  test('and the moment after everything goes on as usual', async () => {
    const answer = await book(tokens[0], 16);
    expect([201, 409]).toContain(answer.status);
  });
});
