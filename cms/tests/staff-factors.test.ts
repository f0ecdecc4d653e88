import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { codeOf } from '../../tests/support/factors.ts';
import { password, staffToken, staffWith } from '../../tests/support/people.ts';

describe('second factors of staff', () => {
  let clinic: Clinic;
  let admin: string;
  beforeAll(async () => {
    clinic = await openClinic();
    admin = await staffToken(clinic, 'clinic-admin');
  });
  afterAll(() => clinic.close());

  const call = (method: 'get' | 'post' | 'put', path: string, token: string, body?: object) => {
    const sent = request(clinic.url)[method](path);
    if (token) sent.set('Authorization', `Bearer ${token}`);
    return body ? sent.send(body) : sent;
  };
  const own = (token: string, path = '', body?: object) =>
    call(body ? 'post' : 'get', `/access/staff/me/factors${path}`, token, body);
  const setUp = async (token: string) => {
    const begun = await own(token, '/totp', { password }).expect(200);
    const { setUp: paper, key } = begun.body.data;
    const confirmed = await own(token, '/totp/confirm', { setUp: paper, code: codeOf(key) });
    expect(confirmed.status).toBe(200);
    return { key: key as string, codes: confirmed.body.data.recoveryCodes as string[] };
  };
  const signIn = (email: string) => call('post', '/admin/login', '', { email, password });
  const second = (challenge: string, code: string, way = 'totp') =>
    call('post', '/access/staff/sign-in/code', '', { challenge, way, code });
  const settings = (secondFactorRoles: string[], token = admin) =>
    call('put', '/access/panel-settings', token, { lockMinutes: 10, secondFactorRoles });
  const idOf = async (email: string) =>
    (await clinic.db.query('select id from admin_users where email = $1', [email])).rows[0].id;

  test('after the password a code is asked for; it opens the panel as the password did before', async () => {
    const email = await staffWith(clinic, 'dentist');
    const { key, codes } = await setUp(await staffToken(clinic, 'dentist'));
    expect(codes).toHaveLength(10);
    const asked = await signIn(email).expect(401);
    expect(asked.headers['set-cookie']).toBeUndefined();
    const { code, details } = asked.body.error;
    expect([code, details.ways]).toEqual(['SECOND_FACTOR_NEEDED', ['totp', 'recovery-code']]);
    expect((await second(details.challenge, '000000').expect(400)).body.error.code).toBe(
      'FACTOR_CODE_WRONG',
    );
    const { rows: refused } = await clinic.db.query(
      "select subject_id, actor_kind from audit_entries where action = 'session.refused'",
    );
    expect(refused).toEqual([{ subject_id: String(await idOf(email)), actor_kind: 'visitor' }]);
    const next = codeOf(key, 1);
    const entered = await second(details.challenge, next).expect(200);
    const lines = entered.headers['set-cookie'] as unknown as string[];
    const refresh = lines.find((line) => line.startsWith('strapi_admin_refresh=')) ?? '';
    expect(refresh).toMatch(/; path=\/admin; samesite=strict; httponly/i);
    await call('get', '/access/self', entered.body.data.token).expect(200);
    const cookie = lines.map((line) => line.split(';')[0]).join('; ');
    const panel = /enamel_panel=([^;]+)/.exec(cookie)?.[1] ?? '';
    await request(clinic.url)
      .post('/admin/access-token')
      .set({ Cookie: cookie, 'X-Enamel-Panel': panel })
      .expect(200);
    await second(details.challenge, next).expect(400);

    const lost = (await signIn(email).expect(401)).body.error.details.challenge;
    await second(lost, codes[0] ?? '', 'recovery-code').expect(200);
    const again = (await signIn(email).expect(401)).body.error.details.challenge;
    await second(again, codes[0] ?? '', 'recovery-code').expect(400);
    const left = await own(entered.body.data.token).expect(200);
    expect(left.body.data.recoveryCodes).toBe(9);
  });

  test('whose role needs one sets it up before anything else opens', async () => {
    const token = await staffToken(clinic, 'front-desk');
    await call('get', '/access/patients', token).expect(200);
    await settings(['front-desk']).expect(200);
    for (const path of ['/access/patients', '/api/patients', '/admin/users/me/sessions']) {
      const refused = await call('get', path, token).expect(403);
      expect(refused.body.error.code).toBe('SECOND_FACTOR_MISSING');
    }
    await call('get', '/admin/users/me', token).expect(200);
    expect((await own(token).expect(200)).body.meta).toEqual({ required: true });
    await setUp(token);
    await call('get', '/access/patients', token).expect(200);
    const { body } = await own(token).expect(200);
    const kept = await own(token, `/${body.data.totp.id}/remove`, { password }).expect(409);
    expect(kept.body.error.code).toBe('FACTOR_REQUIRED');
    await settings([]).expect(200);
    await own(token, `/${body.data.totp.id}/remove`, { password }).expect(200);
  });

  test('what changes factors asks for the password', async () => {
    const token = await staffToken(clinic, 'assistant');
    for (const path of ['/totp', '/recovery-codes', '/passkeys/begin']) {
      const wrong = await own(token, path, { password: 'not it' }).expect(400);
      expect(wrong.body.error.code).toBe('PASSWORD_WRONG');
    }
  });

  test('the last super admin comes back by a command of whoever holds the machine', async () => {
    const email = await staffWith(clinic, 'strapi-super-admin');
    const token = await staffToken(clinic, 'strapi-super-admin');
    await setUp(token);
    await signIn(email).expect(401);
    const script = join(process.env.TEST_ROOT ?? '', 'scripts/second-factor-reset.ts');
    const run = (address: string) =>
      promisify(execFile)(process.execPath, [script, address], {
        env: { ...process.env, DATABASE_URL: clinic.databaseUrl },
      });
    await expect(run('nobody@enamel.test')).rejects.toThrow('No member of staff');
    expect((await run(email)).stdout).toMatch(/^Reset \(11 were set up\)/);
    await call('get', '/access/self', token).expect(401);
    await signIn(email).expect(200);
    const { rows } = await clinic.db.query(
      "select actor_kind, subject_id from audit_entries where action = 'access.factor-reset' order by id desc limit 1",
    );
    expect(rows).toEqual([{ actor_kind: 'system', subject_id: String(await idOf(email)) }]);
  });

  test('the settings are for those who may, are told in the trail, and know their roles', async () => {
    const front = await staffToken(clinic, 'front-desk');
    await call('get', '/access/panel-settings', front).expect(403);
    await settings([], front).expect(403);
    const unknown = await settings(['no-such-role']).expect(400);
    expect(unknown.body.error.details.fields[0].field).toBe('secondFactorRoles');
    for (const lockMinutes of [-1, 481, 2.5, 'ten'])
      await call('put', '/access/panel-settings', admin, {
        lockMinutes,
        secondFactorRoles: [],
      }).expect(400);
    const saved = await call('put', '/access/panel-settings', admin, {
      lockMinutes: 3,
      secondFactorRoles: [],
    }).expect(200);
    expect(saved.body.data).toEqual({ lockMinutes: 3, secondFactorRoles: [] });
    const seen = await call('post', '/access/lock/seen', admin, {}).expect(200);
    expect(seen.body.data.minutes).toBe(3);
    const { rows } = await clinic.db.query(
      "select detail->>'key' as key from audit_entries where action = 'setting.changed' order by id desc limit 1",
    );
    expect(rows).toEqual([{ key: 'panel.lock-minutes' }]);
  });
});
