import { createHmac } from 'node:crypto';
import request from 'supertest';
import { type Clinic, openClinic, secrets } from '../../tests/support/clinic.ts';
import { makePatient, patientToken } from '../../tests/support/patients.ts';
import { staffToken, staffWith } from '../../tests/support/people.ts';

describe('who hands out rights', () => {
  let clinic: Clinic;
  let admin: string;
  let superAdmin: string;
  beforeAll(async () => {
    clinic = await openClinic();
    admin = await staffToken(clinic, 'clinic-admin');
    superAdmin = await staffToken(clinic, 'strapi-super-admin');
  });
  afterAll(() => clinic.close());

  const call = (method: 'get' | 'post' | 'put' | 'delete', path: string, token: string) =>
    request(clinic.url)[method](path).set('Authorization', `Bearer ${token}`);
  const roleId = async (code: string): Promise<number> =>
    (await clinic.db.query('select id from admin_roles where code = $1', [code])).rows[0].id;
  const supers = async () =>
    (
      await clinic.db.query(
        `select l.user_id as id from admin_users_roles_lnk l join admin_roles r on r.id = l.role_id
         where r.code = 'strapi-super-admin' order by 1`,
      )
    ).rows;
  const accounts = async () =>
    (await clinic.db.query('select count(*)::int as n from admin_users')).rows[0].n;

  test('a clinic admin makes nobody a super admin, however the role is written', async () => {
    const before = [await supers(), await accounts()];
    const role = await roleId('strapi-super-admin');
    const me = (
      await clinic.db.query('select id from admin_users where email = $1', [
        await staffWith(clinic, 'clinic-admin'),
      ])
    ).rows[0].id;
    const spellings = [
      role,
      `${role}`,
      `+${role}`,
      ` ${role}`,
      `${role} `,
      `0${role}`,
      `\t${role}`,
    ];
    for (const spelling of [...spellings, `${role}.0`, { id: role }, { id: `+${role}` }]) {
      const changed = await call('put', `/admin/users/${me}`, admin).send({ roles: [spelling] });
      expect([spelling, changed.status >= 400 && changed.status < 500]).toEqual([spelling, true]);
      const invited = await call('post', '/admin/users', admin).send({
        email: 'new@enamel.test',
        firstname: 'New',
        lastname: 'Colleague',
        roles: [spelling],
      });
      expect([spelling, invited.status >= 400 && invited.status < 500]).toEqual([spelling, true]);
    }
    expect([await supers(), await accounts()]).toEqual(before);
  });

  test('whoever edits roles gives none a right over the system that they have not themselves', async () => {
    const role = await roleId('front-desk');
    const path = `/admin/roles/${role}/permissions`;
    const { body } = await call('get', path, admin).expect(200);
    const standing = body.data.map(({ action, subject, properties, conditions }: never) => ({
      action,
      subject,
      properties,
      conditions,
    }));
    const line = (action: string) => ({ action, subject: null, properties: {}, conditions: [] });
    for (const action of ['admin::api-tokens.create', 'admin::webhooks.create']) {
      const permissions = [...standing, line(action)];
      const refused = await call('put', path, admin).send({ permissions });
      expect([refused.status, refused.body.error?.code]).toEqual([403, 'GRANT_NOT_ALLOWED']);
    }
    const after = await call('get', path, admin).expect(200);
    expect(after.body.data).toHaveLength(standing.length);
    const held = [...standing, line('admin::users.read')];
    await call('put', path, admin).send({ permissions: held }).expect(200);
    const wide = [...standing, line('admin::webhooks.create')];
    await call('put', path, superAdmin).send({ permissions: wide }).expect(200);
    await call('put', path, admin).send({ permissions: wide }).expect(200);
    await call('put', path, admin).send({ permissions: standing }).expect(200);
  });

  test('no key stands for nobody: the content API’s own tokens neither exist nor are made', async () => {
    const kinds = await clinic.db.query('select distinct kind from strapi_api_tokens');
    expect(kinds.rows).toEqual([]);
    const made = await call('post', '/admin/api-tokens', superAdmin).send({
      name: 'everything',
      description: '',
      type: 'full-access',
      lifespan: null,
    });
    expect([made.status, made.body.error?.code]).toEqual([403, 'ADMIN_TOKENS_ONLY']);
    expect((await clinic.db.query('select 1 from strapi_api_tokens')).rowCount).toBe(0);
  });

  test('a key of that kind that came into the database all the same opens nothing', async () => {
    const patient = await makePatient(clinic);
    await patientToken(clinic, patient);
    const accessKey = 'k'.repeat(256);
    const digest = createHmac('sha512', secrets.API_TOKEN_SALT ?? '')
      .update(accessKey)
      .digest('hex');
    await clinic.db.query(
      `insert into strapi_api_tokens (document_id, name, description, type, kind, access_key, created_at, updated_at)
       values (md5(random()::text), 'planted', '', 'full-access', 'content-api', $1, now(), now())`,
      [digest],
    );
    for (const [method, path] of [
      ['get', '/api/users'],
      ['put', '/api/users/1'],
      ['get', '/api/upload/files?populate=related'],
      ['get', '/api/patients'],
    ] as const) {
      const answer = await call(method, path, accessKey).send({ username: 'thief' });
      expect([path, [401, 403].includes(answer.status)]).toEqual([path, true]);
    }
  });

  test('a program’s token opens what its permissions name, and nothing of its owner’s own', async () => {
    const { body } = await call('post', '/admin/admin-tokens', superAdmin)
      .send({ name: 'nothing', adminPermissions: [] })
      .expect(201);
    const token: string = body.data.accessKey;
    const email = async () =>
      (
        await clinic.db.query('select email from admin_users where email = $1', [
          await staffWith(clinic, 'strapi-super-admin'),
        ])
      ).rowCount;
    for (const [method, path, sent] of [
      ['put', '/admin/users/me', { email: 'thief@enamel.test' }],
      ['get', '/admin/users/me', {}],
      ['get', '/admin/users/me/sessions', {}],
      ['delete', '/admin/users/me/sessions', {}],
      ['get', '/access/openings', {}],
      ['post', '/access/place-requests', { place: 'x', reason: 'Because' }],
      ['get', '/content-manager/homepage/recent-documents?action=update', {}],
    ] as const) {
      const answer = await call(method, path, token).send(sent);
      expect([path, answer.status]).toEqual([path, 401]);
    }
    expect(await email()).toBe(1);
    await call('get', '/admin/users/me', superAdmin).expect(200);
  });
});
