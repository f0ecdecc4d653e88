import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { patientToken, staffToken } from '../../tests/support/people.ts';

/**
 * What Strapi was warned of in past years, each as an attempt here. Those about lists of the REST API are also in
 * access-rest, forged files in access-uploads, spellings that slip by a limit in access-limits, foreign origins in
 * access-headers, sessions that outlive their end in access-sessions.
 */
const patients = '/content-manager/collection-types/api::patient.patient';

describe('a leak that Strapi once had', () => {
  let clinic: Clinic;
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    clinic = await openClinic();
    for (const role of ['strapi-super-admin', 'clinic-admin', 'dentist', 'front-desk'])
      tokens[role] = await staffToken(clinic, role);
    tokens.patient = await patientToken(clinic, 'advisory@example.com');
    await clinic.db.query(
      `with p as (
         insert into patients (document_id, first_name, last_name, notes, archived, created_at, updated_at, created_by_id)
         select 'p-secret', 'Maria', 'Secret', 'grinds teeth', false, now(), now(), id
         from admin_users where email = 'test-clinic-admin@enamel.test' returning id)
       insert into patients_guarantor_lnk (patient_id, inv_patient_id)
       select p.id, q.id from p, (select id from patients order by id limit 1) q`,
    );
    await clinic.db.query(
      `update admin_users set reset_password_token = 'a1b2c3' where email = 'test-clinic-admin@enamel.test'`,
    );
  });
  afterAll(() => clinic.close());

  const as = (who: string | undefined, path: string) => {
    const sent = request(clinic.url).get(path).redirects(0);
    return who ? sent.set('Authorization', `Bearer ${tokens[who]}`) : sent;
  };
  /** Two questions that only a secret tells apart are answered alike. */
  const alike = async (who: string, path: string, [hit, miss]: readonly [string, string]) => {
    const [one, other] = [await as(who, path + hit), await as(who, path + miss)];
    const told = ({ status, body }: typeof one) => [
      status,
      body.pagination ?? body.meta ?? null,
      (body.results ?? body.data ?? []).length,
    ];
    expect({ who, path, told: told(one) }).toEqual({ who, path, told: told(other) });
    expect(one.status).not.toBe(500);
  };

  // CVE-2023-22894, CVE-2022-30618: filters through createdBy find out reset tokens and password digests.
  test.each([
    ['createdBy][password][$startsWith]', '$2', '$x'],
    ['createdBy][resetPasswordToken][$startsWith]', 'a1', 'zz'],
    ['createdBy][registrationToken][$notNull]', 'true', 'false'],
    ['updatedBy][password][$startsWith]', '$2', '$x'],
    ['account][password][$startsWith]', '$2', '$x'],
    ['account][resetPasswordToken][$notNull]', 'true', 'false'],
  ])('is no way to secrets in the panel: filters[%s', async (key, hit, miss) => {
    for (const who of ['front-desk', 'dentist', 'clinic-admin']) {
      await alike(who, `${patients}?filters[$and][0][${key}=`, [hit, miss]);
      await alike(who, `${patients}?filters[${key}=`, [hit, miss]);
      await alike(who, `/api/patients?filters[${key}=`, [hit, miss]);
    }
  });

  // CVE-2023-34235: a column named with its table's alias slips by what is checked by attribute.
  test.each([
    ['filters[t0.notes][$startsWith]=', 'grinds', 'zzzz'],
    ['filters[t0.id][$gt]=', '0', '999999'],
    ['filters[$and][0][t1.password][$startsWith]=', '$2', '$x'],
    ['filters[patients.notes][$startsWith]=', 'grinds', 'zzzz'],
    ['sort=', 't0.notes:asc', 't0.notes:desc'],
  ])('is not reached by the names of columns: %s', async (key, hit, miss) => {
    for (const path of [patients, '/api/patients'])
      await alike('front-desk', `${path}?${key}`, [hit, miss]);
  });

  // CVE-2024-56143 and its successors: a lookup beside the filters is merged into them unchecked.
  test.each([
    ['lookup[updatedBy][password][$startsWith]=', '$2', '$x'],
    ['lookup[notes][$startsWith]=', 'grinds', 'zzzz'],
    ['where[notes][$startsWith]=', 'grinds', 'zzzz'],
    ['populate[guarantor][where][notes][$startsWith]=', 'grinds', 'zzzz'],
    ['populate[createdBy][fields][0]=', 'password', 'email'],
  ])('is not reached by other keys of a query: %s', async (key, hit, miss) => {
    for (const path of [patients, '/api/patients'])
      await alike('front-desk', `${path}?${key}`, [hit, miss]);
  });

  // The panel's search looked into fields that the role may not read.
  test('is not reached by searching', async () => {
    await alike('front-desk', `${patients}?_q=`, ['grinds teeth', 'nobody says so']);
    const own = await as('dentist', `${patients}?_q=grinds teeth`).expect(200);
    expect(own.body.pagination.total).toBeGreaterThan(0);
    const named = await as('front-desk', `${patients}?_q=secret`).expect(200);
    expect(named.body.results.map(({ lastName }: { lastName: string }) => lastName)).toContain(
      'Secret',
    );
    const mixed = await as(
      'front-desk',
      `${patients}?_q=secret&filters[$and][0][firstName][$eq]=Nobody`,
    );
    expect(mixed.body.pagination.total).toBe(0);
  });

  // CVE-2023-36472, CVE-2023-37263: relations in the panel's forms and lists show what the role may not read.
  test('is not shown by the relations of a form', async () => {
    for (const path of [
      `${patients}/p-secret`,
      `${patients}?filters[$and][0][lastName][$eq]=Secret&populate=*`,
      '/content-manager/relations/api::patient.patient/p-secret/guarantor',
      '/content-manager/relations/api::patient.patient/p-secret/account',
      '/content-manager/relations/api::practitioner.practitioner/staffUser',
    ]) {
      const { text } = await as('front-desk', path);
      expect(text).not.toMatch(/\$2[aby]\$|a1b2c3|grinds|resetPasswordToken|"notes"/);
    }
  });

  // CVE-2022-31367: SQL in the order of a list.
  test.each([
    'sort=lastName);create table advisory_owned()--',
    'sort[0]=lastName:asc;create table advisory_owned()',
    'sort[0]=lastName:asc,(select 1)',
    'filters[lastName][$eq]=%27%20or%201=1--',
  ])('is no SQL: %s', async (query) => {
    for (const path of [patients, '/api/patients']) {
      const { status, body } = await as('clinic-admin', `${path}?${query}`);
      expect(status).toBeLessThan(500);
      if (query.startsWith('filters')) expect(body.results ?? body.data ?? []).toEqual([]);
    }
    const { rows } = await clinic.db.query(`select to_regclass('advisory_owned') as made`);
    expect(rows).toEqual([{ made: null }]);
  });

  // CVE-2024-34065: signing in by a provider hands the token to whoever is named.
  test('is not handed out by a provider that nobody set up', async () => {
    for (const path of [
      '/api/connect/google?callback=https://evil.example',
      '/api/auth/google/callback?access_token=x&redirect=https://evil.example',
      '/api/connect/..%2f..%2fevil?callback=https://evil.example',
    ]) {
      const { status, headers } = await as(undefined, path);
      expect(headers.location ?? '').not.toContain('evil.example');
      expect([400, 401, 403, 404]).toContain(status);
    }
  });

  // CVE-2023-22621: templates of mails are programs.
  test('is no template that anybody but a super admin writes', async () => {
    for (const who of ['clinic-admin', 'dentist'])
      for (const path of ['/users-permissions/email-templates', '/users-permissions/advanced'])
        expect([401, 403]).toContain((await as(who, path)).status);
    for (const who of ['clinic-admin', 'dentist', 'front-desk'])
      for (const path of [
        '/content-type-builder/content-types',
        '/admin/api-tokens',
        '/admin/webhooks',
        '/admin/transfer/tokens',
      ])
        expect([401, 403, 404]).toContain((await as(who, path)).status);
  });

  // Strapi's own door for mails asks for no permission.
  test('is no mail that any member of staff sends to anybody', async () => {
    for (const who of ['strapi-super-admin', 'clinic-admin', 'dentist', 'front-desk'])
      for (const [method, path] of [
        ['post', '/email'],
        ['put', '/i18n/settings'],
      ] as const) {
        const { status, body } = await request(clinic.url)
          [method](path)
          .set('Authorization', `Bearer ${tokens[who]}`)
          .send({ to: 'anybody@example.com', subject: 'Hello', text: 'Pay here' });
        expect([path, status, body.error.code]).toEqual([path, 403, 'CLOSED']);
      }
  });

  // Strapi lets anybody who is signed in write how the parts of a form look: alerts could be hidden from everybody.
  test('is no form that a role without the permission rearranges', async () => {
    const path = '/content-manager/components/clinic.alert/configuration';
    const layout = () =>
      clinic.db.query('select value from strapi_core_store_settings order by key');
    const before = (await layout()).rows;
    for (const who of ['dentist', 'front-desk']) {
      const { status, body } = await request(clinic.url)
        .put(path)
        .set('Authorization', `Bearer ${tokens[who]}`)
        .send({ layouts: { list: [], edit: [] } });
      expect([status, body.error.code]).toEqual([403, 'FORBIDDEN']);
    }
    expect((await layout()).rows).toEqual(before);
  });

  // CVE-2023-39345, CVE-2023-22893: who registers or signs in names what only the server may set.
  test('is no account that somebody makes stronger', async () => {
    const made = await request(clinic.url).post('/api/auth/local/register').send({
      username: 'x',
      email: 'x@example.com',
      password: 'Enamel-demo-2026',
      role: 1,
      confirmed: true,
    });
    expect([400, 401, 403, 404]).toContain(made.status);
    const token = Buffer.from('{"alg":"none"}').toString('base64url');
    const unsigned = `${token}.${Buffer.from('{"id":1,"userId":"1","type":"access","sessionId":"x"}').toString('base64url')}.`;
    for (const path of ['/api/access/me', '/api/patients', '/access/patients'])
      expect(
        (await request(clinic.url).get(path).set('Authorization', `Bearer ${unsigned}`)).status,
      ).toBe(401);
  });
});
