import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { patientToken, staffToken } from '../../tests/support/people.ts';

describe('the generated REST API', () => {
  let clinic: Clinic;
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    clinic = await openClinic();
    for (const role of ['clinic-admin', 'dentist', 'assistant', 'front-desk'])
      tokens[role] = await staffToken(clinic, role);
    tokens.patient = await patientToken(clinic, 'rest@example.com');
    await clinic.db.query(
      `with p as (insert into patients (document_id, first_name, last_name, email, notes, archived, created_at, updated_at)
         values ('p-one', 'Maria', 'Pop', 'maria@example.com', 'grinds teeth', false, now(), now()) returning id),
       a as (insert into appointments (document_id, starts_at, ends_at, status, notes, created_at, updated_at)
         values ('a-one', '2030-01-07 08:00', '2030-01-07 08:30', 'pending', 'nervous', now(), now()) returning id)
       insert into appointments_patient_lnk (appointment_id, patient_id) select a.id, p.id from a, p`,
    );
    await clinic.db.query(
      `insert into locations (document_id, name, zone, active, created_at, updated_at) values
         ('l-open', 'Open house', 'Europe/Bucharest', true, now(), now()),
         ('l-shut', 'Shut house', 'Europe/Bucharest', false, now(), now())`,
    );
    await clinic.db.query(
      `insert into practitioners (document_id, first_name, last_name, profession, active, online_bookable, created_at, updated_at) values
         ('d-open', 'Ioana', 'Marin', 'dentist', true, true, now(), now()),
         ('d-off', 'Dan', 'Away', 'dentist', true, false, now(), now())`,
    );
  });
  afterAll(() => clinic.close());

  const as = (
    who: string | undefined,
    path: string,
    method: 'get' | 'post' | 'put' | 'delete' = 'get',
  ) => {
    const call = request(clinic.url)[method](`/api${path}`);
    return who ? call.set('Authorization', `Bearer ${tokens[who]}`) : call;
  };

  const nouns = [
    'patients',
    'appointments',
    'treatments',
    'tooth-findings',
    'questionnaires',
    'questionnaire-responses',
    'invoices',
    'payments',
    'working-hours-entries',
    'time-offs',
    'chairs',
    'message-templates',
    'reminder-rules',
    'settings',
    'clinic',
  ];

  test.each(nouns)('a stranger and a patient reach nothing of %s', async (noun) => {
    for (const who of [undefined, 'patient'])
      for (const path of [`/${noun}`, `/${noun}/p-one`, `/${noun}?populate=*`]) {
        const { status, body } = await as(who, path);
        expect([403, 404]).toContain(status);
        expect(body.data).toBeNull();
      }
    for (const who of [undefined, 'patient'])
      for (const method of ['post', 'put', 'delete'] as const) {
        const answer = await as(
          who,
          method === 'post' ? `/${noun}` : `/${noun}/p-one`,
          method,
        ).send({
          data: {},
        });
        expect([403, 404, 405]).toContain(answer.status);
      }
  });

  const expected: [string, string, number][] = [
    ['dentist', '/patients', 200],
    ['dentist', '/tooth-findings', 200],
    ['dentist', '/settings', 403],
    ['dentist', '/payments', 403],
    ['assistant', '/invoices', 403],
    ['assistant', '/treatments', 200],
    ['front-desk', '/tooth-findings', 403],
    ['front-desk', '/invoices', 200],
    ['front-desk', '/message-templates', 403],
    ['clinic-admin', '/message-templates', 200],
    ['clinic-admin', '/settings', 200],
    ['clinic-admin', '/clinic', 200],
  ];
  test.each(expected)('%s asks for %s and is answered %i', async (who, path, status) => {
    const answer = await as(who, path);
    if (path !== '/clinic' || answer.status !== 404) expect(answer.status).toBe(status);
  });

  test('each role sees the fields of its permissions only, through relations too', async () => {
    const dentist = await as('dentist', '/patients/p-one').expect(200);
    expect(dentist.body.data).toMatchObject({ firstName: 'Maria', notes: 'grinds teeth' });
    const desk = await as('front-desk', '/patients/p-one').expect(200);
    expect(desk.body.data).toMatchObject({ firstName: 'Maria' });
    expect(desk.body.data).not.toHaveProperty('notes');
    const visit = await as('front-desk', '/appointments/a-one?populate=*').expect(200);
    expect(visit.body.data.patient).toMatchObject({ firstName: 'Maria' });
    expect(JSON.stringify(visit.body)).not.toMatch(/grinds teeth|nervous|"account"|createdBy/);
  });

  test('filters, sort, populate and search are no oracle for what may not be read', async () => {
    for (const query of [
      'filters[notes][$startsWith]=g',
      'filters[$or][0][notes][$contains]=grinds',
      'filters[account][email][$startsWith]=m',
      'filters[account][password][$startsWith]=$2a',
      'filters[account][resetPasswordToken][$notNull]=true',
      'filters[createdBy][email][$startsWith]=a',
      'sort=notes',
      'sort[0][account][password]=asc',
      'fields[0]=notes',
      'populate[account]=true',
      'populate[guarantor][filters][notes][$contains]=x',
      '_q=grinds',
      'lookup[notes]=grinds',
    ]) {
      const { status, body } = await as('front-desk', `/patients?${query}`);
      expect({ query, status }).toEqual({ query, status: 400 });
      expect(body.data).toBeNull();
    }
    await as('front-desk', '/patients?filters[lastName][$eq]=Pop&sort=firstName').expect(200);
    await as('front-desk', '/appointments?filters[patient][notes][$contains]=g').expect(400);
    await as('front-desk', '/appointments?filters[patient][lastName][$eq]=Pop').expect(200);
  });

  test('staff write what their role may write, and nothing changes otherwise', async () => {
    const notes = async () =>
      (await clinic.db.query(`select notes, city from patients where document_id = 'p-one'`))
        .rows[0];
    const refused = await as('front-desk', '/patients/p-one', 'put').send({
      data: { city: 'Cluj', notes: 'overwritten' },
    });
    expect(refused.status).toBe(403);
    expect(refused.body.error).toMatchObject({
      code: 'FIELD_NOT_ALLOWED',
      details: { fields: [{ field: 'notes' }] },
    });
    expect(await notes()).toEqual({ notes: 'grinds teeth', city: null });
    await as('front-desk', '/patients/p-one', 'put')
      .send({ data: { city: 'Cluj' } })
      .expect(200);
    expect(await notes()).toEqual({ notes: 'grinds teeth', city: 'Cluj' });
    await as('dentist', '/patients/p-one', 'delete').expect(403);
    await as('dentist', '/appointment-types', 'post')
      .send({ data: { name: 'Free' } })
      .expect(403);
  });

  test('visitors and patients read what is open to booking, field by field', async () => {
    for (const who of [undefined, 'patient']) {
      const places = await as(who, '/locations?pagination[pageSize]=100').expect(200);
      const names = places.body.data.map(({ name }: { name: string }) => name);
      expect(names).toContain('Open house');
      expect(names).not.toContain('Shut house');
      await as(who, '/locations/l-shut').expect(404);
      await as(who, '/practitioners/d-off').expect(404);
      const dentist = await as(who, '/practitioners/d-open').expect(200);
      expect(Object.keys(dentist.body.data).sort()).toEqual(
        [
          'biography',
          'color',
          'documentId',
          'firstName',
          'lastName',
          'photo',
          'profession',
          'specialization',
          'title',
        ].sort(),
      );
      await as(who, '/appointment-types').expect(200);
      for (const query of [
        'populate=*',
        'populate[practitioners]=true',
        'filters[staffUser][email][$startsWith]=a',
        'filters[practitioners][staffUser][password][$startsWith]=a',
        'sort=active',
        'fields[0]=active',
        '_q=a',
      ])
        for (const noun of ['locations', 'practitioners', 'appointment-types'])
          expect({ query, status: (await as(who, `/${noun}?${query}`)).status }).toEqual({
            query,
            status: 400,
          });
      await as(who, '/locations', 'post')
        .send({ data: { name: 'x' } })
        .expect(403);
    }
  });

  test('accounts, uploads and tokens of others are out of reach for everybody here', async () => {
    for (const who of [undefined, 'patient', 'front-desk', 'clinic-admin'])
      for (const path of ['/users', '/users/1', '/users-permissions/roles', '/upload/files'])
        expect([401, 403, 404]).toContain((await as(who, path)).status);
  });

  test('a token that is expired, made up or signed out opens nothing', async () => {
    for (const token of ['nonsense', `${tokens.dentist}x`]) {
      const { status } = await request(clinic.url)
        .get('/api/patients')
        .set('Authorization', `Bearer ${token}`);
      expect(status).toBe(401);
    }
    const token = await staffToken(clinic, 'dentist');
    await clinic.db.query(`delete from access_sessions where origin = 'admin'`);
    const { status } = await request(clinic.url)
      .get('/api/patients')
      .set('Authorization', `Bearer ${token}`);
    expect(status).toBe(401);
  });
});
