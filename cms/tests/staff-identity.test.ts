import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { type MailServer, startMailServer } from '../../tests/support/mail.ts';
import { password, staffToken, staffWith } from '../../tests/support/people.ts';

const better = 'zebra lamp orbit';

describe('members of staff', () => {
  let clinic: Clinic;
  let mail: MailServer;
  let admin: string;
  let desk: number;
  beforeAll(async () => {
    mail = await startMailServer();
    clinic = await openClinic({ variables: { SMTP_URL: mail.url, REMINDER_TICK_SECONDS: '1' } });
    admin = await staffToken(clinic, 'clinic-admin');
    desk = (await clinic.db.query("select id from admin_roles where code = 'front-desk'")).rows[0]
      .id;
  });
  afterAll(async () => {
    await clinic.close();
    await mail.stop();
  });

  const call = (method: 'get' | 'post' | 'put', path: string, body?: object, token = admin) => {
    const sent = request(clinic.url)[method](path);
    if (token) sent.set('Authorization', `Bearer ${token}`);
    return body ? sent.send(body) : sent;
  };
  const open = (path: string, body: object) => call('post', `/access/staff/${path}`, body, '');
  const add = async (email: string, preferedLanguage = 'en'): Promise<number> => {
    const person = { email, firstname: 'Irina', lastname: 'Pop', roles: [desk], preferedLanguage };
    const { body } = await call('post', '/admin/users', person).expect(201);
    expect(body.data.registrationToken ?? null).toBeNull();
    return body.data.id;
  };
  /** The token behind `#` in the nth mail to an address whose link leads to a page. */
  const tokenFor = async (email: string, page: string, nth = 1): Promise<string> => {
    const links = () =>
      mail
        .to(email)
        .flatMap((one) => one.links)
        .filter((link) => link.includes(`/admin/auth/${page}#`));
    await mail.waitFor(email, () => links().length >= nth);
    return links()[nth - 1]?.split('#')[1] ?? '';
  };
  const signIn = (email: string, word: string) =>
    request(clinic.url).post('/admin/login').send({ email, password: word });
  const accept = (token: string, word = better) =>
    open('invitation/accept', { token, firstname: 'Irina', lastname: 'Pop', password: word });
  const stateOf = async (id: number) =>
    (await call('get', `/access/staff/${id}`).expect(200)).body.data;
  const told = async (action: string) =>
    (
      await clinic.db.query<{ id: string }>(
        'select subject_id as id from audit_entries where action = $1',
        [action],
      )
    ).rows.map(({ id }) => id);

  test('who is added gets a mail in their language and chooses a password by its link, once', async () => {
    const email = 'irina@enamel.test';
    const id = await add(email, 'ro');
    const token = await tokenFor(email, 'invitation');
    expect(mail.to(email)[0]?.subject).toMatch(/^Contul dumneavoastră la /);
    expect(await stateOf(id)).toMatchObject({
      state: 'invited',
      invitation: { sentAt: expect.any(String), expiresAt: expect.any(String) },
    });
    // 256 bits of chance, for three days.
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const { sentAt, expiresAt } = (await stateOf(id)).invitation;
    expect(Date.parse(expiresAt) - Date.parse(sentAt)).toBe(72 * 3_600_000);
    expect((await open('invitation', { token }).expect(200)).body.data).toEqual({
      email,
      firstname: 'Irina',
      lastname: 'Pop',
    });
    for (const [word, code] of [
      ['zebra lamp', 'PASSWORD_SHORT'],
      ['password12345', 'PASSWORD_COMMON'],
      ['irina@enamel.test', 'PASSWORD_COMMON'],
    ] as const)
      expect((await accept(token, word).expect(400)).body.error.code).toBe(code);
    await accept(token).expect(200);
    expect((await accept(token).expect(409)).body.error.code).toBe('LINK_USED');
    await signIn(email, better).expect(200);
    expect((await stateOf(id)).state).toBe('active');
    expect(await told('session.joined')).toContain(String(id));
  });

  test('an invitation is sent again: the link before ends, an old one is refused, and no more than three go out an hour', async () => {
    const email = 'again@enamel.test';
    const id = await add(email);
    const first = await tokenFor(email, 'invitation');
    await call('post', `/access/staff/${id}/invitation`, {}).expect(202);
    const second = await tokenFor(email, 'invitation', 2);
    expect((await accept(first).expect(404)).body.error.code).toBe('LINK_INVALID');
    await clinic.db.query(
      `update staff_links set issued_at = now() - interval '73 hours', expires_at = now() - interval '1 hour'
       where user_id = $1`,
      [id],
    );
    expect((await accept(second).expect(404)).body.error.code).toBe('LINK_EXPIRED');
    expect((await stateOf(id)).state).toBe('lapsed');
    await call('post', `/access/staff/${id}/invitation`, {}).expect(202);
    const third = await tokenFor(email, 'invitation', 3);
    const many = await call('post', `/access/staff/${id}/invitation`, {}).expect(429);
    expect(many.body.error.code).toBe('TOO_MANY_MAILS');
    await accept(third).expect(200);
    const joined = await call('post', `/access/staff/${id}/invitation`, {}).expect(409);
    expect(joined.body.error.code).toBe('HAS_JOINED');
  });

  test('of many uses of one invitation at once exactly one succeeds', async () => {
    await add('race@enamel.test');
    const token = await tokenFor('race@enamel.test', 'invitation');
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => accept(token, `${better} ${n}`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
  });

  test('whoever is shut out meanwhile does not come in by a link', async () => {
    const id = await add('gone@enamel.test');
    const token = await tokenFor('gone@enamel.test', 'invitation');
    await clinic.db.query('update admin_users set blocked = true where id = $1', [id]);
    await accept(token).expect(404);
    const email = await staffWith(clinic, 'dentist');
    await open('password/forgot', { email, language: 'en' }).expect(202);
    const link = await tokenFor(email, 'new-password');
    await clinic.db.query('update admin_users set is_active = false where email = $1', [email]);
    await open('password/reset', { token: link, password: better }).expect(404);
    await clinic.db.query('update admin_users set is_active = true where email = $1', [email]);
  });

  test('a forgotten password is chosen anew by mail: every session ends, nobody is signed in, the owner hears of it', async () => {
    const email = await staffWith(clinic, 'assistant');
    const token = await staffToken(clinic, 'assistant');
    const known = await open('password/forgot', { email, language: 'en' }).expect(202);
    const unknown = await open('password/forgot', {
      email: 'nobody@enamel.test',
      language: 'en',
    }).expect(202);
    expect(unknown.body).toEqual(known.body);
    const link = await tokenFor(email, 'new-password');
    const done = await open('password/reset', { token: link, password: better }).expect(200);
    expect(String(done.headers['set-cookie'])).not.toContain('strapi_admin_refresh');
    await call('get', '/access/self', undefined, token).expect(401);
    await signIn(email, password).expect(400);
    await signIn(email, better).expect(200);
    await mail.waitFor(email, ({ subject }) => /schimbată/.test(subject));
    expect(mail.to('nobody@enamel.test')).toEqual([]);
    await open('password/reset', { token: link, password: better }).expect(409);
  });

  test('who knows the password changes it, stays signed in, and signs the others out', async () => {
    const email = await staffWith(clinic, 'location-admin');
    const [here, there] = [
      await staffToken(clinic, 'location-admin'),
      await staffToken(clinic, 'location-admin'),
    ];
    const change = (current: string, word: string) =>
      call('post', '/access/staff/password', { current, password: word }, here);
    expect((await change('not it', better)).body.error.details.fields[0].field).toBe('current');
    expect((await change(password, 'Zebra-l4mp')).body.error.code).toBe('PASSWORD_SHORT');
    await change(password, better).expect(200);
    await call('get', '/access/self', undefined, here).expect(200);
    await call('get', '/access/self', undefined, there).expect(401);
    await signIn(email, better).expect(200);
  });

  test('see where they are signed in, and end one session or all others; the trail tells', async () => {
    const email = await staffWith(clinic, 'dentist');
    const from = async (agent: string): Promise<string> => {
      const sent = request(clinic.url).post('/admin/login').set('User-Agent', agent);
      return (await sent.send({ email, password }).expect(200)).body.data.token;
    };
    const here = await from('Firefox/140.0 (Windows NT 10.0)');
    const [phone, old] = [await from('Safari/605.1 (iPhone)'), await from('Chrome/120.0 (CrOS)')];
    const foreign = await staffToken(clinic, 'front-desk');
    interface Session {
      id: string;
      deviceName: string;
      current: boolean;
      lastActiveAt: string;
    }
    const sessions = async (token: string): Promise<Session[]> =>
      (await call('get', '/admin/users/me/sessions', undefined, token).expect(200)).body.data;
    const end = (path: string, token = here) =>
      request(clinic.url)
        .delete(`/admin/users/me/sessions${path}`)
        .set('Authorization', `Bearer ${token}`);
    const works = async (token: string) =>
      (await call('get', '/access/self', undefined, token)).status;
    const listed = await sessions(here);
    expect(
      listed.map(({ deviceName, current }) => `${deviceName.split(',')[0]} ${current}`).sort(),
    ).toEqual(['Chrome on ChromeOS false', 'Firefox on Windows true', 'Safari on iPhone false']);
    for (const { deviceName, lastActiveAt } of listed) {
      expect(deviceName).toMatch(/, [\da-f.:]+$/);
      expect(Date.parse(lastActiveAt)).toBeLessThanOrEqual(Date.now());
    }
    const ofPhone = listed.find(({ deviceName }) => deviceName.startsWith('Safari'))?.id;
    await end(`/${ofPhone}`, foreign).expect(404);
    expect(await works(phone)).toBe(200);
    await end(`/${ofPhone}`).expect(200);
    expect([await works(phone), await works(old), await works(here)]).toEqual([401, 200, 200]);
    await end('?keepCurrent=true').expect(200);
    expect([await works(old), await works(here), await works(foreign)]).toEqual([401, 200, 200]);
    const id = (await clinic.db.query('select id from admin_users where email = $1', [email]))
      .rows[0].id;
    expect((await told('session.ended')).filter((whose) => whose === String(id))).toHaveLength(2);
  });

  test('Strapi’s own ways in are closed, and no form writes a password', async () => {
    for (const path of ['register', 'register-admin', 'reset-password', 'forgot-password'])
      expect(
        (await request(clinic.url).post(`/admin/${path}`).send({}).expect(404)).body.error.code,
      ).toBe('CLOSED');
    await request(clinic.url).get('/admin/registration-info?registrationToken=a').expect(404);
    const first = await open('first', { email: 'x@a.test', firstname: 'X', password: better });
    expect(first.body.error.code).toBe('HAS_ADMINISTRATOR');
    const id = await add('written@enamel.test');
    for (const path of ['me', String(id)]) {
      const answer = await call('put', `/admin/users/${path}`, { password: better }).expect(400);
      expect(answer.body.error.code).toBe('PASSWORD_ELSEWHERE');
    }
  });

  test('only those who look after accounts see them, and a super admin is for super admins', async () => {
    const front = await staffToken(clinic, 'front-desk');
    const { body } = await call('get', '/access/staff').expect(200);
    const boss = body.data.find((one: { roles: { code: string }[] }) =>
      one.roles.some(({ code }) => code === 'strapi-super-admin'),
    );
    await call('get', '/access/staff', undefined, front).expect(403);
    await call('post', `/access/staff/${boss.id}/password-link`, {}, front).expect(403);
    await call('post', `/access/staff/${boss.id}/sign-out`, {}, front).expect(403);
    const refused = await call('post', `/access/staff/${boss.id}/sign-out`, {}).expect(403);
    expect(refused.body.error.code).toBe('SUPER_ADMIN_ONLY');
    expect(JSON.stringify(body)).not.toMatch(/password|token/i);
    const email = await staffWith(clinic, 'front-desk');
    const { id } = body.data.find((one: { email: string }) => one.email === email);
    await call('post', `/access/staff/${id}/sign-out`, {}).expect(200);
    await call('get', '/access/self', undefined, front).expect(401);
  });
});
