import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { picture } from '../../tests/support/files.ts';
import { staffTokenAt } from '../../tests/support/people.ts';
import { idOf } from '../../tests/support/schedule.ts';
import { openTwoPlaces, people, west } from '../../tests/support/two-places.ts';

const roles = ['front-desk', 'dentist', 'assistant', 'location-admin', 'clinic-admin'];
const list = (noun: string) => `/content-manager/collection-types/api::${noun}.${noun}`;
const own = idOf(people.west);
const secrets = /\$2[aby]\$|resetPasswordToken|a1b2c3|carries HIV|accessKey|"users":\[/;

describe("the lists of Strapi's own routes", () => {
  let clinic: Clinic;
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: '2027-03-29T06:30:00Z' } });
    await openTwoPlaces(clinic, '2027-03-29');
    for (const role of [...roles, 'strapi-super-admin'])
      tokens[role] = await staffTokenAt(clinic, role, west);
    await clinic.db.query(`update admin_users set reset_password_token = 'a1b2c3'`);
    await clinic.db.query(
      `update patients set notes = 'carries HIV' where document_id = any ($1::text[])`,
      [[own, idOf(people.east)]],
    );
    await clinic.db.query(
      `insert into practitioners_staff_user_lnk (practitioner_id, user_id)
       select p.id, u.id from practitioners p, admin_users u
       where p.document_id = $1 and u.email like 'clinic-admin-of-%'`,
      [idOf('Wanda')],
    );
    await clinic.db.query(
      `insert into patients_guarantor_lnk (patient_id, inv_patient_id)
       select w.id, e.id from patients w, patients e where w.document_id = $1 and e.document_id = $2`,
      [own, idOf(people.east)],
    );
  });
  afterAll(() => clinic.close());

  const as = (who: string, path: string) =>
    request(clinic.url).get(path).set('Authorization', `Bearer ${tokens[who]}`);

  test.each([
    [list('appointment'), 'filters[patient][notes][$contains]=HIV'],
    [list('appointment'), 'filters[$and][0][patient][account][email][$startsWith]=a'],
    [list('appointment'), 'filters[notes][$notNull]=true'],
    [list('appointment'), 'filters[$or][0][$not][patient][notes][$contains]=HIV'],
    [list('appointment'), 'sort=patient.notes:asc'],
    [list('appointment'), 'sort[0][patient][notes]=asc'],
    [list('practitioner'), 'filters[staffUser][email][$startsWith]=a'],
    [list('practitioner'), 'filters[staffUser][resetPasswordToken][$startsWith]=a'],
    [list('practitioner'), 'filters[createdBy][email][$startsWith]=a'],
    [list('practitioner'), 'sort=staffUser.email'],
    [list('patient'), 'filters[notes][$contains]=HIV'],
    [list('patient'), 'sort=zz'],
    [list('treatment'), 'filters[patient][notes][$contains]=HIV'],
  ])('%s is not asked by what the front desk does not read: %s', async (path, query) => {
    const { status, body } = await as('front-desk', `${path}?${query}`);
    expect({ status, code: body.error?.code }).toEqual({
      status: 400,
      code: 'QUERY_NOT_ALLOWED',
    });
  });

  test('no list is asked by accounts, nor by who wrote a record except by those who read staff', async () => {
    for (const who of roles) {
      await as(who, `${list('practitioner')}?filters[staffUser][email][$startsWith]=a`).expect(400);
      await as(who, `${list('patient')}?filters[account][email][$startsWith]=a`).expect(400);
    }
    const byWriter = `${list('practitioner')}?filters[$and][0][createdBy][id][$eq]=1`;
    await as('front-desk', byWriter).expect(400);
    await as('clinic-admin', byWriter).expect(200);
  });

  test('who pays for a patient is not found out by comparing', async () => {
    const { rows } = await clinic.db.query('select id from patients where document_id = $1', [
      idOf(people.east),
    ]);
    for (const path of [list('appointment'), '/api/appointments'])
      for (const query of [
        `filters[patient][guarantor]=${rows[0].id}`,
        'filters[patient][guarantor][$null]=true',
        'sort=patient.guarantor',
      ])
        await as('front-desk', `${path}?${query}`).expect(400);
    await as('front-desk', '/api/patients?populate=guarantor').expect(200);
  });

  test.each([
    '/admin/roles?populate=users',
    '/admin/roles?populate[users]=*',
    '/admin/roles?populate=*&fields=*',
    '/admin/users?populate=*&fields=*',
    '/admin/users?populate[roles][populate]=users',
    '/upload/files?populate=related',
    '/upload/files?populate=*',
    '/upload/folders?populate[files][populate]=related',
    '/upload/folders?populate=*',
    `${list('patient')}?populate=*&fields=*`,
    `${list('appointment')}?populate[patient]=*`,
    `${list('practitioner')}?populate[staffUser]=*`,
  ])('populates nothing that it is asked to: %s', async (path) => {
    for (const who of ['front-desk', 'assistant', 'clinic-admin']) {
      const { status, text } = await as(who, path);
      expect([200, 403]).toContain(status);
      if (!(path.includes('patient') && who !== 'front-desk')) expect(text).not.toMatch(secrets);
    }
  });

  test.each([
    '/admin/users?filters[password][$startsWith]=$2',
    '/admin/users?filters[resetPasswordToken][$startsWith]=a1',
    '/admin/users?sort=password',
    '/admin/users?filters[apiTokens][name]=a',
    '/admin/roles?filters[users][password][$startsWith]=$2',
    '/admin/roles?sort=users.email',
    '/upload/files?filters[related][id]=1',
    '/upload/files?filters[createdBy][email][$startsWith]=a',
    '/upload/folders?filters[files][related][id]=1',
  ])('is not asked by what it does not show: %s', async (path) => {
    await as('clinic-admin', path).expect(400);
  });

  const models = [list('appointment'), list('message-template'), '/upload/files'];
  test.each([
    ...[
      'filters[$and]=1',
      'filters[$and][0]=1',
      'filters[$or][]=',
      'filters[id][$between]=1',
    ].flatMap((query) =>
      [...models, '/upload/folders', '/admin/users', '/admin/roles'].map(
        (path) => `${path}?${query}`,
      ),
    ),
    `${list('message-template')}?filters[title][$jsonSupersetOf]={`,
    `${list('appointment')}?_q[a]=1`,
    `${list('appointment')}?page=x`,
    `${list('appointment')}?sort=startsAt:sideways`,
    '/upload/folders?_q[a]=1&folder[b]=2',
    '/admin/users?filters[email][$jsonSupersetOf]={',
    '/admin/users?_q[a]=b',
  ])('is refused in words when it makes no sense: %s', async (path) => {
    const { status, body } = await as('clinic-admin', path);
    expect(status).toBe(400);
    expect(body.error.message).not.toBe('');
  });

  test('a picture that names no record comes in', async () => {
    await request(clinic.url)
      .post('/upload')
      .set('Authorization', `Bearer ${tokens['clinic-admin']}`)
      .attach('files', picture, 'logo.png')
      .expect(201);
  });

  test('an upload is tied to no record', async () => {
    for (const fields of [
      { ref: 'api::patient.patient', refId: '7', field: 'photo' },
      { ref: 'admin::api-token' },
      { fileInfo: 'not json' },
    ] as Record<string, string>[]) {
      const sent = request(clinic.url)
        .post('/upload')
        .set('Authorization', `Bearer ${tokens['clinic-admin']}`);
      for (const [name, value] of Object.entries(fields)) sent.field(name, value);
      sent.attach('files', picture, 'logo.png');
      expect((await sent).status).toBe(400);
    }
    const { rows } = await clinic.db.query(
      `select related_type from files_related_mph where related_type ~ 'patient|token'`,
    );
    expect(rows).toEqual([]);
  });

  test('each role opens each list that it reads as the panel does', async () => {
    for (const who of [...roles, 'strapi-super-admin']) {
      const { body } = await as(who, '/content-manager/init').expect(200);
      for (const { uid, kind, isDisplayed } of body.data.contentTypes) {
        if (!isDisplayed || kind === 'singleType' || !uid.startsWith('api::')) continue;
        const { settings } = (
          await as(who, `/content-manager/content-types/${uid}/configuration`).expect(200)
        ).body.data.contentType;
        const sort = `${settings.defaultSortBy}:${settings.defaultSortOrder}`;
        const path = `/content-manager/collection-types/${uid}?page=1&pageSize=10&sort=${sort}`;
        const { status } = await as(who, path);
        expect({ who, path, status: [200, 403].includes(status) }).toEqual({
          who,
          path,
          status: true,
        });
      }
    }
  });

  test.each([
    ['front-desk', `${list('appointment')}?sort=patient.fullName:ASC&_q=a`],
    ['front-desk', `${list('appointment')}?filters[$and][0][status][$eq]=pending`],
    ['front-desk', `${list('patient')}?filters[$and][0][lastName][$containsi]=story&sort=id:DESC`],
    ['front-desk', `${list('patient')}/${own}?tab=x`],
    [
      'clinic-admin',
      '/upload/files?page=1&pageSize=20&sort=createdAt:DESC&filters[$and][0][folder][id][$null]=true',
    ],
    [
      'clinic-admin',
      '/upload/files?filters[$and][0][mime][$not][$contains][0]=image&filters[$and][0][mime][$not][$contains][1]=video',
    ],
    ['clinic-admin', '/upload/files?_q=logo&sort=name:ASC&folder=1&folderPath=/1'],
    [
      'clinic-admin',
      '/upload/folders?sort=createdAt:DESC&pagination[pageSize]=-1&filters[$and][0][parent][id][$null]=true&populate[parent]=true',
    ],
    ['clinic-admin', '/admin/roles?sort=id:ASC&filters[name][$containsi]=desk'],
    ['clinic-admin', '/admin/users?page=1&pageSize=10&_q=test&sort=firstname:ASC'],
    ['clinic-admin', '/admin/users?filters[id][$in][0]=1&filters[$and][0][isActive][$eq]=true'],
  ])('the panel goes on working: %s asks %s', async (who, path) => {
    await as(who, path).expect(200);
  });
});
