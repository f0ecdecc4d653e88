import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { password, patientToken, staffToken, staffWith } from '../../tests/support/people.ts';
import { exchange, raceReuse } from '../../tests/support/sessions.ts';

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0';
const email = 'sessions@example.com';

describe('sessions', () => {
  let clinic: Clinic;
  beforeAll(async () => {
    clinic = await openClinic({ processes: 2 });
    await patientToken(clinic, email);
  });
  afterAll(() => clinic.close());

  const signIn = async (agent = firefox) =>
    (
      await request(clinic.url)
        .post('/api/auth/local')
        .set('User-Agent', agent)
        .send({ identifier: email, password })
        .expect(200)
    ).body as { jwt: string; refreshToken: string };
  const me = async (jwt: string) =>
    (await request(clinic.url).get('/api/access/me').set('Authorization', `Bearer ${jwt}`)).status;
  const bySql = (sql: string) => clinic.db.query(sql);

  test('a token used again after ten seconds ends the session for whoever holds a part of it', async () => {
    const { jwt, refreshToken } = await signIn();
    const next = await exchange(clinic.url, refreshToken);
    expect(next.status).toBe(200);
    await bySql("update access_sessions set turned_at = turned_at - interval '11 seconds'");
    expect((await exchange(clinic.url, refreshToken)).status).toBe(401);
    expect((await exchange(clinic.url, next.token ?? '')).status).toBe(401);
    expect(await me(jwt)).toBe(401);
    const { rows } = await bySql(
      "select count(*)::int as n from audit_entries where action = 'session.copied'",
    );
    expect(rows[0].n).toBe(1);
  });

  test('a lost answer is asked for again within ten seconds and is the same', async () => {
    const { refreshToken } = await signIn();
    const first = await exchange(clinic.url, refreshToken);
    const again = await exchange(clinic.url, refreshToken);
    expect(again).toEqual(first);
    expect((await exchange(clinic.url, again.token ?? '')).status).toBe(200);
  });

  test('a token whose successor was used is a copy even within ten seconds', async () => {
    const { refreshToken } = await signIn();
    const next = await exchange(clinic.url, refreshToken);
    const third = await exchange(clinic.url, next.token ?? '');
    expect((await exchange(clinic.url, refreshToken)).status).toBe(401);
    expect((await exchange(clinic.url, third.token ?? '')).status).toBe(401);
  });

  test('a token that was altered ends nobody’s session', async () => {
    const { refreshToken, jwt } = await signIn();
    const [head, body = '', sign] = refreshToken.split('.');
    const content = JSON.parse(Buffer.from(body, 'base64url').toString());
    const forged = Buffer.from(JSON.stringify({ ...content, generation: 0.5 })).toString(
      'base64url',
    );
    expect((await exchange(clinic.url, `${head}.${forged}.${sign}`)).status).toBe(401);
    expect(await me(jwt)).toBe(200);
  });

  test('of 400 races every copy ends its session and no lost answer does', async () => {
    expect(await raceReuse(clinic, 400)).toEqual({
      copies: 200,
      survived: 0,
      lost: 200,
      harmed: 0,
      unexpected: [],
    });
  });

  test('signing out ends this session at once and no other', async () => {
    const [here, there] = [await signIn(), await signIn()];
    await request(clinic.url)
      .post('/api/auth/logout')
      .set('Authorization', `Bearer ${here.jwt}`)
      .send({ refreshToken: here.refreshToken })
      .expect(200);
    expect(await me(here.jwt)).toBe(401);
    expect(await me(there.jwt)).toBe(200);
  });

  test('signing out everywhere ends all at once, on every process', async () => {
    const [here, there] = [await signIn(), await signIn()];
    await request(clinic.url)
      .post('/api/auth/logout')
      .set('Authorization', `Bearer ${here.jwt}`)
      .send({ scope: 'all' })
      .expect(200);
    for (const { url } of clinic.servers) {
      const answer = await request(url)
        .get('/api/access/me')
        .set('Authorization', `Bearer ${there.jwt}`);
      expect(answer.status).toBe(401);
    }
  });

  test('whom the clinic blocks is out at once', async () => {
    const { jwt, refreshToken } = await signIn();
    await bySql(`update up_users set blocked = true where email = '${email}'`);
    expect(await me(jwt)).toBe(401);
    expect((await exchange(clinic.url, refreshToken)).status).toBe(401);
    await bySql(`update up_users set blocked = false where email = '${email}'`);
    const staff = await staffToken(clinic, 'front-desk');
    const self = () =>
      request(clinic.url).get('/access/self').set('Authorization', `Bearer ${staff}`);
    await self().expect(200);
    const address = await staffWith(clinic, 'front-desk');
    await bySql(`update admin_users set blocked = true where email = '${address}'`);
    await self().expect(401);
    await bySql(`update admin_users set blocked = false where email = '${address}'`);
  });

  test('a session is named by 128 bits of chance and lasts as long as decision 12 says', async () => {
    await bySql('delete from access_sessions');
    for (let n = 0; n < 20; n++) await signIn();
    await staffToken(clinic, 'assistant');
    const { rows: named } = await bySql(
      "select count(distinct id)::int as different, count(*)::int as n from access_sessions where id ~ '^[0-9a-f]{32}$'",
    );
    const { rows: all } = await bySql('select count(*)::int as n from access_sessions');
    expect(named).toEqual([{ different: all[0].n, n: all[0].n }]);
    const { rows: lasting } = await bySql(
      `select distinct origin, extract(epoch from idle_until - used_at)::int / 3600 as idle,
         extract(epoch from ends_at - began_at)::int / 3600 as whole
       from access_sessions order by origin`,
    );
    expect(lasting).toEqual([
      { origin: 'admin', idle: 8, whole: 7 * 24 },
      { origin: 'users-permissions', idle: 14 * 24, whole: 30 * 24 },
    ]);
  });

  test('a session that was not used too long has ended, and so has one that is too old', async () => {
    for (const limit of ['idle_until', 'ends_at']) {
      const { jwt, refreshToken } = await signIn();
      expect(await me(jwt)).toBe(200);
      await bySql(`update access_sessions set ${limit} = now() - interval '1 second'`);
      expect(await me(jwt)).toBe(401);
      expect((await exchange(clinic.url, refreshToken)).status).toBe(401);
    }
  });

  test('the panel’s cookie turns the same way', async () => {
    const address = await staffWith(clinic, 'dentist');
    const entered = await request(clinic.url)
      .post('/admin/login')
      .send({
        email: address,
        password,
        deviceId: '6f1c2f0e-5c53-4a3e-9f0c-2f8f0a3d9b11',
        rememberMe: true,
      })
      .expect(200);
    const cookieOf = (answer: request.Response) =>
      (answer.headers['set-cookie'] as unknown as string[])
        .filter((line) => line.startsWith('strapi_admin_refresh'))
        .map((line) => line.split(';')[0])
        .join('; ');
    const panel = (entered.headers['set-cookie'] as unknown as string[])
      .map((line) => /^enamel_panel=([^;]+)/.exec(line)?.[1])
      .find(Boolean);
    const refresh = (cookie: string) =>
      request(clinic.url)
        .post('/admin/access-token')
        .set({ Cookie: cookie, 'X-Enamel-Panel': panel ?? '' });
    const first = cookieOf(entered);
    const second = await refresh(first).expect(200);
    const again = await refresh(first).expect(200);
    expect(cookieOf(again)).toBe(cookieOf(second));
    await bySql("update access_sessions set turned_at = turned_at - interval '11 seconds'");
    await refresh(first).expect(401);
    await refresh(cookieOf(second)).expect(401);
  });
});
