import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { staffToken } from '../../tests/support/people.ts';
import { addLocation, addPatient, idOf, signIn, weekdays } from '../../tests/support/schedule.ts';

const now = '2027-03-08T06:30:00Z';

describe('why a time is not offered', () => {
  let clinic: Clinic;
  let desk: string;
  const query = (at: string, more: Record<string, string> = {}) =>
    new URLSearchParams({
      appointmentType: idOf('Check'),
      location: idOf('Hill'),
      practitioner: idOf('Lia'),
      at,
      ...more,
    });
  const ask = (path: string, token = desk) =>
    request(clinic.url).get(path).set('authorization', `Bearer ${token}`);
  const why = async (at: string, more = {}) => {
    const { body } = await ask(`/api/scheduling/slots/explain?${query(at, more)}`).expect(200);
    return body.data.people;
  };

  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: now } });
    await addLocation(clinic.db, 'Hill', {
      zone: 'Europe/Bucharest',
      chairs: 1,
      practitioners: ['Lia', 'Mihai'].map((name) => ({
        name,
        hours: weekdays.map((weekday) => [weekday, '09:00', '17:00'] as const),
      })),
      types: [{ name: 'Check', duration: 30 }],
    });
    await addPatient(clinic.db, 'irina');
    desk = await staffToken(clinic, 'front-desk');
  });
  afterAll(() => clinic.close());

  test('is told to staff on both routes, to nobody else', async () => {
    const asked = query('2027-03-09T10:00:00+02:00');
    const rest = `/api/scheduling/slots/explain?${asked}`;
    await request(clinic.url).get(rest).expect(403);
    await ask(rest, await signIn(clinic.url, 'irina')).expect(403);
    await request(clinic.url).get(`/scheduling/explain?${asked}`).expect(401);
    const panel = await ask(`/scheduling/explain?${asked}`).expect(200);
    expect((await ask(rest).expect(200)).body).toEqual(panel.body);
    await clinic.db.query(
      `delete from admin_permissions where action = 'plugin::scheduling.slots.explain' and id in (
         select l.permission_id from admin_permissions_role_lnk l join admin_roles r on r.id = l.role_id
         where r.code = 'assistant')`,
    );
    const assistant = await staffToken(clinic, 'assistant');
    await ask(rest, assistant).expect(403);
    await ask(`/scheduling/explain?${asked}`, assistant).expect(403);
  });

  test('an offered time has nothing against it', async () => {
    expect(await why('2027-03-09T10:00:00+02:00')).toEqual([
      {
        practitioner: { documentId: idOf('Lia'), name: 'Dr. Lia Test' },
        offered: true,
        reasons: [],
      },
    ]);
  });

  test('each rule is named with the record that causes it', async () => {
    const { body } = await request(clinic.url)
      .post('/scheduling/appointments')
      .set('authorization', `Bearer ${desk}`)
      .send({
        patient: idOf('irina'),
        appointmentType: idOf('Check'),
        location: idOf('Hill'),
        practitioner: idOf('Lia'),
        start: '2027-03-09T11:00:00+02:00',
      })
      .expect(201);
    const visit = { uid: 'api::appointment.appointment', documentId: body.data.documentId };
    const [lia, mihai] = await why('2027-03-09T11:10:00+02:00', { practitioner: '' });
    expect(lia.reasons).toMatchObject([
      {
        code: 'OFF_GRID',
        record: { uid: 'api::appointment-type.appointment-type', documentId: idOf('Check') },
      },
      {
        code: 'PRACTITIONER_BUSY',
        record: visit,
        span: { start: '2027-03-09T11:00:00+02:00', end: '2027-03-09T11:30:00+02:00' },
      },
      { code: 'CHAIR_BUSY', record: visit, resource: { name: 'Hill 1' } },
    ]);
    expect(mihai.reasons.map(({ code }: { code: string }) => code)).toEqual([
      'OFF_GRID',
      'CHAIR_BUSY',
    ]);
    const [past] = await why('2027-03-07T20:00:00+02:00');
    expect(past.reasons.map(({ code }: { code: string }) => code)).toEqual([
      'SLOT_IN_PAST',
      'OUTSIDE_HOURS',
    ]);
  });

  test('time off is named by its record', async () => {
    const { rows } = await clinic.db.query(
      `with made as (
         insert into time_offs (document_id, kind, starts_at, ends_at, created_at, updated_at, published_at)
         values ($1, 'training', '2027-03-10 07:00', '2027-03-10 15:00', now(), now(), now()) returning id)
       insert into time_offs_practitioner_lnk (time_off_id, practitioner_id)
       select made.id, p.id from made, practitioners p where p.document_id = $2 returning time_off_id`,
      [idOf('course'), idOf('Lia')],
    );
    expect(rows).toHaveLength(1);
    const [lia] = await why('2027-03-10T10:00:00+02:00');
    expect(lia.reasons).toMatchObject([
      { code: 'TIME_OFF', record: { uid: 'api::time-off.time-off', documentId: idOf('course') } },
    ]);
  });

  test('a public holiday is named with its day, where the location observes them', async () => {
    const codes = async () => {
      const [lia] = await why('2027-12-01T10:00:00+02:00');
      return lia.reasons;
    };
    expect(await codes()).toEqual([]);
    await clinic.db.query(
      `update locations set country = 'RO', observes_holidays = true where document_id = $1`,
      [idOf('Hill')],
    );
    expect(await codes()).toMatchObject([
      {
        code: 'HOLIDAY',
        resource: { kind: 'practitioner', id: idOf('Lia') },
        record: null,
        span: { start: '2027-12-01T00:00:00+02:00', end: '2027-12-02T00:00:00+02:00' },
      },
    ]);
    const { body } = await request(clinic.url)
      .get('/api/scheduling/slots')
      .query({
        appointmentType: idOf('Check'),
        location: idOf('Hill'),
        from: '2027-12-01',
        days: '1',
      })
      .expect(200);
    expect(body.data).toEqual([]);
  });

  test.each([
    [{ at: 'noon' }, 400, 'VALIDATION_FAILED'],
    [{ at: '2027-03-09T10:00:00' }, 400, 'VALIDATION_FAILED'],
    [{ at: '+099999-01-01T00:00:00Z' }, 400, 'VALIDATION_FAILED'],
    [{ appointmentType: 'none' }, 404, 'UNKNOWN_APPOINTMENT_TYPE'],
    [{ location: 'none' }, 404, 'UNKNOWN_LOCATION'],
    [{ practitioner: 'none' }, 404, 'UNKNOWN_PRACTITIONER'],
    [{ location: 'x'.repeat(65) }, 400, 'VALIDATION_FAILED'],
  ])('%j is refused in words', async (wrong, status, code) => {
    const asked = query('2027-03-09T10:00:00+02:00', wrong);
    const answer = await ask(`/api/scheduling/slots/explain?${asked}`);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  });
});
