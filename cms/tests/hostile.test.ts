import { isZone } from '@enamel/kernel';
import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { patientToken, staffToken } from '../../tests/support/people.ts';

describe('requests that no page of ours would send', () => {
  let clinic: Clinic;
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    clinic = await openClinic();
    tokens.super = await staffToken(clinic, 'strapi-super-admin');
    tokens.patient = await patientToken(clinic, 'hostile@example.com');
  });
  afterAll(() => clinic.close());

  const as = (who: string, method: 'get' | 'post' | 'put' | 'delete', path: string) =>
    request(clinic.url)
      [method](path)
      .auth(tokens[who] ?? '', { type: 'bearer' });
  const first = async (table: string): Promise<string> =>
    (await clinic.db.query(`select document_id from ${table} order by id limit 1`)).rows[0]
      .document_id;
  const everything = async (table: string) =>
    (await clinic.db.query(`select * from ${table} order by id`)).rows;
  const wrong = ({ status, body }: request.Response, field?: string) => {
    expect({ status, code: body.error?.code }).toEqual({ status: 400, code: 'VALIDATION_FAILED' });
    if (field) expect(body.error.details.fields[0].field).toBe(field);
  };

  test('a character that the database cannot keep is refused wherever it stands', async () => {
    const patients = await everything('patients');
    wrong(await request(clinic.url).get('/api/scheduling/slots?location=a%00b'), 'location');
    wrong(await as('patient', 'get', '/api/scheduling/bookings/%00'), 'path');
    wrong(await as('super', 'get', '/access/patients?q=%00'), 'q');
    wrong(
      await request(clinic.url).post('/api/auth/local').send({ identifier: 'a\0b', password: 'x' }),
      'identifier',
    );
    wrong(
      await request(clinic.url)
        .post('/api/auth/local')
        .set('Content-Type', 'application/json')
        .send('{"identifier":"patient@enamel.test","password":"\\ud800"}'),
      'password',
    );
    wrong(
      await request(clinic.url).post('/api/access/register').send({
        firstName: 'A\0',
        lastName: 'B',
        email: 'nul@example.com',
        password: 'Long-enough-1234',
        language: 'en',
      }),
      'firstName',
    );
    expect(await everything('patients')).toEqual(patients);
  });

  test('the panel’s own routes refuse in words what makes no sense', async () => {
    const patients = await everything('patients');
    const record = `/content-manager/collection-types/api::patient.patient`;
    const id = await first('patients');
    for (const verb of ['clone', 'auto-clone']) {
      const answer = await as('super', 'post', `${record}/${verb}/${id}`).send({});
      expect([answer.status, answer.body.error.code]).toEqual([400, 'NOT_COPIED']);
    }
    const published = await as('super', 'post', `${record}/${id}/actions/publish`).send({});
    expect([published.status, published.body.error.code]).toEqual([404, 'NO_DRAFTS']);
    const asked = await as('super', 'post', '/admin/permissions/check').send({});
    expect([asked.status, asked.body]).toEqual([200, { data: [] }]);
    wrong(await as('super', 'post', '/admin/permissions/check').send({ permissions: 'all' }));
    wrong(await as('super', 'put', '/admin/homepage/layout').send({}));
    await as('super', 'get', '/admin/license-trial-time-left').expect(403);
    expect(await everything('patients')).toEqual(patients);
  });

  test.each([
    ['multipart/form-data', 'x'],
    ['multipart/form-data; boundary=x', 'x'],
    ['application/xml', '<a/>'],
    ['application/json', `${'['.repeat(9000)}${']'.repeat(9000)}`],
    ['application/json', `${'{"identifier":'.repeat(900)}1${'}'.repeat(900)}`],
  ])('a body of %s that makes no sense is refused', async (type, sent) => {
    for (const path of ['/api/auth/local', '/admin/login', '/api/access/register'])
      expect(
        (await request(clinic.url).post(path).set('Content-Type', type).send(sent)).status,
      ).toBe(400);
  });

  test.each([
    'filters[id]=abc',
    'filters[id]=99999999999999999999',
    'filters[]=x',
    'filters[$and]=x',
    'filters[$or][0]=x',
    'filters[createdAt][$between]=1',
    'filters[id][$jsonSupersetOf]=1',
    'pagination[start]=99999999999999999999',
  ])('staff are told what is wrong with %s', async (query) => {
    wrong(await as('super', 'get', `/api/locations?${query}`));
  });

  test.each(['sort=', 'sort=:ASC', 'sort[]=', 'sort=nothing:ASC', 'sort[0][nothing]=asc'])(
    'the panel’s lists tell staff what is wrong with %s',
    async (query) => {
      const path = '/content-manager/collection-types/api::patient.patient';
      const { status } = await as('super', 'get', `${path}?page=1&pageSize=5&${query}`);
      expect([200, 400]).toContain(status);
    },
  );

  test('values of the wrong kind leave what is kept as it was', async () => {
    const kept = await everything('appointment_types');
    const path = `/api/appointment-types/${await first('appointment_types')}`;
    const put = (data: object) => as('super', 'put', path).send({ data });
    wrong(await put({ price: 9e15 }));
    wrong(await put({ name: { a: 1 } }), 'name');
    wrong(await put({ name: { toString: 1 } }), 'data.name');
    wrong(await put({ practitioners: { connect: [{ documentId: { a: 1 } }] } }), 'practitioners');
    expect(await everything('appointment_types')).toEqual(kept);
  });

  test('a clinic that the portal could not show is not saved, neither by REST nor in the panel', async () => {
    const kept = await everything('clinics');
    for (const path of ['/api/clinic', '/content-manager/single-types/api::clinic.clinic']) {
      const put = (data: object) =>
        as('super', 'put', path).send(path.startsWith('/api') ? { data } : data);
      wrong(await put({ zone: 'Mars/Base' }), 'zone');
      wrong(await put({ languages: [1] }), 'languages');
    }
    expect(await everything('clinics')).toEqual(kept);
  });

  test('a location has a zone and a country of the world, whoever writes it', async () => {
    const kept = await everything('locations');
    const id = await first('locations');
    for (const path of [
      `/api/locations/${id}`,
      `/content-manager/collection-types/api::location.location/${id}`,
    ]) {
      const put = (data: object) =>
        as('super', 'put', path).send(path.startsWith('/api') ? { data } : data);
      for (const zone of ['Mars/Base', '+03:00', 'posix/Europe/Bucharest', ''])
        wrong(await put({ zone }), 'zone');
      wrong(await put({ country: 'XQ' }), 'country');
    }
    for (const [column, value] of [
      ['zone', 'Mars/Base'],
      ['zone', '+03:00'],
      ['zone', null],
      ['country', 'Romania'],
    ])
      await expect(
        clinic.db.query(`update locations set ${column} = $1`, [value]),
      ).rejects.toMatchObject({ column });
    await expect(clinic.db.query(`update clinics set zone = 'Nowhere'`)).rejects.toThrow(
      'must be a time zone such as Europe/Bucharest',
    );
    expect(await everything('locations')).toEqual(kept);
    // Whatever the database lets in, this runtime knows too.
    const { rows } = await clinic.db.query(
      'select name from pg_timezone_names where is_known_zone(name)',
    );
    expect(rows.length).toBeGreaterThan(400);
    expect(rows.map(({ name }) => name).filter((name) => !isZone(name))).toEqual([]);
  });

  test('what never changes says so', async () => {
    const invoices = await everything('invoices');
    const invoice = await as('super', 'put', `/api/invoices/${await first('invoices')}`)
      .send({ data: { currency: 'USD' } })
      .expect(409);
    expect(invoice.body.error).toMatchObject({
      code: 'CANNOT_CHANGE',
      message: 'An issued invoice never changes: void it.',
    });
    expect(await everything('invoices')).toEqual(invoices);
  });

  test('a method that an address does not know has the one shape of errors', async () => {
    const { body } = await as('super', 'post', '/api/clinic').send({}).expect(405);
    expect(body).toMatchObject({ data: null, error: { code: 'METHOD_NOT_ALLOWED' } });
  });
});
