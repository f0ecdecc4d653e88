import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { codeOf } from '../../tests/support/factors.ts';
import { password, staffToken, staffWith } from '../../tests/support/people.ts';

const superAdmin = 'strapi-super-admin';
const permissions = [
  { action: 'plugin::content-manager.explorer.read', subject: 'api::location.location' },
  { action: 'plugin::access.patients.read', subject: null },
].map((one) => ({ ...one, conditions: [], properties: {} }));

describe('a program’s token of a member of staff', () => {
  let clinic: Clinic;
  let owner: string;
  beforeAll(async () => {
    clinic = await openClinic();
    owner = await staffToken(clinic, superAdmin);
  });
  afterAll(() => clinic.close());

  const call = (method: 'get' | 'post' | 'put' | 'delete', path: string, token: string) =>
    request(clinic.url)[method](path).set('Authorization', `Bearer ${token}`);
  const post = (path: string, token: string, body: object) => call('post', path, token).send(body);
  const made = async (name: string, maker = owner): Promise<string> => {
    const { body } = await post('/admin/admin-tokens', maker, {
      name,
      adminPermissions: permissions,
    }).expect(201);
    return body.data.accessKey;
  };
  /** Through Strapi's own strategy, and through ours. */
  const doors = ['/access/patients', '/api/locations'];
  const opens = async (token: string) =>
    Promise.all(doors.map(async (path) => (await call('get', path, token)).status));
  const settings = (secondFactorRoles: string[], token: string) =>
    call('put', '/access/panel-settings', token).send({ lockMinutes: 10, secondFactorRoles });
  const idOf = async (email: string) =>
    (await clinic.db.query('select id from admin_users where email = $1', [email])).rows[0].id;

  test('works while the panel is locked, and changes nothing of its owner’s account', async () => {
    const token = await made('while locked');
    expect(await opens(token)).toEqual([200, 200]);
    await post('/access/lock', owner, {}).expect(200);
    await call('get', '/access/patients', owner).expect(423);
    expect(await opens(token)).toEqual([200, 200]);
    await post('/access/lock/open', owner, { password }).expect(200);
    await post('/access/staff/email', token, { email: 'x@evil.test', password }).expect(401);
    await post('/access/staff/me/factors/totp', token, { password }).expect(401);
  });

  test('opens nothing while its owner owes a second factor', async () => {
    const token = await made('owing');
    const admin = await staffToken(clinic, 'clinic-admin');
    await settings([superAdmin], admin).expect(200);
    for (const path of [...doors, '/admin/users/me']) {
      const { status, body } = await call('get', path, token);
      expect([path, status, body.error?.code]).toEqual([path, 403, 'SECOND_FACTOR_MISSING']);
    }
    const own = (path: string, body: object) =>
      post(`/access/staff/me/factors${path}`, owner, body).expect(200);
    const { setUp, key } = (await own('/totp', { password })).body.data;
    await own('/totp/confirm', { setUp, code: codeOf(key) });
    expect(await opens(token)).toEqual([200, 200]);
    await settings([], admin).expect(200);
    const { body } = await call('get', '/access/staff/me/factors', owner).expect(200);
    await own(`/${body.data.totp.id}/remove`, { password });
  });

  test('ends when its owner is signed out everywhere, not when other devices are', async () => {
    const token = await made('signed out');
    await call('delete', '/admin/users/me/sessions?keepCurrent=true', owner).expect(200);
    expect(await opens(token)).toEqual([200, 200]);
    await call('delete', '/admin/users/me/sessions', owner).expect(200);
    expect(await opens(token)).toEqual([401, 401]);
    owner = await staffToken(clinic, superAdmin);
    const again = await made('signed out by a colleague');
    await clinic.db.query(
      `with made as (
         insert into admin_users (document_id, firstname, email, password, is_active, blocked, created_at, updated_at)
         select md5(random()::text), 'Second', 'second@enamel.test', password, true, false, now(), now()
         from admin_users where email = $1 returning id)
       insert into admin_users_roles_lnk (user_id, role_id)
       select made.id, r.id from made, admin_roles r where r.code = $2`,
      [await staffWith(clinic, superAdmin), superAdmin],
    );
    const { body } = await request(clinic.url)
      .post('/admin/login')
      .send({ email: 'second@enamel.test', password })
      .expect(200);
    const colleague = body.data.token;
    const of = await idOf(await staffWith(clinic, superAdmin));
    const theirs = await made('the colleague’s', colleague);
    await post(`/access/staff/${of}/sign-out`, colleague, {}).expect(200);
    expect(await opens(again)).toEqual([401, 401]);
    expect(await opens(theirs)).toEqual([200, 200]);
  });
});
