import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { staffToken } from '../../tests/support/people.ts';
import { addLocation, addPatient, idOf, signIn } from '../../tests/support/schedule.ts';

// Thursday; Romania's clocks go forward on Sunday the 28th.
const now = '2027-03-25T06:00:00Z';
const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

interface Entry {
  documentId?: string | undefined;
  location: string;
  weekday: number;
  from: string;
  to: string;
}
interface Table {
  version: string;
  entries: Entry[];
  timeOff: Record<string, unknown>[];
}

describe('hours and time off', () => {
  let clinic: Clinic;
  let desk: string;
  let dentist: string;
  let assistant: string;
  const visits: Record<string, string> = {};
  const call = (method: 'get' | 'post' | 'put', path: string, token = desk, body?: object) => {
    const asked = request(clinic.url)
      [method](`/scheduling${path}`)
      .set('authorization', `Bearer ${token}`);
    return body ? asked.send(body) : asked;
  };
  const read = async (whose: string, token = desk): Promise<Table> =>
    (await call('get', `/hours?whose=${whose}`, token).expect(200)).body.data;
  const off = (from: string, until: string, more = {}) => ({
    kind: 'vacation',
    from,
    until,
    reason: null,
    location: null,
    chair: null,
    equipment: null,
    ...more,
  });
  const save = (whose: string, table: Table, accepted: string[] = [], token = desk) =>
    call('put', '/hours', token, { whose, ...table, accepted });
  const check = async (whose: string, table: Omit<Table, 'version'>, token = desk) =>
    (
      await call('post', '/hours/check', token, {
        whose,
        entries: table.entries,
        timeOff: table.timeOff,
      }).expect(200)
    ).body.data.stranded.map(({ documentId }: { documentId: string }) =>
      Object.keys(visits).find((name) => visits[name] === documentId),
    );
  const stored = async () =>
    (
      await clinic.db.query(
        `select (select json_agg(h.* order by id) from working_hours_entries h) as hours,
                (select json_agg(o.* order by id) from time_offs o) as off,
                (select count(*)::int from audit_entries where action = 'hours.changed') as told`,
      )
    ).rows[0];
  const book = async (name: string, start: string, practitioner = 'Oana') => {
    const { body } = await call('post', '/appointments', desk, {
      patient: idOf('zoe'),
      appointmentType: idOf('Visit'),
      location: idOf('East'),
      practitioner: idOf(practitioner),
      start,
    }).expect(201);
    visits[name] = body.data.documentId;
  };

  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: now } });
    await addLocation(clinic.db, 'East', {
      zone: 'Europe/Bucharest',
      chairs: 2,
      practitioners: ['Oana', 'Petru'].map((name) => ({
        name,
        hours: days.map((day) => [day, '09:00', '17:00'] as const),
      })),
      types: [
        { name: 'Visit', duration: 60 },
        { name: 'Short', duration: 30 },
      ],
    });
    await addPatient(clinic.db, 'zoe');
    desk = await staffToken(clinic, 'front-desk');
    dentist = await staffToken(clinic, 'dentist');
    assistant = await staffToken(clinic, 'assistant');
    await clinic.db.query(
      `insert into practitioners_staff_user_lnk (practitioner_id, user_id)
       select p.id, u.id from practitioners p, admin_users u
       where p.document_id = $1 and u.email = 'test-dentist@enamel.test'`,
      [idOf('Oana')],
    );
    await book('Saturday late', '2027-03-27T16:00:00+02:00');
    await book('Sunday early', '2027-03-28T09:00:00+03:00');
    await book('Sunday noon', '2027-03-28T12:00:00+03:00');
    await book('Monday late', '2027-03-29T16:00:00+03:00');
    await book('of Petru', '2027-03-28T15:00:00+03:00', 'Petru');
  });
  afterAll(() => clinic.close());

  test('are shown to those who may change them: own, everybody’s, or none', async () => {
    await request(clinic.url).get('/scheduling/hours').expect(401);
    await call('get', '/hours', await signIn(clinic.url, 'zoe')).expect(401);
    const mine = await call('get', '/hours', dentist).expect(200);
    expect(mine.body.data).toMatchObject({
      self: idOf('Oana'),
      all: false,
      whose: idOf('Oana'),
      zone: 'Europe/Bucharest',
      today: '2027-03-25',
      people: [{ documentId: idOf('Oana'), account: true }],
    });
    expect(mine.body.data.entries).toHaveLength(7);
    // An assistant without a practitioner has nothing to change yet.
    const none = await call('get', '/hours', assistant).expect(200);
    expect(none.body.data).toMatchObject({ self: null, whose: null, people: [], entries: [] });
    const all = await call('get', '/hours', desk).expect(200);
    expect(all.body.data.people.length).toBeGreaterThan(2);
  });

  test('of others, and the house’s, are closed to a practitioner, known or not', async () => {
    const before = await stored();
    const table = await read(idOf('Petru'));
    for (const whose of [idOf('Petru'), 'nobody', 'house']) {
      await call('get', `/hours?whose=${whose}`, dentist).expect(403);
      await call('post', '/hours/check', dentist, { whose, ...table }).expect(403);
      await save(whose, { ...table, entries: [] }, [], dentist).expect(403);
      await save(whose, { ...table, entries: [] }, [], assistant).expect(403);
    }
    await call('get', '/hours?whose=nobody').expect(404);
    expect(await stored()).toEqual(before);
  });

  test('a shorter day strands exactly what no longer fits, over a clock change too', async () => {
    const table = await read(idOf('Oana'), dentist);
    const until13 = table.entries.map((entry) => ({ ...entry, to: '13:00' }));
    expect(await check(idOf('Oana'), { ...table, entries: until13 }, dentist)).toEqual([
      'Saturday late',
      'Monday late',
    ]);
    const sundayFrom10 = table.entries.map((entry) =>
      entry.weekday === 7 ? { ...entry, from: '10:00', to: '12:30' } : entry,
    );
    expect(await check(idOf('Oana'), { ...table, entries: sundayFrom10 }, dentist)).toEqual([
      'Sunday early',
      'Sunday noon',
    ]);
    // The same hours in other words strand nobody.
    const split = table.entries.flatMap(({ documentId, ...entry }) => [
      { ...entry, documentId, to: '12:30' },
      { ...entry, from: '12:30' },
    ]);
    expect(await check(idOf('Oana'), { ...table, entries: split }, dentist)).toEqual([]);
    // Odd weeks only: the 25th of March 2027 lies in week 12.
    const odd = table.entries.map((entry) => ({ ...entry, weeks: 'odd' }));
    expect(await check(idOf('Oana'), { ...table, entries: odd }, dentist)).toEqual([
      'Saturday late',
      'Sunday early',
      'Sunday noon',
    ]);
    const gone = off('2027-03-28T00:00', '2027-03-29T00:00');
    expect(await check(idOf('Oana'), { ...table, timeOff: [gone] }, dentist)).toEqual([
      'Sunday early',
      'Sunday noon',
    ]);
  });

  test('are saved whole once the stranded visits are accepted, and not before', async () => {
    const before = await stored();
    const table = await read(idOf('Oana'), dentist);
    const wanted = {
      ...table,
      entries: [
        ...table.entries
          .filter(({ weekday }) => weekday < 6)
          .map((entry) => (entry.weekday === 1 ? { ...entry, to: '15:00' } : entry)),
        { location: idOf('East'), weekday: 6, from: '10:00', to: '14:00', weeks: 'even' } as Entry,
      ],
      timeOff: [off('2027-06-01T00:00', '2027-06-15T00:00', { reason: 'Sea' })],
    };
    const refused = await save(idOf('Oana'), wanted, [visits['Saturday late'] ?? ''], dentist);
    expect([refused.status, refused.body.error.code]).toEqual([409, 'VISITS_STRANDED']);
    expect(refused.body.error.details.stranded).toHaveLength(4);
    expect(refused.body.error.details.stranded[1]).toMatchObject({
      documentId: visits['Sunday early'],
      start: '2027-03-28T09:00:00+03:00',
      patient: 'zoe Storyteller',
      locationName: 'East',
      type: 'Visit',
    });
    expect(await stored()).toEqual(before);

    const accepted = await check(idOf('Oana'), wanted, dentist);
    const saved = await save(
      idOf('Oana'),
      wanted,
      accepted.map((name: string) => visits[name]),
      dentist,
    ).expect(200);
    expect(saved.body.data.entries).toHaveLength(6);
    expect(saved.body.data.timeOff).toMatchObject([
      { from: '2027-06-01T00:00', until: '2027-06-15T00:00', reason: 'Sea' },
    ]);
    const { rows } = await clinic.db.query(
      `select starts_at at time zone 'UTC' as start from time_offs o join time_offs_practitioner_lnk l on l.time_off_id = o.id
       join practitioners p on p.id = l.practitioner_id where p.document_id = $1`,
      [idOf('Oana')],
    );
    expect(rows.map(({ start }) => start.toISOString())).toEqual(['2027-05-31T21:00:00.000Z']);
    expect((await stored()).told).toBe(before.told + 1);

    // What was read before the save no longer may overwrite it.
    const late = await save(idOf('Oana'), table, [], dentist);
    expect([late.status, late.body.error.code]).toEqual([409, 'HOURS_CHANGED']);
    // And what was refused for one is offered to nobody: the engine reads the same rows.
    const slots = await request(clinic.url).get(
      `/api/scheduling/slots?appointmentType=${idOf('Visit')}&location=${idOf('East')}&practitioner=${idOf('Oana')}&from=2027-04-05&days=1`,
    );
    expect(slots.body.data.at(-1).end).toBe('2027-04-05T15:00:00+03:00');
  });

  test('the house closes a chair and a day; what lies there is listed', async () => {
    const table = await read('house');
    const { rows } = await clinic.db.query(
      `select resource_id as chair from time_claims where source_id = $1 and resource_kind = 'chair'`,
      [visits['of Petru']],
    );
    const sunday = ['2027-03-28T00:00', '2027-03-29T00:00'] as const;
    const more = (what: object) => ({
      ...table,
      timeOff: [...table.timeOff, off(...sunday, { kind: 'block', ...what })],
    });
    expect(await check('house', more({ location: idOf('East') }))).toEqual([
      'Sunday early',
      'Sunday noon',
      'of Petru',
    ]);
    expect(await check('house', more({ chair: rows[0].chair }))).toContain('of Petru');
    const saved = await save('house', more({ chair: rows[0].chair }), Object.values(visits));
    expect(saved.status).toBe(200);
    expect(await check('house', { entries: [], timeOff: saved.body.data.timeOff })).toEqual([]);
  });

  test.each([
    ['the house closes', 'house', '2027-05-03'],
    ['a dentist takes the day off', 'Petru', '2027-05-10'],
  ])(
    '%s while patients book: each who got in is listed before it is saved',
    async (_, who, date) => {
      const whose = who === 'house' ? who : idOf(who);
      const starts = Array.from({ length: 16 }, (_, n) =>
        new Date(Date.parse(`${date}T09:00:00+03:00`) + n * 1_800_000).toISOString(),
      );
      const booked = Promise.all(
        starts.map(async (start) => {
          const { status, body } = await call('post', '/appointments', desk, {
            patient: idOf('zoe'),
            appointmentType: idOf('Short'),
            location: idOf('East'),
            practitioner: idOf('Petru'),
            start,
          });
          return status === 201 ? [body.data.documentId as string] : [];
        }),
      );
      const closing = async () => {
        const accepted: string[] = [];
        for (;;) {
          const table = await read(whose);
          const gone = off(`${date}T00:00`, `${date}T23:59`, {
            kind: 'block',
            location: who === 'house' ? idOf('East') : null,
          });
          const answer = await save(
            whose,
            { ...table, timeOff: [...table.timeOff, gone] },
            accepted,
          );
          if (answer.status === 200) return accepted;
          expect([answer.status, answer.body.error.code]).toEqual([409, 'VISITS_STRANDED']);
          accepted.splice(
            0,
            accepted.length,
            ...answer.body.error.details.stranded.map(
              (visit: { documentId: string }) => visit.documentId,
            ),
          );
        }
      };
      const [listed, won] = await Promise.all([closing(), booked]);
      expect(listed.toSorted()).toEqual(won.flat().toSorted());
    },
  );

  test.each([
    [{ entries: [{ weekday: 8 }] }, 'entries.0.weekday'],
    [{ entries: [{ from: '9:00' }] }, 'entries.0.from'],
    [{ entries: [{ to: '24:00' }] }, 'entries.0.to'],
    [{ entries: [{ from: '09:00', to: '09:00' }] }, 'entries.0.to'],
    [{ entries: [{ location: 'nowhere' }] }, 'entries.0.location'],
    [{ entries: [{ weeks: 'third' }] }, 'entries.0.weeks'],
    [{ entries: [{ validFrom: '2027-05-01', validUntil: '2027-04-01' }] }, 'entries.0.validUntil'],
    [{ entries: [{ validFrom: '2027-02-30' }] }, 'entries.0.validFrom'],
    [{ timeOff: [{ from: '2027-06-02T00:00', until: '2027-06-01T00:00' }] }, 'timeOff.0.until'],
    [{ timeOff: [{ kind: 'nap' }] }, 'timeOff.0.kind'],
    [{ timeOff: [{ from: '2027-06-01' }] }, 'timeOff.0.from'],
    [{ timeOff: [{ chair: 'none' }] }, 'timeOff.0.chair'],
    [{ timeOff: [{ reason: 'x'.repeat(201) }] }, 'timeOff.0.reason'],
    [{ entries: 'all' }, 'entries'],
    [{ timeOff: Array.from({ length: 501 }, () => ({})) }, 'timeOff'],
    [{ whose: '' }, 'whose'],
  ])('%j is refused with its field', async (wrong, field) => {
    const before = await stored();
    const given = wrong as { entries?: unknown; timeOff?: unknown; whose?: string };
    const entry = { location: idOf('East'), weekday: 1, from: '09:00', to: '17:00' };
    const body = {
      whose: given.whose ?? idOf('Petru'),
      version: 'any',
      entries: Array.isArray(given.entries)
        ? given.entries.map((one) => ({ ...entry, ...one }))
        : (given.entries ?? []),
      timeOff: Array.isArray(given.timeOff)
        ? given.timeOff.map((one) => ({ ...off('2027-06-01T00:00', '2027-06-02T00:00'), ...one }))
        : [],
    };
    const answer = await call('put', '/hours', desk, body);
    expect([answer.status, answer.body.error.details.fields?.[0].field]).toEqual([400, field]);
    expect(await stored()).toEqual(before);
  });
});
