import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { password, staffToken, staffWith } from '../../tests/support/people.ts';

describe('a panel that was left alone', () => {
  let clinic: Clinic;
  beforeAll(async () => {
    clinic = await openClinic({ processes: 2 });
  });
  afterAll(() => clinic.close());

  const call = (method: 'get' | 'post', path: string, token: string, body?: object, at = 0) => {
    const sent = request(clinic.servers[at]?.url ?? clinic.url)
      [method](path)
      .set('Authorization', `Bearer ${token}`);
    return body ? sent.send(body) : sent;
  };
  const lock = (token: string) => call('post', '/access/lock', token, {});
  const open = (token: string, word: string) =>
    call('post', '/access/lock/open', token, { password: word });
  const works = async (token: string, at = 0) =>
    (await call('get', '/access/self', token, undefined, at)).status;
  const sql = (text: string, values: unknown[] = []) => clinic.db.query(text, values);
  const setMinutes = async (minutes: unknown) => {
    await sql("delete from settings where key = 'panel.lock-minutes'");
    await sql(
      "insert into settings (document_id, key, value) values ('a' || md5(random()::text), 'panel.lock-minutes', $1)",
      [JSON.stringify(minutes)],
    );
  };
  const alone = (minutes: number) =>
    sql(`update access_sessions set seen_at = now() - make_interval(mins => ${minutes})`);

  test('opens nothing on any process until its person shows who they are', async () => {
    const token = await staffToken(clinic, 'front-desk');
    await lock(token).expect(200);
    await lock(token).expect(200);
    for (const at of [0, 1])
      for (const path of ['/access/self', '/admin/users/me', '/api/patients', '/access/patients']) {
        const { status, body } = await call('get', path, token, undefined, at);
        expect({ path, status, code: body.error.code }).toEqual({
          path,
          status: 423,
          code: 'SESSION_LOCKED',
        });
      }
    expect((await call('get', '/access/lock', token).expect(200)).body.data).toEqual({
      locked: true,
      minutes: 10,
      name: 'Test front-desk',
      email: 'test-front-desk@enamel.test',
      passkey: false,
    });
    const wrong = await open(token, 'not the password').expect(400);
    expect(wrong.body.error).toMatchObject({
      code: 'PASSWORD_WRONG',
      details: { fields: [{ field: 'password' }] },
    });
    expect(await works(token)).toBe(423);
    await open(token, password).expect(200);
    expect(await works(token)).toBe(200);
    const { rows } = await sql(
      "select action from audit_entries where action like 'session.%lock%' order by id",
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'session.locked',
      'session.unlock-refused',
      'session.unlocked',
    ]);
  });

  test('renews no token meanwhile', async () => {
    const email = await staffWith(clinic, 'dentist');
    const answer = await request(clinic.url).post('/admin/login').send({ email, password });
    const lines = answer.headers['set-cookie'] as unknown as string[];
    const cookie = lines.map((line) => line.split(';')[0]).join('; ');
    const panel = /enamel_panel=([^;]+)/.exec(cookie)?.[1] ?? '';
    const renew = () =>
      request(clinic.url)
        .post('/admin/access-token')
        .set({ Cookie: cookie, 'X-Enamel-Panel': panel });
    await lock(answer.body.data.token).expect(200);
    expect((await renew().expect(423)).body.error.code).toBe('SESSION_LOCKED');
    await open(answer.body.data.token, password).expect(200);
    await renew().expect(200);
  });

  test('ends after five wrong passwords, and the right one comes too late', async () => {
    const token = await staffToken(clinic, 'assistant');
    await lock(token);
    for (let n = 1; n <= 4; n++) await open(token, `wrong ${n}`).expect(400);
    await open(token, 'wrong 5').expect(401);
    await open(token, password).expect(401);
    expect(await works(token)).toBe(401);
  });

  test('guesses there and at a new password count together: from thirty on there are pauses', async () => {
    const [token, neighbour] = [
      await staffToken(clinic, 'dentist'),
      await staffToken(clinic, 'location-admin'),
    ];
    const change = (current: string) =>
      call('post', '/access/staff/password', token, { current, password: 'zebra lamp orbit' });
    for (let n = 1; n <= 28; n++) {
      const { body } = await change(`wrong ${n}`).expect(400);
      expect(body.error.details.fields[0].field).toBe('current');
    }
    await lock(token).expect(200);
    for (let n = 1; n <= 2; n++) await open(token, `wrong ${n}`).expect(400);
    expect((await open(token, password).expect(400)).body.error.code).toBe('PASSWORD_WRONG');
    expect(await works(token)).toBe(423);
    await lock(neighbour).expect(200);
    await open(neighbour, password).expect(200);
    await sql("update access_attempts set until = now() - interval '1 second'");
    await open(token, password).expect(200);
    await change('wrong again').expect(400);
    await change(password).expect(200);
  });

  test('locks by itself when nobody works there longer than the clinic allows', async () => {
    const token = await staffToken(clinic, 'front-desk');
    const seen = await call('post', '/access/lock/seen', token, {}).expect(200);
    expect(seen.body.data).toEqual({ minutes: 10 });
    await alone(10);
    expect(await works(token)).toBe(200);
    await alone(12);
    expect(await works(token)).toBe(423);
    await call('post', '/access/lock/seen', token, {}).expect(423);
    await open(token, password).expect(200);
    expect(await works(token)).toBe(200);
    await setMinutes(1);
    await alone(3);
    expect(await works(token, 1)).toBe(423);
    await setMinutes(0);
    await alone(600);
    expect(await works(token, 1)).toBe(200);
    for (const nonsense of ['soon', null, { minutes: 3 }]) {
      await setMinutes(nonsense);
      await alone(12);
      expect(await works(token)).toBe(423);
    }
    await sql("delete from settings where key = 'panel.lock-minutes'");
  });

  test('a script’s session does not lock by itself', async () => {
    const token = await staffToken(clinic, 'front-desk');
    await sql(
      "update access_sessions set used_at = now() - interval '5 hours' where seen_at is null",
    );
    expect(await works(token)).toBe(200);
  });

  test('is left by signing out, and is nobody’s to open with another’s token', async () => {
    const [mine, other] = [
      await staffToken(clinic, 'location-admin'),
      await staffToken(clinic, 'location-admin'),
    ];
    await lock(mine);
    expect(await works(other)).toBe(200);
    await request(clinic.url).post('/access/lock/open').send({ password }).expect(401);
    await open('eyJhbGciOiJIUzI1NiJ9.e30.x', password).expect(401);
    await call('post', '/access/lock/end', mine, {}).expect(200);
    await open(mine, password).expect(401);
    expect(await works(other)).toBe(200);
  });

  test('locks after as long as the clinic says; only who may says it, and the trail tells', async () => {
    const [admin, front] = [
      await staffToken(clinic, 'clinic-admin'),
      await staffToken(clinic, 'front-desk'),
    ];
    const say = (lockMinutes: unknown, token = admin) =>
      request(clinic.url)
        .put('/access/panel-settings')
        .set('Authorization', `Bearer ${token}`)
        .send({ lockMinutes, secondFactorRoles: [] });
    await call('get', '/access/panel-settings', front).expect(403);
    await say(3, front).expect(403);
    for (const nonsense of [-1, 481, 2.5, 'ten', null]) {
      const refused = await say(nonsense).expect(400);
      expect(refused.body.error.details.fields[0].field).toBe('lockMinutes');
    }
    const { body } = await call('get', '/access/panel-settings', admin).expect(200);
    expect(body.data.lockMinutes).toBe(10);
    expect((await say(3).expect(200)).body.data.lockMinutes).toBe(3);
    const seen = await call('post', '/access/lock/seen', front, {}).expect(200);
    expect(seen.body.data.minutes).toBe(3);
    const { rows } = await sql(
      "select detail->>'key' as key, detail->>'value' as value from audit_entries where action = 'setting.changed'",
    );
    expect(rows).toEqual([{ key: 'panel.lock-minutes', value: '3' }]);
  });
});
