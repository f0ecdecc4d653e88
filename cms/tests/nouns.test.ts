import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';

const views = 'plugin_content_manager_configuration_content_types::api::patient.patient';

describe('nouns in the content manager', () => {
  let clinic: Clinic;
  let token: string;
  beforeAll(async () => {
    clinic = await openClinic();
    const { body } = await request(clinic.url)
      .post('/admin/login')
      .send({ email: 'super@enamel.test', password: 'Enamel-demo-2026' });
    token = body.data.token;
  });
  afterAll(() => clinic.close());

  const panel = (method: 'get' | 'put', path: string) =>
    request(clinic.url)[method](`/content-manager${path}`).auth(token, { type: 'bearer' });
  const entries = (noun: string) => `/collection-types/api::${noun}.${noun}`;
  const one = async (sql: string) => (await clinic.db.query(sql)).rows[0];
  const stored = async () =>
    JSON.parse(
      (await one(`select value from strapi_core_store_settings where key = '${views}'`)).value,
    );

  test('people and visits have a name a person can read, whoever writes them', async () => {
    expect(
      await one(`select count(*)::int as nameless from patients
                  where full_name is distinct from last_name || ' ' || first_name`),
    ).toEqual({ nameless: 0 });
    await clinic.db.query(
      `update patients set first_name = 'Anca' where email = 'patient@enamel.test'`,
    );
    expect(await one(`select full_name from patients where email = 'patient@enamel.test'`)).toEqual(
      { full_name: 'Marin Anca' },
    );
    expect(
      await one(`select count(*)::int as wrong from appointments where title <>
        to_char(starts_at at time zone 'UTC' at time zone 'Europe/Bucharest', 'YYYY-MM-DD HH24:MI')`),
    ).toEqual({ wrong: 0 });
  });

  test('a list shows the columns of the noun and the status of its own', async () => {
    expect((await stored()).layouts.list).toContain('dateOfBirth');
    const { body } = await panel('get', `${entries('appointment')}?page=1&pageSize=50`).expect(200);
    const statuses = new Set(body.results.map(({ status }: { status: string }) => status));
    expect([...statuses].every((status) => status !== 'published')).toBe(true);
  });

  test('every list opens in its own order', async () => {
    const { rows } = await clinic.db.query<{ key: string; value: string }>(
      `select key, value from strapi_core_store_settings
        where key like 'plugin_content_manager_configuration_content_types::api::%'`,
    );
    expect(rows).toHaveLength(24);
    for (const { key, value } of rows) {
      const uid = key.replace('plugin_content_manager_configuration_content_types::', '');
      const { defaultSortBy, defaultSortOrder } = JSON.parse(value).settings;
      const list = `/collection-types/${uid}?pageSize=1&sort=${defaultSortBy}:${defaultSortOrder}`;
      if (!uid.endsWith('.clinic'))
        expect([uid, (await panel('get', list)).status]).toEqual([uid, 200]);
    }
  });

  test('the form of a treatment shows its status and saves it', async () => {
    const { document_id: id } = await one(
      `select document_id from treatments where status = 'planned' order by id limit 1`,
    );
    const path = `${entries('treatment')}/${id}`;
    const { body } = await panel('get', path).expect(200);
    expect(body.data.status).toBe('planned');
    const saved = await panel('put', path).send({ status: 'referred', notes: 'To the clinic.' });
    expect(saved.status).toBe(200);
    expect(saved.body.data.status).toBe('referred');
    expect(await one(`select status, notes from treatments where document_id = '${id}'`)).toEqual({
      status: 'referred',
      notes: 'To the clinic.',
    });
  });

  test('a status that the noun does not know is refused and nothing changes', async () => {
    const { document_id: id } = await one(
      `select document_id from treatments where status = 'completed' order by id limit 1`,
    );
    await panel('put', `${entries('treatment')}/${id}`)
      .send({ status: 'published', notes: 'changed' })
      .expect(400);
    expect(await one(`select status, notes from treatments where document_id = '${id}'`)).toEqual({
      status: 'completed',
      notes: null,
    });
  });

  test('what a clinic arranged itself stays when the CMS starts again', async () => {
    const before = await stored();
    const arranged = { ...before, layouts: { ...before.layouts, list: ['email', 'lastName'] } };
    await clinic.db.query(`update strapi_core_store_settings set value = $1 where key = $2`, [
      JSON.stringify(arranged),
      views,
    ]);
    await clinic.startCms();
    expect((await stored()).layouts.list).toEqual(['email', 'lastName']);
  });
});
