import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { addLocation, addPatient, idOf, signIn, weekdays } from '../../tests/support/schedule.ts';

const start = '2027-03-08T09:00:00+02:00';

describe('whatever is asked of scheduling is answered in words', () => {
  let clinic: Clinic;
  let token: string;
  const good = () => ({ appointmentType: idOf('Usual'), location: idOf('Open'), start });
  const counts = async () =>
    (
      await clinic.db.query(
        `select (select count(*)::int from appointments) as appointments, (select count(*)::int from holds) as holds,
           (select count(*)::int from time_claims) as claims`,
      )
    ).rows[0];

  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: '2027-03-01T07:00:00Z' } });
    const hours = weekdays.map((day) => [day, '09:00', '12:00'] as const);
    await addLocation(clinic.db, 'Open', {
      zone: 'Europe/Bucharest',
      chairs: 1,
      practitioners: [
        { name: 'Ana', hours },
        { name: 'Left', hours },
      ],
      types: [{ name: 'Usual', duration: 30 }],
    });
    await addLocation(clinic.db, 'No hours', {
      zone: 'Europe/Bucharest',
      chairs: 1,
      practitioners: [{ name: 'Idle', hours: [] }],
      types: [{ name: 'Idle visit', duration: 30 }],
    });
    await addLocation(clinic.db, 'Nobody', {
      zone: 'Europe/Bucharest',
      chairs: 1,
      practitioners: [],
      types: [{ name: 'Unperformed', duration: 30 }],
    });
    await clinic.db.query('update practitioners set active = false where document_id = $1', [
      idOf('Left'),
    ]);
    await addPatient(clinic.db, 'mara');
    token = await signIn(clinic.url, 'mara');
  });
  afterAll(() => clinic.close());

  const odd: readonly [string, unknown][] = [
    ['missing', undefined],
    ['null', null],
    ['empty', ''],
    ['a number', 7],
    ['huge', 'x'.repeat(100_000)],
    ['a list', ['a', 'b']],
    ['an object', { a: 1 }],
    ['another script', 'дата \u202E'],
    ['SQL', "'; drop table holds; --"],
  ];
  const fields = ['appointmentType', 'location', 'start', 'practitioner', 'end', 'reason', 'hold'];

  test.each(['bookings', 'holds'])(
    'no field of %s breaks anything, whatever it holds',
    async (route) => {
      const before = await counts();
      const broken: unknown[] = [];
      for (const field of fields)
        for (const [name, value] of odd) {
          const body = { ...good(), start: '2027-03-07T09:00:00+02:00', [field]: value };
          const answer = await request(clinic.url)
            .post(`/api/scheduling/${route}`)
            .set('authorization', `Bearer ${token}`)
            .send(body);
          const { code, message } = answer.body.error ?? {};
          if (answer.status < 400 || answer.status >= 500 || !code || !message)
            broken.push([field, name, answer.status, code]);
        }
      expect(broken).toEqual([]);
      expect(await counts()).toEqual(before);
    },
  );

  test.each([
    ['the year 0', { start: '0000-01-01T00:00:00Z' }, 'SLOT_IN_PAST'],
    ['the end of time', { start: '+275760-09-13T00:00:00Z' }, 'TOO_FAR_AHEAD'],
    ['a date without a zone', { start: '2027-03-08T09:00:00' }, 'VALIDATION_FAILED'],
    ['an end before the start', { end: '2027-03-08T08:30:00+02:00' }, 'WRONG_DURATION'],
    ['the hour of another zone', { start: '2027-03-08T09:00:00-05:00' }, 'OUTSIDE_HOURS'],
    [
      'a location without hours',
      { location: idOf('No hours'), appointmentType: idOf('Idle visit') },
      'OUTSIDE_HOURS',
    ],
    [
      'a type nobody performs',
      { location: idOf('Nobody'), appointmentType: idOf('Unperformed') },
      'PRACTITIONER_NOT_SUITABLE',
    ],
    [
      'a type of another location',
      { appointmentType: idOf('Idle visit') },
      'PRACTITIONER_NOT_SUITABLE',
    ],
    ['a practitioner who left', { practitioner: idOf('Left') }, 'PRACTITIONER_NOT_SUITABLE'],
    ['a hold nobody knows', { hold: 'nothing' }, 'HOLD_GONE'],
  ])('a booking with %s is refused and changes nothing', async (_, more, code) => {
    const before = await counts();
    const { body, status } = await request(clinic.url)
      .post('/api/scheduling/bookings')
      .set('authorization', `Bearer ${token}`)
      .send({ ...good(), ...more });
    expect([status < 500, body.error?.code]).toEqual([true, code]);
    expect(await counts()).toEqual(before);
  });

  test('the same instant written in another zone is the same slot', async () => {
    const { body } = await request(clinic.url)
      .post('/api/scheduling/bookings')
      .set('authorization', `Bearer ${token}`)
      .send({ ...good(), start: '2027-03-08T02:00:00-05:00' })
      .expect(201);
    expect(body.data.start).toBe(start);
  });

  test.each([
    [{ location: idOf('No hours'), appointmentType: idOf('Idle visit') }],
    [{ location: idOf('Nobody'), appointmentType: idOf('Unperformed') }],
    [{ practitioner: idOf('Left') }],
    [{ from: '2026-01-01' }],
    [{ from: '2031-01-01' }],
  ])('slots with %j are none', async (more) => {
    const { body } = await request(clinic.url)
      .get('/api/scheduling/slots')
      .query({ ...good(), from: '2027-03-08', days: '7', ...more })
      .expect(200);
    expect(body.data).toEqual([]);
  });

  test.each(['from', 'days', 'location', 'appointmentType', 'practitioner', 'anyone'])(
    'slots answer any %s in words',
    async (field) => {
      const broken: unknown[] = [];
      for (const value of [
        'x'.repeat(5000),
        '-1',
        '1e99',
        "' or 1=1",
        '%00',
        'null',
        '2027-02-31',
      ]) {
        const { status, body } = await request(clinic.url)
          .get('/api/scheduling/slots')
          .query({ ...good(), from: '2027-03-08', days: '7', [field]: value });
        if (status < 400 || status >= 500 || !body.error?.message) broken.push([value, status]);
      }
      expect(broken).toEqual([]);
    },
  );
});
