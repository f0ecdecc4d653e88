import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { staffToken } from '../../tests/support/people.ts';
import { addLocation, addPatient, idOf, signIn, weekdays } from '../../tests/support/schedule.ts';

const monday = '2027-03-08';
const at = (time: string) => `${monday}T${time}:00+02:00`;

describe('visits back to back', () => {
  let clinic: Clinic;
  let desk: string;
  let mara: string;
  let ion: string;
  const post = (path: string, token: string | undefined, body: object = {}) => {
    const sent = request(clinic.url).post(path);
    if (token) sent.set('authorization', `Bearer ${token}`);
    return sent.send(body);
  };
  const item = (type: string, more: object = {}) => ({ appointmentType: idOf(type), ...more });
  const both = [item('Check'), item('Cleaning')];
  const group = (start: string, items: object[] = both) => ({
    items,
    location: idOf('Hill'),
    start,
  });
  const book = (token: string, start: string, items?: object[]) =>
    post('/api/scheduling/bookings/group', token, group(start, items));
  const counts = async () =>
    (
      await clinic.db.query(
        `select (select count(*)::int from appointments) as appointments,
                (select count(*)::int from time_claims) as claims`,
      )
    ).rows[0];
  const overlaps = async () =>
    (
      await clinic.db.query(
        `select count(*)::int as n from time_claims a join time_claims b on a.id < b.id
           and a.resource_kind = b.resource_kind and a.resource_id = b.resource_id and a.during && b.during`,
      )
    ).rows[0].n;
  const times = (visits: { start: string; end: string }[]) =>
    visits.map(({ start, end }) => `${start.slice(11, 16)}–${end.slice(11, 16)}`);

  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: '2027-03-01T07:00:00Z' } });
    const hours = weekdays.map((day) => [day, '09:00', '12:00'] as const);
    await addLocation(clinic.db, 'Hill', {
      zone: 'Europe/Bucharest',
      chairs: 2,
      practitioners: [
        { name: 'Ana', hours },
        { name: 'Bogdan', hours },
      ],
      types: [
        { name: 'Check', duration: 30, values: { buffer_after: 10 } },
        { name: 'Cleaning', duration: 45, values: { buffer_before: 5 } },
      ],
    });
    for (const name of ['mara', 'ion', 'lia']) await addPatient(clinic.db, name);
    await clinic.db.query(
      `insert into patients_guarantor_lnk (patient_id, inv_patient_id)
       select p.id, g.id from patients p, patients g where p.document_id = $1 and g.document_id = $2`,
      [idOf('lia'), idOf('mara')],
    );
    mara = await signIn(clinic.url, 'mara');
    ion = await signIn(clinic.url, 'ion');
    desk = await staffToken(clinic, 'clinic-admin');
  });
  beforeEach(async () => {
    await clinic.db.query('delete from appointments where group_id is not null');
    await clinic.db.query('delete from time_claims');
    await clinic.db.query('delete from booking_keys');
  });
  afterAll(() => clinic.close());

  test('two services for one person follow one another without a gap', async () => {
    const { body } = await book(mara, at('09:00')).expect(201);
    expect(times(body.data.booked)).toEqual(['09:00–09:30', '09:30–10:15']);
    const [first, second] = body.data.booked;
    expect(first.practitioner).toBe(second.practitioner);
    expect(await overlaps()).toBe(0);
  });

  test('the offered starts are those at which all fit, and can be booked', async () => {
    const asked = { items: both, location: idOf('Hill'), from: monday, days: 1 };
    const { body } = await post('/api/scheduling/slots/chain', mara, asked).expect(200);
    const last = body.data.at(-1);
    expect(times([body.data[0], last])).toEqual(['09:00–10:15', '10:45–12:00']);
    const { body: booked } = await book(mara, last.start).expect(201);
    expect(times(booked.data.booked)).toEqual(times(last.parts));
    const { body: after } = await post('/api/scheduling/slots/chain', mara, asked).expect(200);
    expect(after.data.map(({ start }: { start: string }) => start)).not.toContain(last.start);
  });

  test('a family comes one after the other; between two people their buffers are kept', async () => {
    const { body: family } = await request(clinic.url)
      .get('/api/scheduling/family')
      .set('authorization', `Bearer ${mara}`);
    expect(family.data).toEqual([{ documentId: idOf('lia'), name: 'lia Storyteller' }]);
    const items = [item('Check'), item('Check', { patient: idOf('lia') })];
    const { body } = await book(mara, at('09:00'), items).expect(201);
    expect(times(body.data.booked)).toEqual(['09:00–09:30', '09:40–10:10']);
  });

  test('nobody books for a stranger: whoever is not family is not known', async () => {
    const before = await counts();
    for (const patient of [idOf('mara'), idOf('lia'), 'nobody']) {
      const answer = await book(ion, at('09:00'), [item('Check'), item('Check', { patient })]);
      expect([answer.status, answer.body.error.code]).toEqual([404, 'UNKNOWN_PATIENT']);
    }
    expect(
      (await post('/api/scheduling/bookings/group', undefined, group(at('09:00')))).status,
    ).toBe(403);
    expect((await post('/scheduling/groups', mara, group(at('09:00')))).status).toBe(401);
    expect(await counts()).toEqual(before);
  });

  test('when one does not fit none is booked; it is said which, and where all fit', async () => {
    for (const who of ['Ana', 'Bogdan'])
      await post('/scheduling/appointments', desk, {
        patient: idOf(who === 'Ana' ? 'ion' : 'lia'),
        appointmentType: idOf('Check'),
        location: idOf('Hill'),
        practitioner: idOf(who),
        start: at('09:30'),
      }).expect(201);
    const before = await counts();
    const answer = await book(mara, at('09:00'));
    expect([answer.status, answer.body.error.code, answer.body.error.details.item]).toEqual([
      409,
      'SLOT_TAKEN',
      1,
    ]);
    const [near] = answer.body.error.details.alternatives;
    expect(await counts()).toEqual(before);
    await book(mara, near.start).expect(201);
  });

  test('a race for one group of times: one wins, the others get nothing at all', async () => {
    const items = both.map((each) => ({ ...each, practitioner: idOf('Ana') }));
    const reversed = [...items].reverse();
    const before = await counts();
    const answers = await Promise.all([
      ...Array.from({ length: 3 }, () => book(mara, at('09:00'), items)),
      ...Array.from({ length: 3 }, () => book(ion, at('09:00'), reversed)),
      post(
        '/scheduling/groups',
        desk,
        group(
          at('09:15'),
          items.map((each) => ({ ...each, patient: idOf('lia') })),
        ),
      ),
    ]);
    const won = answers.filter(({ status }) => status === 201);
    expect(won).toHaveLength(1);
    for (const { status } of answers) expect([201, 409]).toContain(status);
    const after = await counts();
    expect(after.appointments - before.appointments).toBe(2);
    expect(await overlaps()).toBe(0);
  });

  test('the same key books once', async () => {
    const first = await book(mara, at('09:00')).set('Idempotency-Key', 'pair').expect(201);
    const again = await book(mara, at('09:00')).set('Idempotency-Key', 'pair').expect(201);
    expect(again.body).toEqual(first.body);
  });

  test('one of them moves alone, or all together; cancelled alike', async () => {
    const { body } = await book(mara, at('09:00')).expect(201);
    const [first, second] = body.data.booked;
    const path = (id: string, what: string) => `/api/scheduling/bookings/${id}/${what}`;
    const together = await post(path(first.documentId, 'group/reschedule'), mara, {
      start: at('09:30'),
    }).expect(200);
    expect(times(together.body.data.changed)).toEqual(['09:30–10:00', '10:00–10:45']);
    expect(await overlaps()).toBe(0);
    const stranger = await post(path(first.documentId, 'group/cancel'), ion);
    expect([stranger.status, stranger.body.error.code]).toEqual([404, 'UNKNOWN_APPOINTMENT']);
    const before = await counts();
    const outside = await post(path(first.documentId, 'group/reschedule'), mara, {
      start: at('11:00'),
    });
    expect([outside.status, outside.body.error.code]).toEqual([400, 'OUTSIDE_HOURS']);
    expect(await counts()).toEqual(before);
    await post(path(second.documentId, 'cancel'), mara, {}).expect(200);
    const rest = await post(path(first.documentId, 'group/cancel'), mara, {}).expect(200);
    expect(rest.body.data.changed.map((each: { documentId: string }) => each.documentId)).toEqual([
      first.documentId,
    ]);
  });

  test('a family’s visits are in the list of whoever answers for them, who may change each; nobody else’s', async () => {
    const { body } = await post('/api/scheduling/bookings/group', mara, {
      ...group(at('09:00'), [item('Check'), item('Check', { patient: idOf('lia') })]),
      reason: 'Before the holidays',
    }).expect(201);
    const [own, child] = body.data.booked.map(
      ({ documentId }: { documentId: string }) => documentId,
    );
    const as = (token: string, method: 'get' | 'post', path: string, sent?: object) =>
      request(clinic.url)
        [method](`/api/scheduling/${path}`)
        .set('authorization', `Bearer ${token}`)
        .send(sent);
    const mine = await as(mara, 'get', 'bookings').expect(200);
    const members = Object.fromEntries(
      mine.body.data.map((visit: { documentId: string; familyMember: unknown }) => [
        visit.documentId,
        visit.familyMember,
      ]),
    );
    expect(members).toMatchObject({
      [own]: null,
      [child]: { documentId: idOf('lia'), name: 'lia Storyteller' },
    });
    const reasons = mine.body.data.map(({ reason }: { reason: string | null }) => reason);
    expect(reasons.filter(Boolean)).toEqual(['Before the holidays']);
    await as(ion, 'get', `bookings/${child}`).expect(404);
    await as(ion, 'post', `bookings/${child}/cancel`, { reason: 'x' }).expect(404);
    const lia = await signIn(clinic.url, 'lia');
    await as(lia, 'get', `bookings/${own}`).expect(404);
    const { rows } = await clinic.db.query(
      `select count(*)::int as n from audit_entries where action = 'list' and subject = 'appointment'
         and actor_kind = 'patient' and $1 = any (patients)`,
      [idOf('lia')],
    );
    expect(rows[0].n).toBeGreaterThan(0);
    const moved = await as(mara, 'post', `bookings/${child}/reschedule`, { start: at('11:00') });
    expect([moved.status, moved.body.data?.start]).toEqual([200, at('11:00')]);
    await as(mara, 'post', `bookings/${child}/cancel`, { reason: 'A fever' }).expect(200);
    expect((await as(mara, 'get', `bookings/${child}`)).body.data.status).toBe('cancelled');
  });

  test('one visit, or a series, may be for somebody of the family; for nobody else', async () => {
    const visit = { appointmentType: idOf('Check'), location: idOf('Hill'), start: at('09:00') };
    const forLia = { ...visit, patient: idOf('lia') };
    const booked = await post('/api/scheduling/bookings', mara, forLia).expect(201);
    const stranger = await post('/api/scheduling/bookings', ion, { ...forLia, start: at('10:00') });
    expect([stranger.status, stranger.body.error.code]).toEqual([404, 'UNKNOWN_PATIENT']);
    const { rows } = await clinic.db.query(
      `select p.document_id as patient from appointments a
       join appointments_patient_lnk l on l.appointment_id = a.id join patients p on p.id = l.patient_id
       where a.document_id = $1`,
      [booked.body.data.documentId],
    );
    expect(rows).toEqual([{ patient: idOf('lia') }]);
    const repeat = { every: 'week', count: 2 };
    const series = { ...forLia, start: at('11:00'), repeat };
    const many = await post('/api/scheduling/bookings/series', mara, series).expect(201);
    expect(many.body.data.booked).toHaveLength(2);
    for (const path of ['series', 'series/preview'])
      expect((await post(`/api/scheduling/bookings/${path}`, ion, series)).status).toBe(404);
    await clinic.db.query('delete from appointments where booked_via = $1', ['portal']);
  });

  test('the desk books for anybody', async () => {
    const items = [
      item('Check', { patient: idOf('ion') }),
      item('Cleaning', { patient: idOf('mara') }),
    ];
    const { body } = await post('/scheduling/groups', desk, group(at('10:00'), items)).expect(201);
    expect(times(body.data.booked)).toEqual(['10:00–10:30', '10:45–11:30']);
    const asked = { items, location: idOf('Hill'), from: monday };
    const { body: slots } = await post('/scheduling/groups/slots', desk, asked).expect(200);
    expect(slots.data.length).toBeGreaterThan(0);
    const { body: kin } = await request(clinic.url)
      .get(`/scheduling/appointments/${body.data.booked[1].documentId}/kin`)
      .set('authorization', `Bearer ${desk}`)
      .expect(200);
    expect(kin.data.following).toEqual([]);
    expect(kin.data.group.map(({ name }: { name: string }) => name)).toEqual([
      'ion Storyteller',
      'mara Storyteller',
    ]);
  });

  const bad: readonly [string, object, number, string][] = [
    ['no items', { items: undefined }, 400, 'items'],
    ['one item', { items: [item('Check')] }, 400, 'items'],
    ['seven items', { items: Array(7).fill(item('Check')) }, 400, 'items'],
    ['an item that is text', { items: ['check', 'clean'] }, 400, 'items.0'],
    ['an item without a type', { items: [{}, item('Check')] }, 400, 'items.0.appointmentType'],
    ['no location', { location: undefined }, 400, 'location'],
    ['an unknown location', { location: 'nowhere' }, 404, ''],
    ['an unknown type', { items: [item('Check'), { appointmentType: 'nothing' }] }, 404, ''],
    [
      'an unknown practitioner',
      { items: [item('Check'), item('Check', { practitioner: 'nobody' })] },
      404,
      '',
    ],
  ];
  test.each(bad)('%s: refused in words', async (_, more, status, field) => {
    const before = await counts();
    const asked = { items: both, location: idOf('Hill') };
    const answers = [
      await post('/api/scheduling/bookings/group', mara, { ...asked, start: at('09:00'), ...more }),
      await post('/api/scheduling/slots/chain', mara, { ...asked, from: monday, ...more }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(status);
      expect(answer.body.error.message).toMatch(/\w+ \w+/);
      if (field) expect(answer.body.error.details.fields[0].field).toBe(field);
    }
    expect(await counts()).toEqual(before);
  });
});
