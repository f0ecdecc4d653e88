import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { staffToken } from '../../tests/support/people.ts';
import { addLocation, addPatient, idOf, signIn, weekdays } from '../../tests/support/schedule.ts';

// The Monday after Romania's clocks went forward.
const now = '2027-03-29T06:30:00Z';
const day = '2027-03-29';

describe('the pages of the desk', () => {
  let clinic: Clinic;
  let desk: string;
  let reader: string;
  const visits: Record<string, string> = {};
  const get = (path: string, token = desk) =>
    request(clinic.url).get(`/scheduling${path}`).set('authorization', `Bearer ${token}`);
  const post = (path: string, body: object, token = desk) =>
    request(clinic.url)
      .post(`/scheduling${path}`)
      .set('authorization', `Bearer ${token}`)
      .send(body);
  const move = (name: string, to: string) =>
    post(`/appointments/${visits[name]}/status`, { to }).expect(200);
  const book = async (name: string, start: string, practitioner: string, more = {}) => {
    const { body } = await post('/appointments', {
      patient: idOf(name),
      appointmentType: idOf('Look'),
      location: idOf('West'),
      practitioner: idOf(practitioner),
      start,
      ...more,
    }).expect(201);
    visits[name] = body.data.documentId;
  };
  const listed = async (query: Record<string, string>) => {
    const { body } = await get(
      `/visits?${new URLSearchParams({ location: idOf('West'), ...query })}`,
    );
    return [
      body.meta.total,
      body.data.map(({ patient }: { patient: { name: string } }) => patient.name.split(' ')[0]),
    ];
  };
  const trail = async (action: string) =>
    (
      await clinic.db.query(
        `select patients from audit_entries where action = $1 and subject = 'appointment' order by id desc limit 1`,
        [action],
      )
    ).rows[0]?.patients;

  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: now } });
    await addLocation(clinic.db, 'West', {
      zone: 'Europe/Bucharest',
      chairs: 2,
      practitioners: ['Ana', 'Bob'].map((name) => ({
        name,
        hours: weekdays.map((weekday) => [weekday, '09:00', '17:00'] as const),
      })),
      types: [{ name: 'Look', duration: 30 }],
    });
    for (const name of ['ioana', 'radu', 'Ștefan', 'vlad']) await addPatient(clinic.db, name);
    desk = await staffToken(clinic, 'front-desk');
    reader = await staffToken(clinic, 'assistant');
    await clinic.db.query(
      `with alert as (insert into components_clinic_alerts (kind, text, severity)
         values ('allergy', 'Penicillin', 'high') returning id)
       insert into patients_cmps (entity_id, cmp_id, component_type, field, "order")
       select p.id, alert.id, 'clinic.alert', 'alerts', 1 from patients p, alert where p.document_id = $1`,
      [idOf('ioana')],
    );
    await book('ioana', `${day}T10:00:00+03:00`, 'Ana');
    await book('radu', `${day}T10:00:00+03:00`, 'Bob');
    await book('Ștefan', `${day}T11:00:00+03:00`, 'Ana');
    await book('vlad', '2027-04-05T09:00:00+03:00', 'Bob');
  });
  afterAll(() => clinic.close());

  test('are closed to strangers and patients', async () => {
    const patient = await signIn(clinic.url, 'ioana');
    for (const path of ['/waiting-room', '/day-sheet', '/visits', '/visits/csv']) {
      await request(clinic.url).get(`/scheduling${path}`).expect(401);
      await get(path, patient).expect(401);
      await get(path, reader).expect(200);
    }
    await request(clinic.url)
      .post(`/scheduling/appointments/${visits.ioana}/seat`)
      .send({})
      .expect(401);
  });

  test('show who comes today, with alerts and the moves that are possible, and leave a trace', async () => {
    const { body } = await get(`/waiting-room?location=${idOf('West')}`).expect(200);
    expect(body.data).toMatchObject({
      date: day,
      zone: 'Europe/Bucharest',
      location: { name: 'West' },
      chairs: [{ name: 'West 1' }, { name: 'West 2' }],
    });
    expect(
      body.data.visits.map(({ patient }: { patient: { name: string } }) => patient.name),
    ).toEqual(['ioana Storyteller', 'radu Storyteller', 'Ștefan Storyteller']);
    expect(body.data.visits[0]).toMatchObject({
      start: `${day}T10:00:00+03:00`,
      moves: ['arrived', 'cancelled', 'no-show'],
      patient: { alerts: [{ kind: 'allergy', text: 'Penicillin', severity: 'high' }] },
      practitioner: { name: 'Dr. Ana Test' },
      arrivedAt: null,
    });
    expect((await trail('list')).sort()).toEqual(
      [idOf('ioana'), idOf('radu'), idOf('Ștefan')].sort(),
    );
  });

  test('a patient is seated in the chair that is free, not in one that another visit has', async () => {
    await move('ioana', 'arrived');
    const { rows } = await clinic.db.query(
      `select resource_id as chair, source_id as visit from time_claims where resource_kind = 'chair' and source_id = any($1)`,
      [[visits.ioana, visits.radu]],
    );
    const chairOf = (name: string) => rows.find(({ visit }) => visit === visits[name]).chair;
    const taken = await post(`/appointments/${visits.ioana}/seat`, { chair: chairOf('radu') });
    expect([taken.status, taken.body.error.code]).toEqual([409, 'CHAIR_TAKEN']);
    const unknown = await post(`/appointments/${visits.ioana}/seat`, { chair: 'nothing' });
    expect([unknown.status, unknown.body.error.code]).toEqual([404, 'UNKNOWN_CHAIR']);
    const early = await post(`/appointments/${visits.radu}/seat`, {});
    expect([early.status, early.body.error.code]).toEqual([409, 'ILLEGAL_MOVE']);

    await move('Ștefan', 'arrived');
    const { body } = await post(`/appointments/${visits.Ștefan}/seat`, {
      chair: chairOf('radu'),
    }).expect(200);
    expect(body.data).toMatchObject({ status: 'seated', chair: chairOf('radu') });
    const { rows: claims } = await clinic.db.query(
      `select resource_id as chair from time_claims where resource_kind = 'chair' and source_id = $1`,
      [visits.Ștefan],
    );
    expect(claims).toEqual([{ chair: chairOf('radu') }]);
    await move('Ștefan', 'completed');
    const room = await get(`/waiting-room?location=${idOf('West')}`);
    expect(room.body.data.visits[2]).toMatchObject({
      status: 'completed',
      moves: [],
      chair: { documentId: chairOf('radu') },
      seatedAt: expect.stringMatching(/\+03:00$/),
      completedAt: expect.stringMatching(/\+03:00$/),
    });
  });

  test('a day is printed for all or for one, without the cancelled ones', async () => {
    const sheet = async (query: object) =>
      (
        await get(
          `/day-sheet?${new URLSearchParams({ date: day, location: idOf('West'), ...query })}`,
        ).expect(200)
      ).body.data.visits.length;
    expect(await sheet({})).toBe(3);
    expect(await sheet({ who: idOf('Ana') })).toBe(2);
    await move('radu', 'cancelled');
    expect(await sheet({})).toBe(2);
    expect(await sheet({ date: '2027-04-05' })).toBe(1);
    expect(await trail('appointments.printed')).toEqual([idOf('vlad')]);
  });

  test('visits are found by date, person, state, type and who they are for', async () => {
    expect(await listed({})).toEqual([4, ['ioana', 'radu', 'Ștefan', 'vlad']]);
    expect(await listed({ order: 'latest' })).toEqual([4, ['vlad', 'Ștefan', 'radu', 'ioana']]);
    expect(await listed({ order: 'patient', pageSize: '2', page: '2' })).toEqual([
      4,
      ['vlad', 'Ștefan'],
    ]);
    expect(await listed({ from: day, to: day })).toEqual([3, ['ioana', 'radu', 'Ștefan']]);
    expect(await listed({ from: '2027-03-30' })).toEqual([1, ['vlad']]);
    expect(await listed({ state: 'open' })).toEqual([2, ['ioana', 'vlad']]);
    expect(await listed({ state: 'cancelled' })).toEqual([1, ['radu']]);
    expect(await listed({ practitioner: idOf('Ana') })).toEqual([2, ['ioana', 'Ștefan']]);
    expect(await listed({ type: idOf('Look'), search: 'stefan' })).toEqual([1, ['Ștefan']]);
    expect(await listed({ patient: idOf('vlad') })).toEqual([1, ['vlad']]);
    expect(await listed({ search: '100%' })).toEqual([0, []]);
    expect(await listed({ page: '9' })).toEqual([4, []]);
  });

  test('a visit just after midnight belongs to its local day', async () => {
    await clinic.db.query(
      `update appointments set starts_at = '2027-04-05 21:10', ends_at = '2027-04-05 21:40' where document_id = $1`,
      [visits.vlad],
    );
    expect(await listed({ from: '2027-04-06', to: '2027-04-06' })).toEqual([1, ['vlad']]);
    expect(await listed({ from: '2027-04-05', to: '2027-04-05' })).toEqual([0, []]);
  });

  test('the list goes into a spreadsheet', async () => {
    const { text, headers } = await get(
      `/visits/csv?location=${idOf('West')}&from=${day}&to=${day}&language=ro`,
    ).expect(200);
    expect(headers['content-type']).toMatch(/^text\/csv/);
    expect(text.split('\r\n')[0]).toMatch(/Data,De la,Până la,Pacient/);
    expect(text.split('\r\n')[1]).toMatch(/^2027-03-29,10:00,10:30,ioana Storyteller,.*,a sosit,$/);
    expect(text).toMatch(/,anulată,/);
    expect((await trail('appointments.exported')).length).toBe(3);
  });

  test.each([
    ['/visits?from=tomorrow', 'from'],
    ['/visits?to=2027-02-30', 'to'],
    ['/visits?from=9999-01-01', 'from'],
    ['/visits?state=lost', 'state'],
    ['/visits?order=color', 'order'],
    ['/visits?page=0', 'page'],
    ['/visits?page=1e99', 'page'],
    ['/visits?pageSize=101', 'pageSize'],
    [`/visits?search=${'x'.repeat(101)}`, 'search'],
    ['/visits?from=2027-01-01&from=2027-01-02', 'from'],
    ['/visits/csv?language=de', 'language'],
    ['/day-sheet?date=29.03.2027', 'date'],
    [`/day-sheet?who=${'x'.repeat(65)}`, 'who'],
  ])('%s is refused in words', async (path, field) => {
    const { status, body } = await get(path);
    expect([status, body.error.details.fields[0].field]).toEqual([400, field]);
    expect(body.error.message).toMatch(/^\w+: [a-z].+/);
  });

  test('an unknown place is missing, a reversed range is empty', async () => {
    for (const path of ['/waiting-room', '/day-sheet']) {
      const { status, body } = await get(`${path}?location=nowhere`);
      expect([status, body.error.code]).toEqual([404, 'UNKNOWN_LOCATION']);
    }
    expect(await listed({ from: '2027-04-30', to: '2027-03-01' })).toEqual([0, []]);
  });
});
