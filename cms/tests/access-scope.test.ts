import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { staffToken, staffTokenAt } from '../../tests/support/people.ts';
import { idOf } from '../../tests/support/schedule.ts';
import { east, openTwoPlaces, people, west } from '../../tests/support/two-places.ts';

const now = '2027-03-29T06:30:00Z';
const day = '2027-03-29';
const foreign = idOf(people.east);
const foreignVisit = idOf(`${people.east} at East`);
const manager = '/content-manager/collection-types/api::patient.patient';

describe('staff of one location', () => {
  let clinic: Clinic;
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: now } });
    await openTwoPlaces(clinic, day);
    tokens.desk = await staffTokenAt(clinic, 'front-desk', west);
    tokens.dentist = await staffTokenAt(clinic, 'dentist', west);
    tokens.manager = await staffTokenAt(clinic, 'location-admin', west);
    tokens.nowhere = await staffTokenAt(clinic, 'front-desk');
    tokens.everywhere = await staffToken(clinic, 'front-desk');
    tokens.admin = await staffTokenAt(clinic, 'clinic-admin');
  });
  afterAll(() => clinic.close());

  const as = (
    who: string,
    path: string,
    method: 'get' | 'post' | 'put' | 'delete' = 'get',
    body: object = {},
  ) => {
    const sent = request(clinic.url)[method](path).set('Authorization', `Bearer ${tokens[who]}`);
    return method === 'get' ? sent : sent.send(body);
  };
  const named = (body: unknown) => {
    const text = JSON.stringify(body);
    return Object.entries(people)
      .filter(([, name]) => text.includes(name))
      .map(([where]) => where)
      .sort();
  };

  const lists: [string, string][] = [
    ['desk', '/access/patients?q=storyteller&pageSize=100'],
    ['desk', '/scheduling/patients?q=storyteller'],
    ['desk', '/scheduling/visits?search=storyteller'],
    ['desk', '/scheduling/visits/csv?search=storyteller'],
    ['desk', '/billing/unbilled'],
    ['desk', `${manager}?_q=storyteller&pageSize=100`],
    ['desk', `${manager}?filters[$and][0][lastName][$eq]=Storyteller&pageSize=100`],
    [
      'desk',
      '/content-manager/collection-types/api::appointment.appointment?pageSize=100&sort=startsAt:DESC',
    ],
    [
      'dentist',
      '/content-manager/collection-types/api::treatment.treatment?pageSize=100&sort=createdAt:DESC',
    ],
    [
      'desk',
      '/content-manager/relations/api::appointment.appointment/patient?_q=storyteller&pageSize=100',
    ],
    ['desk', '/api/patients?filters[lastName][$eq]=Storyteller'],
    ['desk', `/api/appointments?populate=patient&filters[patient][lastName][$eq]=Storyteller`],
    ['dentist', '/api/treatments?populate=patient&sort=createdAt:desc'],
  ];
  test.each(lists)('%s finds nobody of elsewhere at %s', async (who, path) => {
    const { status, text } = await as(who, path);
    expect(status).toBe(200);
    expect(named(text)).not.toContain('east');
    expect(text).not.toContain(foreign);
    const all = await as(who === 'desk' ? 'everywhere' : 'admin', path).expect(200);
    expect(named(all.text)).toContain('east');
  });

  test('own patients, shared ones and those who are known nowhere yet are found', async () => {
    const { body } = await as('desk', '/access/patients?q=storyteller');
    expect(named(body)).toEqual(['both', 'nowhere', 'west']);
    expect(body.meta.total).toBe(3);
    expect((await as('desk', `${manager}?_q=storyteller`)).body.pagination.total).toBe(3);
    for (const where of ['both', 'nowhere', 'west'] as const)
      await as('desk', `/access/patients/${idOf(people[where])}`).expect(200);
  });

  const doors: [string, string, ('get' | 'post' | 'put' | 'delete')?, object?][] = [
    ['desk', `/access/patients/${foreign}`],
    ['desk', `${manager}/${foreign}`],
    ['desk', `${manager}/${foreign}`, 'put', { city: 'Taken' }],
    ['desk', `/api/patients/${foreign}`],
    ['desk', `/api/patients/${foreign}`, 'put', { data: { city: 'Taken' } }],
    ['dentist', `/charting/patients/${foreign}/chart`],
    ['desk', `/billing/patients/${foreign}`],
    ['manager', `/intake/patients/${foreign}/responses`],
    ['desk', `/scheduling/appointments/${foreignVisit}`, 'put', { reason: 'mine' }],
    ['desk', `/scheduling/appointments/${foreignVisit}/status`, 'post', { to: 'arrived' }],
    ['desk', `/scheduling/appointments/${foreignVisit}/moves`],
    ['desk', `/api/appointments/${foreignVisit}`],
    ['desk', `/content-manager/relations/api::appointment.appointment/${foreignVisit}/patient`],
    ['desk', `/scheduling/calendar?location=${east}&from=${day}`],
    ['desk', `/scheduling/day-sheet?location=${east}&date=${day}`],
    ['desk', `/scheduling/waiting-room?location=${east}`],
    ['desk', `/scheduling/month?location=${east}&from=${day}`],
  ];
  test.each(doors)(
    '%s is told that there is no such thing at %s',
    async (who, path, method = 'get', body = {}) => {
      const before = await clinic.db.query('select city from patients where document_id = $1', [
        foreign,
      ]);
      const asked = await as(who, path, method, body);
      const unknown = await as(
        who,
        path.replaceAll(/\b(t[0-9a-f]{23})\b/g, (id) => (id === west ? id : 'nobody-has-this')),
        method,
        body,
      );
      expect(asked.status).toBe(404);
      // An id of elsewhere and one that nobody has are not to be told apart.
      expect([asked.status, asked.body.error?.code, asked.body.error?.message]).toEqual([
        unknown.status,
        unknown.body.error?.code,
        unknown.body.error?.message,
      ]);
      const after = await clinic.db.query('select city from patients where document_id = $1', [
        foreign,
      ]);
      expect(after.rows).toEqual(before.rows);
    },
  );

  test('nobody draws a patient of elsewhere in by booking, waiting or writing', async () => {
    const known = () =>
      clinic.db.query(
        `select location_id, source from patient_locations k join patients p on p.id = k.patient_id
         where p.document_id = $1 order by 1, 2`,
        [foreign],
      );
    const before = (await known()).rows;
    const numeric = (
      await clinic.db.query('select id from patients where document_id = $1', [foreign])
    ).rows[0].id;
    const visit = {
      appointmentType: idOf('West look'),
      location: west,
      practitioner: idOf('Wanda'),
      start: `${day}T14:00:00+03:00`,
    };
    expect(
      (await as('desk', '/scheduling/appointments', 'post', { ...visit, patient: foreign })).status,
    ).toBe(404);
    expect(
      (
        await as('desk', '/scheduling/wait-list', 'post', {
          patient: foreign,
          appointmentType: idOf('West look'),
          location: west,
        })
      ).status,
    ).toBe(404);
    const data = {
      startsAt: '2027-04-01T08:00:00Z',
      endsAt: '2027-04-01T08:30:00Z',
      status: 'pending',
    };
    for (const patient of [
      foreign,
      numeric,
      { connect: [numeric] },
      { set: [{ documentId: foreign }] },
    ]) {
      const { status } = await as('desk', '/api/appointments', 'post', {
        data: { ...data, patient },
      });
      expect([400, 404]).toContain(status);
    }
    const [theirs, nobodys] = await Promise.all(
      [numeric, 999_999_999].map((patient) =>
        as('desk', '/api/appointments', 'post', { data: { ...data, patient } }),
      ),
    );
    expect(theirs?.status).toBe(404);
    expect([theirs?.status, theirs?.body]).toEqual([nobodys?.status, nobodys?.body]);
    const moved = await as('desk', `/api/patients/${idOf(people.west)}`, 'put', {
      data: { location: { connect: [{ documentId: east }] } },
    });
    expect([400, 404]).toContain(moved.status);
    expect((await known()).rows).toEqual(before);
  });

  test('an oracle through other people is refused', async () => {
    for (const query of [
      'filters[guarantor][lastName][$startsWith]=S',
      'sort=guarantor.lastName',
      'populate[guarantor][filters][lastName][$startsWith]=S',
    ])
      expect((await as('desk', `/api/patients?${query}`)).status).toBe(400);
    await clinic.db.query(
      `insert into patients_guarantor_lnk (patient_id, inv_patient_id)
       select a.id, b.id from patients a, patients b where a.document_id = $1 and b.document_id = $2`,
      [idOf(people.west), foreign],
    );
    const { body } = await as(
      'desk',
      `/api/patients/${idOf(people.west)}?populate=guarantor`,
    ).expect(200);
    expect(body.data.guarantor).toBeNull();
    const seen = await as('everywhere', `/api/patients/${idOf(people.west)}?populate=guarantor`);
    expect(seen.body.data.guarantor).toMatchObject({ documentId: foreign });
    const picked = await as(
      'desk',
      `/content-manager/relations/api::patient.patient/${idOf(people.west)}/guarantor`,
    );
    expect(JSON.stringify(picked.body)).not.toContain(foreign);
    const page = await as('desk', `/access/patients/${idOf(people.west)}`).expect(200);
    expect(page.body.data.guarantor).toBeNull();
  });

  test('pages open at the own location, and offer no other', async () => {
    const { body } = await as('desk', `/scheduling/calendar?from=${day}`).expect(200);
    expect(body.data.location).toBe(west);
    expect(named(body)).toEqual(['both', 'west']);
    const resources = await as('desk', '/scheduling/resources').expect(200);
    expect(
      resources.body.data.locations.map(({ documentId }: { documentId: string }) => documentId),
    ).toEqual([west]);
  });

  test('a patient is shared with a further location, and no longer', async () => {
    const share = (who: string, patient: string, shared: boolean, place = east) =>
      as(who, `/access/patients/${patient}/places`, 'post', { place, shared });
    tokens.east = await staffTokenAt(clinic, 'front-desk', east);
    const mine = idOf(people.west);
    await as('east', `/access/patients/${mine}`).expect(404);
    expect((await share('east', mine, true)).status).toBe(404);
    expect((await share('desk', foreign, true, west)).status).toBe(404);
    await as('east', `/access/patients/${mine}/places`).expect(404);
    await share('desk', mine, true).expect(200);
    expect((await share('desk', mine, true)).status).toBe(404);
    await as('east', `/access/patients/${mine}`).expect(200);
    const { body } = await as('desk', `/access/patients/${mine}/places`).expect(200);
    const sources = (place: string) =>
      body.data.places.find(({ documentId }: { documentId: string }) => documentId === place)
        .sources;
    expect([sources(west), sources(east)]).toEqual([['visit'], ['shared']]);
    const told = await clinic.db.query(
      `select patients from audit_entries where action = 'list' and subject = 'location' order by id desc limit 1`,
    );
    expect(told.rows).toEqual([{ patients: [mine] }]);
    await share('desk', mine, false).expect(200);
    await as('east', `/access/patients/${mine}`).expect(404);
  });

  test('whoever is assigned nowhere finds nobody, not even those who are known nowhere', async () => {
    expect((await as('nowhere', '/access/patients?q=storyteller')).body.data).toEqual([]);
    expect((await as('nowhere', `${manager}?_q=storyteller`)).body.results).toEqual([]);
    await as('nowhere', `/access/patients/${idOf(people.nowhere)}`).expect(404);
    for (const page of ['calendar', 'waiting-room', 'day-sheet', 'today']) {
      const { body } = await as('nowhere', `/scheduling/${page}`).expect(404);
      expect(body.error.code).toBe('WORKS_NOWHERE');
    }
    const person = { firstName: 'Fresh', lastName: 'Nobody' };
    await as('nowhere', '/access/patients', 'post', person).expect(404);
    const made = await clinic.db.query(`select from patients where last_name = 'Nobody'`);
    expect(made.rowCount).toBe(0);
    const { body } = await as('nowhere', '/access/place-requests').expect(200);
    expect(body.meta.places.map(({ documentId }: { documentId: string }) => documentId)).toContain(
      west,
    );
  });

  test('a patient made at the desk belongs to its location', async () => {
    const { body } = await as('desk', '/access/patients', 'post', {
      firstName: 'Fresh',
      lastName: 'Face',
    });
    const { rows } = await clinic.db.query(
      `select l.document_id, k.source from patient_locations k join patients p on p.id = k.patient_id
       join locations l on l.id = k.location_id where p.document_id = $1`,
      [body.data.documentId],
    );
    expect(rows).toEqual([{ document_id: west, source: 'home' }]);
  });

  test('a record that became part of another is shown to nobody else', async () => {
    const { body } = await as('desk', '/access/patients', 'post', {
      firstName: 'Twice',
      lastName: 'Written',
    });
    const loser = body.data.documentId;
    tokens.far = await staffTokenAt(clinic, 'dentist', east);
    await as('far', `/api/patients/${loser}`).expect(404);
    const wish = { winner: idOf(people.west), loser, choices: {} };
    await as('admin', '/access/merges', 'post', wish).expect(201);
    await as('far', `/api/patients/${loser}`).expect(404);
    expect((await as('far', `${manager}?_q=twice`)).body.results).toEqual([]);
    await as('desk', `/api/patients/${loser}`).expect(200);
  });

  test('who waits for a time at a place is known there, as long as the entry says so', async () => {
    const known = async () =>
      (
        await clinic.db.query(
          `select l.name, k.source from patient_locations k join patients p on p.id = k.patient_id
           join locations l on l.id = k.location_id where p.document_id = $1 order by 1, 2`,
          [idOf(people.nowhere)],
        )
      ).rows.map(({ name, source }) => `${source} ${name}`);
    expect(await known()).toEqual([]);
    const { body } = await as('desk', '/scheduling/wait-list', 'post', {
      patient: idOf(people.nowhere),
      appointmentType: idOf('West look'),
      location: west,
    }).expect(201);
    expect(await known()).toEqual(['wait West']);
    const entry = `/api/wait-list-entries/${body.data.documentId}`;
    await as('admin', entry, 'put', { data: { location: east } }).expect(200);
    expect(await known()).toEqual(['wait East']);
    await clinic.db.query('delete from wait_list_entries where document_id = $1', [
      body.data.documentId,
    ]);
    expect(await known()).toEqual([]);
  });

  test('a visit that moves or goes takes its patient along', async () => {
    const known = async () =>
      (
        await clinic.db.query(
          `select l.name from patient_locations k join patients p on p.id = k.patient_id
           join locations l on l.id = k.location_id where p.document_id = $1 and source = 'visit' order by 1`,
          [idOf(people.both)],
        )
      ).rows.map(({ name }) => name);
    expect(await known()).toEqual(['East', 'West']);
    await clinic.db.query('delete from appointments where document_id = $1', [
      idOf(`${people.both} at East`),
    ]);
    expect(await known()).toEqual(['West']);
  });

  test('a clinic admin lifts and sets the condition, and a restart leaves it so', async () => {
    const lines = `update admin_permissions set conditions = $1 where id in (
      select p.id from admin_permissions p join admin_permissions_role_lnk l on l.permission_id = p.id
      join admin_roles r on r.id = l.role_id where r.code = 'front-desk'
        and p.subject = 'api::patient.patient' and p.action = 'plugin::content-manager.explorer.read')`;
    await clinic.db.query(lines, ['[]']);
    await as('desk', `/access/patients/${foreign}`).expect(200);
    await clinic.startCms();
    await as('desk', `/access/patients/${foreign}`).expect(200);
    await clinic.db.query(lines, ['["plugin::access.own-locations"]']);
    await as('desk', `/access/patients/${foreign}`).expect(404);
  });

  test('own patients and the own schedule are conditions too', async () => {
    await clinic.db.query(
      `update admin_permissions set conditions = $1 where subject in ('api::patient.patient', 'api::appointment.appointment')
         and action = 'plugin::content-manager.explorer.read' and id in (
         select l.permission_id from admin_permissions_role_lnk l join admin_roles r on r.id = l.role_id
         where r.code = 'dentist')`,
      ['["plugin::access.own-patients", "plugin::access.own-schedule"]'],
    );
    await clinic.db.query(
      `insert into practitioners_staff_user_lnk (practitioner_id, user_id)
       select p.id, u.id from practitioners p, admin_users u
       where p.document_id = $1 and u.email like 'dentist-of-%'`,
      [idOf('Wanda')],
    );
    await as('dentist', `/access/patients/${idOf(people.west)}`).expect(200);
    await as('dentist', `/access/patients/${foreign}`).expect(404);
    await as('dentist', `/access/patients/${idOf(people.nowhere)}`).expect(404);
    const { body } = await as(
      'dentist',
      `/scheduling/calendar?from=${day}&location=${east}`,
    ).expect(200);
    expect(body.data.appointments).toHaveLength(1);
    expect(body.data.appointments[0].patient).toBeNull();
    expect(named(body)).toEqual([]);
    // Strapi's process ends over what it wrote and cannot read back.
    const added = { data: { firstName: 'Nobody', lastName: 'Seen' } };
    const refused = await as('dentist', '/api/patients', 'post', added).expect(403);
    expect(refused.body.error.code).toBe('OUT_OF_SIGHT');
    await as('dentist', '/access/patients', 'post', added.data).expect(403);
    const { rows } = await clinic.db.query(`select from patients where first_name = 'Nobody'`);
    expect(rows).toEqual([]);
    await as('dentist', `/access/patients/${idOf(people.west)}`).expect(200);
  });
});
