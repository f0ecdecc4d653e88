import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { staffToken } from '../../tests/support/people.ts';
import { addLocation, addPatient, idOf, signIn, weekdays } from '../../tests/support/schedule.ts';

const start = '2027-03-08T09:00:00+02:00';
const sunday = '2027-03-07T09:00:00+02:00';

interface Problem {
  readonly code: string;
  readonly message: string;
  readonly details: { readonly fields?: readonly { readonly field: string }[] };
}

describe('every route of scheduling answers whatever is asked in words', () => {
  let clinic: Clinic;
  let patient: string;
  let desk: string;

  const counts = async () =>
    (
      await clinic.db.query(
        `select (select count(*)::int from appointments) as appointments, (select count(*)::int from holds) as holds,
           (select count(*)::int from time_claims) as claims, (select count(*)::int from wait_list_entries) as entries,
           (select count(*)::int from wait_list_offers) as offers`,
      )
    ).rows[0];
  const call = async (method: 'get' | 'post', path: string, sent: object) => {
    const token = path.startsWith('/api/') && !path.includes('explain') ? patient : desk;
    const asked = request(clinic.url)[method](path).set('authorization', `Bearer ${token}`);
    const answer = await (method === 'get' ? asked.query(sent) : asked.send(sent));
    return { status: answer.status, data: answer.body.data, error: answer.body.error as Problem };
  };
  /** What is wrong with an answer that should be a refusal; nothing when it is one, in words, the field named. */
  const poor = ({ status, error }: Awaited<ReturnType<typeof call>>): string | undefined => {
    if (status < 400 || status >= 500) return `status ${status}`;
    if (!/^[A-Z][A-Z_]+$/.test(error?.code ?? '') || !error.message) return 'no words';
    const named = (error.details.fields ?? []).some(({ field }) => field !== '');
    return error.code === 'VALIDATION_FAILED' && !named ? 'no field' : undefined;
  };

  const usual = () => ({ appointmentType: idOf('Usual'), location: idOf('Open') });
  const idle = () => ({ appointmentType: idOf('Idle visit'), location: idOf('No hours') });
  const nobody = () => ({ appointmentType: idOf('Unperformed'), location: idOf('Nobody') });
  const left = () => ({ ...usual(), practitioner: idOf('Left') });
  const repeat = { every: 'week', count: 3 };

  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: '2027-03-01T07:00:00Z' } });
    const hours = weekdays.map((day) => [day, '09:00', '12:00'] as const);
    const place = { zone: 'Europe/Bucharest', chairs: 1 };
    await addLocation(clinic.db, 'Open', {
      ...place,
      practitioners: [
        { name: 'Ana', hours },
        { name: 'Left', hours },
      ],
      types: [{ name: 'Usual', duration: 30 }],
    });
    await addLocation(clinic.db, 'No hours', {
      ...place,
      practitioners: [{ name: 'Idle', hours: [] }],
      types: [{ name: 'Idle visit', duration: 30 }],
    });
    await addLocation(clinic.db, 'Nobody', {
      ...place,
      practitioners: [],
      types: [{ name: 'Unperformed', duration: 30 }],
    });
    await clinic.db.query('update practitioners set active = false where document_id = $1', [
      idOf('Left'),
    ]);
    await addPatient(clinic.db, 'mara');
    patient = await signIn(clinic.url, 'mara');
    desk = await staffToken(clinic, 'clinic-admin');
  });
  afterAll(() => clinic.close());

  const odd: readonly unknown[] = [
    undefined,
    null,
    '',
    7,
    -1,
    1e99,
    'x'.repeat(100_000),
    ['a', 'b'],
    { a: 1 },
    'дата \u202E\u0000',
    "'; drop table holds; --",
  ];

  /** A body that is refused for a reason of its own, so that only words can be the answer whatever else is in it. */
  const bodies: readonly [string, () => Record<string, unknown>, readonly string[]][] = [
    ['/api/scheduling/bookings', () => ({ ...usual(), start: sunday }), ['patient']],
    [
      '/api/scheduling/bookings/series',
      () => ({ ...usual(), start: sunday, repeat: { every: 'week', count: 2 } }),
      [
        'appointmentType',
        'location',
        'practitioner',
        'start',
        'hold',
        'reason',
        'patient',
        'repeat',
      ],
    ],
    [
      '/api/scheduling/bookings/group',
      () => ({ items: [usual(), usual()], location: idOf('Open'), start: sunday }),
      ['items', 'location', 'start', 'reason'],
    ],
    [
      '/api/scheduling/slots/chain',
      () => ({ items: [usual(), usual()], location: 'nowhere', from: '2027-03-08', days: 7 }),
      ['items', 'location', 'from', 'days', 'together'],
    ],
    ['/api/scheduling/bookings/nothing/reschedule', () => ({ start }), ['start', 'practitioner']],
    ['/api/scheduling/bookings/nothing/cancel', () => ({}), ['reason']],
    ['/api/scheduling/bookings/nothing/following/reschedule', () => ({ start }), ['start']],
    ['/api/scheduling/bookings/nothing/following/cancel', () => ({}), ['reason']],
    ['/api/scheduling/bookings/nothing/group/reschedule', () => ({ start }), ['start']],
    [
      '/api/scheduling/guest/bookings',
      () => ({
        booking: { ...usual(), start },
        patient: { firstName: 'A', lastName: 'B', dateOfBirth: '1980-01-01' },
      }),
      ['booking', 'patient'],
    ],
    ['/api/scheduling/manage/nothing/reschedule', () => ({ start }), ['start', 'practitioner']],
    ['/api/scheduling/manage/nothing/cancel', () => ({}), ['reason']],
    [
      '/api/scheduling/wait-list',
      () => ({ ...usual(), location: 'nowhere' }),
      [
        'appointmentType',
        'location',
        'appointment',
        'practitioners',
        'weekdays',
        'timeFrom',
        'timeUntil',
        'earliest',
        'latest',
        'note',
      ],
    ],
    ['/api/scheduling/wait-list/nothing/change', () => ({}), ['weekdays', 'earliest', 'note']],
    ['/api/scheduling/offers/nothing/accept', () => ({}), ['anything']],
    [
      '/scheduling/wait-list/offers',
      () => ({ patient: idOf('mara'), ...usual(), practitioner: idOf('Ana'), start: sunday }),
      ['patient', 'appointmentType', 'location', 'practitioner', 'start', 'entry', 'thenNext'],
    ],
    [
      '/scheduling/wait-list',
      () => ({ patient: idOf('mara'), ...usual(), location: 'nowhere' }),
      ['patient', 'appointmentType', 'location', 'urgent'],
    ],
    [
      '/scheduling/groups',
      () => ({
        items: [
          { ...usual(), patient: idOf('mara') },
          { ...usual(), patient: idOf('mara') },
        ],
        location: idOf('Open'),
        start: sunday,
      }),
      ['items', 'location', 'start'],
    ],
    [
      '/scheduling/calendar-feeds',
      () => ({ kind: 'practitioner', owner: 'nobody' }),
      ['kind', 'owner'],
    ],
  ];

  test.each(bodies)(
    'no field of %s breaks anything, whatever it holds',
    async (path, body, fields) => {
      const before = await counts();
      const broken: unknown[] = [];
      for (const field of fields)
        for (const value of odd) {
          const wrong = poor(await call('post', path, { ...body(), [field]: value }));
          if (wrong) broken.push([field, JSON.stringify(value)?.slice(0, 40), wrong]);
        }
      expect(broken).toEqual([]);
      expect(await counts()).toEqual(before);
    },
  );

  test('a feed is made in a language we speak, and revoked by its own id', async () => {
    const broken: unknown[] = [];
    for (const language of odd.slice(1)) {
      const wrong = poor(await call('post', '/api/scheduling/feeds', { language }));
      if (wrong) broken.push([language, wrong]);
    }
    for (const id of ['nothing', '%00', 'x'.repeat(3_000), '..%2f..'])
      for (const path of [
        `/api/scheduling/feeds/${id}/revoke`,
        `/scheduling/calendar-feeds/${id}/revoke`,
      ]) {
        const wrong = poor(await call('post', path, {}));
        if (wrong) broken.push([path.slice(0, 60), wrong]);
      }
    for (const file of ['nothing', `${'x'.repeat(43)}.ics`, '%00.ics', 'a'.repeat(3_000)]) {
      const wrong = poor(await call('get', `/api/scheduling/feeds/${file}`, {}));
      if (wrong) broken.push([file.slice(0, 60), wrong]);
    }
    expect(broken).toEqual([]);
  });

  test.each(['appointmentType', 'location', 'practitioner', 'at'])(
    'the explanation answers any %s in words',
    async (field) => {
      const broken: unknown[] = [];
      for (const value of [
        'x'.repeat(5000),
        '-1',
        '1e99',
        "' or 1=1",
        '\u0000',
        'null',
        '2027-02-31',
      ]) {
        const asked = { ...usual(), at: start, [field]: value };
        const wrong = poor(await call('get', '/api/scheduling/slots/explain', asked));
        if (wrong) broken.push([value.slice(0, 20), wrong]);
      }
      for (const missing of ['appointmentType', 'location', 'at']) {
        const wrong = poor(
          await call('get', '/api/scheduling/slots/explain', {
            ...usual(),
            at: start,
            [missing]: '',
          }),
        );
        if (wrong) broken.push([missing, wrong]);
      }
      expect(broken).toEqual([]);
    },
  );

  const repeats = (more: object) => ({ ...usual(), start, repeat: more });
  test.each([
    ['a hold at a location without hours', 'holds', () => ({ ...idle(), start }), 'OUTSIDE_HOURS'],
    [
      'a hold of a type nobody performs',
      'holds',
      () => ({ ...nobody(), start }),
      'PRACTITIONER_NOT_SUITABLE',
    ],
    [
      'a hold with a practitioner who left',
      'holds',
      () => ({ ...left(), start }),
      'PRACTITIONER_NOT_SUITABLE',
    ],
    [
      'a hold at the hour of another zone',
      'holds',
      () => ({ ...usual(), start: '2027-03-08T09:00:00-05:00' }),
      'OUTSIDE_HOURS',
    ],
    [
      'a series at a location without hours',
      'bookings/series',
      () => ({ ...idle(), start, repeat }),
      'NOTHING_FREE',
    ],
    [
      'a series of a type nobody performs',
      'bookings/series',
      () => ({ ...nobody(), start, repeat }),
      'PRACTITIONER_NOT_SUITABLE',
    ],
    [
      'a series with a practitioner who left',
      'bookings/series',
      () => ({ ...left(), start, repeat }),
      'PRACTITIONER_NOT_SUITABLE',
    ],
    [
      'a series that ends before it begins',
      'bookings/series',
      () => repeats({ every: 'week', until: '2027-03-01' }),
      null,
    ],
    [
      'a series of 10,000 visits',
      'bookings/series',
      () => repeats({ every: 'day', count: 10_000 }),
      'VALIDATION_FAILED',
    ],
    [
      'a series of no rhythm',
      'bookings/series',
      () => repeats({ every: 'century', count: 3 }),
      'VALIDATION_FAILED',
    ],
    [
      'a series in the year 9999',
      'bookings/series',
      () => ({ ...repeats(repeat), start: '9999-12-31T09:00:00Z' }),
      'TOO_FAR_AHEAD',
    ],
    [
      'a group at a location without hours',
      'bookings/group',
      () => ({ items: [idle(), idle()], location: idOf('No hours'), start }),
      'OUTSIDE_HOURS',
    ],
    [
      'a group of a type nobody performs',
      'bookings/group',
      () => ({ items: [nobody(), nobody()], location: idOf('Nobody'), start }),
      'PRACTITIONER_NOT_SUITABLE',
    ],
    [
      'a group with a practitioner who left',
      'bookings/group',
      () => ({ items: [usual(), left()], location: idOf('Open'), start }),
      'PRACTITIONER_NOT_SUITABLE',
    ],
    [
      'a group of one',
      'bookings/group',
      () => ({ items: [usual()], location: idOf('Open'), start }),
      'VALIDATION_FAILED',
    ],
    [
      'a group of seven',
      'bookings/group',
      () => ({ items: Array.from({ length: 7 }, usual), location: idOf('Open'), start }),
      'VALIDATION_FAILED',
    ],
    [
      'waiting from a last day to a first',
      'wait-list',
      () => ({ ...usual(), earliest: '2027-04-02', latest: '2027-04-01' }),
      'VALIDATION_FAILED',
    ],
    [
      'waiting from an evening to a morning',
      'wait-list',
      () => ({ ...usual(), timeFrom: '17:00', timeUntil: '09:00' }),
      'VALIDATION_FAILED',
    ],
    [
      'waiting for a practitioner who left',
      'wait-list',
      () => ({ ...usual(), practitioners: [idOf('Left')] }),
      'PRACTITIONER_NOT_SUITABLE',
    ],
  ] as [string, string, () => object, string | null][])(
    '%s is refused and changes nothing',
    async (_, path, body, code) => {
      const before = await counts();
      const answer = await call('post', `/api/scheduling/${path}`, body());
      expect([poor(answer), answer.error?.code]).toEqual([
        undefined,
        code ?? expect.stringMatching(/^[A-Z_]+$/),
      ]);
      expect(await counts()).toEqual(before);
    },
  );

  test.each([
    ['a location without hours', idle, 'OUTSIDE_HOURS'],
    ['a type nobody performs', nobody, 'PRACTITIONER_NOT_SUITABLE'],
  ] as const)('the desk offers no time of %s', async (_, place, code) => {
    const before = await counts();
    const body = { patient: idOf('mara'), ...place(), practitioner: idOf('Idle'), start };
    const answer = await call('post', '/scheduling/wait-list/offers', body);
    expect([poor(answer), answer.error?.code]).toEqual([undefined, code]);
    expect(await counts()).toEqual(before);
  });

  test.each([
    ['a location without hours', idle],
    ['a type nobody performs', nobody],
  ] as const)(
    'there are no starts for a chain at %s, and the explanation says why',
    async (_, place) => {
      const { location } = place();
      const chain = await call('post', '/api/scheduling/slots/chain', {
        items: [place(), place()],
        location,
        from: '2027-03-08',
      });
      expect([chain.status, chain.data]).toEqual([200, []]);
      const why = await call('get', '/api/scheduling/slots/explain', { ...place(), at: start });
      expect(why.status).toBe(200);
      expect(JSON.stringify(why.data).length).toBeGreaterThan(50);
    },
  );

  test('the explanation of an instant is the same in whatever zone it is written', async () => {
    const [here, there] = await Promise.all(
      [start, '2027-03-08T02:00:00-05:00'].map((at) =>
        call('get', '/api/scheduling/slots/explain', { ...usual(), at }),
      ),
    );
    expect(here?.status).toBe(200);
    expect(there?.data).toEqual(here?.data);
  });
});
