import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { staffToken } from '../../tests/support/people.ts';
import { addLocation, addPatient, idOf, signIn, weekdays } from '../../tests/support/schedule.ts';

/** A Monday, 09:30 in Bucharest. */
const now = '2027-03-08T07:30:00Z';

describe('the wait list', () => {
  let clinic: Clinic;
  let desk: string;
  const tokens: Record<string, string> = {};
  const call = (method: 'get' | 'post' | 'put', path: string, token: string, body?: object) => {
    const asked = request(clinic.url)[method](path).set('authorization', `Bearer ${token}`);
    return body ? asked.send(body) : asked;
  };
  const as = (name: string) => tokens[name] as string;
  const wanted = (more: Record<string, unknown> = {}) => ({
    appointmentType: idOf('Filling'),
    location: idOf('South'),
    ...more,
  });
  const join = (name: string, more: Record<string, unknown> = {}) =>
    call('post', '/api/scheduling/wait-list', as(name), wanted(more));
  const left = async () =>
    (
      await clinic.db.query(
        `select (select count(*)::int from wait_list_entries) as entries,
           (select count(*)::int from wait_list_offers) as offers, (select count(*)::int from time_claims) as claims`,
      )
    ).rows[0];

  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: now } });
    await addLocation(clinic.db, 'South', {
      zone: 'Europe/Bucharest',
      chairs: 2,
      practitioners: [
        { name: 'Dan', hours: weekdays.map((day) => [day, '09:00', '17:00'] as const) },
        { name: 'Eva', hours: weekdays.map((day) => [day, '09:00', '17:00'] as const) },
      ],
      types: ['Filling', 'Cleaning', 'Check', 'Crown', 'Implant', 'X-ray'].map((name) => ({
        name,
        duration: 60,
      })),
    });
    for (const name of ['paula', 'quentin', 'rita']) {
      await addPatient(clinic.db, name);
      tokens[name] = await signIn(clinic.url, name);
    }
    desk = await staffToken(clinic, 'front-desk');
  });
  afterAll(() => clinic.close());

  test('a patient joins, sees, changes and leaves it', async () => {
    const { body } = await join('paula', {
      practitioners: [idOf('Dan'), idOf('Dan')],
      weekdays: ['monday', 'friday'],
      timeFrom: '10:00',
      timeUntil: '14:30',
      earliest: '2027-03-10',
      latest: '',
      note: 'After school',
    }).expect(201);
    expect(body.data).toMatchObject({
      status: 'waiting',
      appointmentType: { documentId: idOf('Filling'), name: 'Filling' },
      location: { name: 'South', zone: 'Europe/Bucharest' },
      practitioners: [{ documentId: idOf('Dan'), name: 'Dr. Dan Test' }],
      weekdays: ['monday', 'friday'],
      timeFrom: '10:00',
      timeUntil: '14:30',
      earliest: '2027-03-10',
      latest: null,
      note: 'After school',
      appointment: null,
    });
    const path = `/api/scheduling/wait-list/${body.data.documentId}`;
    const changed = await call('post', `${path}/change`, as('paula'), {
      practitioners: [],
      weekdays: [],
    }).expect(200);
    expect(changed.body.data).toMatchObject({
      practitioners: [],
      weekdays: [],
      timeFrom: null,
      earliest: null,
      note: null,
    });
    const list = await call('get', '/api/scheduling/wait-list', as('paula')).expect(200);
    expect(list.body.data).toHaveLength(1);
    expect((await call('post', `${path}/leave`, as('paula')).expect(200)).body.data.status).toBe(
      'closed',
    );
    await call('post', `${path}/leave`, as('paula')).expect(409);
    const { rows } = await clinic.db.query(
      `select action from audit_entries where subject = 'wait-list-entry' and subject_id = $1 order by at, id`,
      [body.data.documentId],
    );
    expect(rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['create', 'update', 'read']),
    );
  });

  test('nobody else sees or changes it', async () => {
    const { body } = await join('paula').expect(201);
    const path = `/api/scheduling/wait-list/${body.data.documentId}`;
    const before = await left();
    await request(clinic.url).get('/api/scheduling/wait-list').expect(403);
    await request(clinic.url).post('/api/scheduling/wait-list').send(wanted()).expect(403);
    await call('get', path, as('quentin')).expect(404);
    await call('post', `${path}/change`, as('quentin'), {}).expect(404);
    await call('post', `${path}/leave`, as('quentin')).expect(404);
    expect(
      (await call('get', '/api/scheduling/wait-list', as('quentin')).expect(200)).body.data,
    ).toEqual([]);
    await call('get', '/scheduling/wait-list', as('paula')).expect(401);
    await call('get', '/scheduling/gaps', as('paula')).expect(401);
    expect(await left()).toEqual(before);
  });

  test('staff without the permission are kept out of every page of it', async () => {
    const before = await left();
    await clinic.db.query(
      `delete from admin_permissions p using admin_permissions_role_lnk l, admin_roles r
       where l.permission_id = p.id and r.id = l.role_id and r.code = 'assistant'
         and p.action = 'plugin::scheduling.waitlist.manage'`,
    );
    const assistant = await staffToken(clinic, 'assistant');
    for (const [method, path] of [
      ['get', '/scheduling/wait-list'],
      ['post', '/scheduling/wait-list'],
      ['put', '/scheduling/wait-list/x'],
      ['post', '/scheduling/wait-list/x/close'],
      ['get', '/scheduling/wait-list/x/times'],
      ['post', '/scheduling/wait-list/x/book'],
      ['post', '/scheduling/wait-list/offers'],
      ['post', '/scheduling/wait-list/offers/x/withdraw'],
      ['get', '/scheduling/gaps'],
      ['get', '/scheduling/gaps/1'],
      ['post', '/scheduling/gaps/1/dismiss'],
    ] as const)
      expect((await call(method, path, assistant, {})).status).toBe(403);
    expect(await left()).toEqual(before);
  });

  test('the same twice, and more than five, are refused in words', async () => {
    const twice = await join('paula').expect(409);
    expect(twice.body.error).toMatchObject({
      code: 'ALREADY_WAITING',
      message: 'This is on the wait list already. Change that entry instead.',
    });
    for (const type of ['Cleaning', 'Check', 'Crown', 'Implant'])
      await join('paula', { appointmentType: idOf(type) }).expect(201);
    const before = await left();
    const sixth = await join('paula', { appointmentType: idOf('X-ray') }).expect(409);
    expect(sixth.body.error.code).toBe('TOO_MANY_ENTRIES');
    // At the same moment, too: of three that ask for one service, one joins.
    const answers = await Promise.all([join('rita'), join('rita'), join('rita')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await left()).toEqual({ ...before, entries: before.entries + 1 });
  });

  test.each([
    ['appointmentType', { appointmentType: undefined }],
    ['location', { location: 7 }],
    ['weekdays.0', { weekdays: ['luni'] }],
    ['weekdays', { weekdays: 'monday' }],
    ['timeFrom', { timeFrom: '25:00' }],
    ['timeUntil', { timeFrom: '12:00', timeUntil: '11:00' }],
    ['earliest', { earliest: '2027-02-30' }],
    ['latest', { earliest: '2027-03-10', latest: '2027-03-09' }],
    ['practitioners', { practitioners: ['nobody'] }],
    ['practitioners', { practitioners: Array.from({ length: 21 }, (_, n) => `p${n}`) }],
    ['note', { note: 'x'.repeat(501) }],
  ])('a wrong %s is named, and nothing is written', async (field, more) => {
    const before = await left();
    const { body } = await join('quentin', more).expect(400);
    expect(body.error.details.fields[0].field).toBe(field);
    expect(await left()).toEqual(before);
  });

  test('what does not exist, or is another’s, is not joined for', async () => {
    const before = await left();
    await join('quentin', { appointmentType: 'none' }).expect(404);
    await join('quentin', { location: 'none' }).expect(404);
    await join('quentin', { appointment: 'none' }).expect(404);
    const booked = await call('post', '/api/scheduling/bookings', as('rita'), {
      ...wanted(),
      practitioner: idOf('Dan'),
      start: '2027-03-22T10:00:00+02:00',
    }).expect(201);
    await join('quentin', { appointment: booked.body.data.documentId }).expect(404);
    expect(await left()).toEqual({ ...before, claims: before.claims + 3 });
  });

  test('the desk keeps it, filters it and finds the times that suit', async () => {
    const added = await call('post', '/scheduling/wait-list', desk, {
      ...wanted(),
      patient: idOf('quentin'),
      urgent: true,
      practitioners: [idOf('Eva')],
      weekdays: ['tuesday'],
      timeFrom: '10:00',
      timeUntil: '11:00',
    }).expect(201);
    const entry = added.body.data;
    expect(entry).toMatchObject({
      urgent: true,
      patient: { documentId: idOf('quentin'), reachable: true },
      offer: null,
    });
    const page = await call('get', '/scheduling/wait-list?urgent=true&search=QUENT', desk).expect(
      200,
    );
    expect(page.body.data.map(({ documentId }: { documentId: string }) => documentId)).toEqual([
      entry.documentId,
    ]);
    expect(page.body.meta).toMatchObject({ total: 1, statuses: { waiting: 1 } });
    expect(page.body.meta.offers).toEqual({ automatic: false, minutes: 30 });
    expect(page.body.data[0].since).toMatch(/^2027-03-08T09:3\d:\d\d\+02:00$/);
    const csv = await call('get', '/scheduling/wait-list/csv?urgent=true&language=ro', desk).expect(
      200,
    );
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.text.split('\r\n')[0]).toMatch(/Din,Pacient,Telefon/);
    expect(csv.text).toMatch(
      /2027-03-08,quentin Storyteller,.*Filling,South,Dr\. Eva Test,mar,10:00,11:00,,,✓,așteaptă/,
    );
    const times = await call(
      'get',
      `/scheduling/wait-list/${entry.documentId}/times?days=9`,
      desk,
    ).expect(200);
    expect(times.body.data.map(({ start }: { start: string }) => start)).toEqual([
      '2027-03-09T10:00:00+02:00',
      '2027-03-09T10:15:00+02:00',
      '2027-03-09T10:30:00+02:00',
      '2027-03-09T10:45:00+02:00',
      '2027-03-16T10:00:00+02:00',
      '2027-03-16T10:15:00+02:00',
      '2027-03-16T10:30:00+02:00',
      '2027-03-16T10:45:00+02:00',
    ]);
    expect(times.body.data[0].practitionerName).toBe('Dr. Eva Test');
    const booked = await call('post', `/scheduling/wait-list/${entry.documentId}/book`, desk, {
      practitioner: idOf('Eva'),
      start: times.body.data[0].start,
    }).expect(201);
    expect(booked.body.data.start).toBe('2027-03-09T10:00:00+02:00');
    const again = await call('post', `/scheduling/wait-list/${entry.documentId}/book`, desk, {
      practitioner: idOf('Eva'),
      start: times.body.data[1].start,
    }).expect(409);
    expect(again.body.error.code).toBe('NOT_WAITING');
    await call('post', '/scheduling/wait-list', desk, { ...wanted(), patient: 'nobody' }).expect(
      404,
    );
    await call('get', '/scheduling/wait-list?status=odd', desk).expect(400);
    await call('get', '/scheduling/wait-list?page=0', desk).expect(400);
    await call('get', '/scheduling/gaps/nothing', desk).expect(400);
    await call('get', '/scheduling/gaps/999999', desk).expect(404);
  });

  test('who may change settings says whether freed times go out by themselves, and for how long', async () => {
    const admin = await staffToken(clinic, 'clinic-admin');
    const change = (token: string, body: object) =>
      call('put', '/scheduling/wait-list/settings', token, body);
    const written = async () =>
      (
        await clinic.db.query(
          `select key, value from settings where key like 'wait-list.%' order by key`,
        )
      ).rows.map(({ key, value }) => `${key} ${JSON.stringify(value)}`);
    const before = await written();
    await change(desk, { automatic: true, minutes: 45 }).expect(403);
    for (const [field, body] of [
      ['minutes', { automatic: true, minutes: 4 }],
      ['minutes', { automatic: true, minutes: 1441 }],
      ['minutes', { automatic: true, minutes: 12.5 }],
      ['minutes', { automatic: true, minutes: '45' }],
      ['automatic', { automatic: 'yes', minutes: 45 }],
    ] as const) {
      const refused = await change(admin, body).expect(400);
      expect(refused.body.error.details.fields[0].field).toBe(field);
    }
    expect(await written()).toEqual(before);
    const changed = await change(admin, { automatic: true, minutes: 45 }).expect(200);
    expect(changed.body.data).toEqual({ automatic: true, minutes: 45 });
    const page = await call('get', '/scheduling/wait-list', desk).expect(200);
    expect(page.body.meta.offers).toEqual({ automatic: true, minutes: 45 });
    const { rows } = await clinic.db.query(
      `select detail from audit_entries where actor_kind = 'staff' and action = 'setting.changed' order by id`,
    );
    expect(rows.map(({ detail }) => detail)).toEqual([
      { key: 'wait-list.offer-minutes', before: 30, value: 45 },
      { key: 'wait-list.automatic', before: false, value: true },
    ]);
    await change(admin, { automatic: false, minutes: 30 }).expect(200);
    expect(await written()).toEqual(before);
  });
});
