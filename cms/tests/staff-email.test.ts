import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { codeOf } from '../../tests/support/factors.ts';
import { type MailServer, startMailServer } from '../../tests/support/mail.ts';
import { password, staffToken, staffWith } from '../../tests/support/people.ts';

describe('the address of a member of staff', () => {
  let clinic: Clinic;
  let mail: MailServer;
  let admin: string;
  beforeAll(async () => {
    mail = await startMailServer();
    clinic = await openClinic({ variables: { SMTP_URL: mail.url, REMINDER_TICK_SECONDS: '1' } });
    admin = await staffToken(clinic, 'clinic-admin');
  });
  afterAll(async () => {
    await clinic.close();
    await mail.stop();
  });

  const call = (method: 'get' | 'post' | 'put', path: string, token: string, body?: object) => {
    const sent = request(clinic.url)[method](path);
    if (token) sent.set('Authorization', `Bearer ${token}`);
    return body ? sent.send(body) : sent;
  };
  const change = (token: string, email: string, word = password) =>
    call('post', '/access/staff/email', token, { email, password: word });
  const idOf = async (email: string): Promise<number | undefined> =>
    (await clinic.db.query('select id from admin_users where email = $1', [email])).rows[0]?.id;
  const signIn = (email: string) => call('post', '/admin/login', '', { email, password });
  const told = async (action: string, id: number | undefined) =>
    (
      await clinic.db.query(
        'select 1 from audit_entries where action = $1 and subject_id = $2 order by id',
        [action, String(id)],
      )
    ).rows.length;
  const tokenFor = async (email: string, page: string): Promise<string> => {
    const leads = (link: string) => link.includes(`/admin/auth/${page}#`);
    const { links } = await mail.waitFor(email, (one) => one.links.some(leads));
    return links.find(leads)?.split('#')[1] ?? '';
  };

  test('is not changed by whoever holds a session and no password', async () => {
    const email = await staffWith(clinic, 'clinic-admin');
    const id = await idOf(email);
    for (const path of ['me', String(id)]) {
      const answer = await call('put', `/admin/users/${path}`, admin, { email: 'x@evil.test' });
      expect([path, answer.status, answer.body.error?.code]).toEqual([
        path,
        400,
        'EMAIL_ELSEWHERE',
      ]);
      expect(answer.body.error.details.fields[0].field).toBe('email');
    }
    const wrong = await change(admin, 'x@evil.test', 'not it').expect(400);
    expect(wrong.body.error).toMatchObject({
      code: 'PASSWORD_WRONG',
      details: { fields: [{ field: 'password' }] },
    });
    expect(await told('email.refused', id)).toBe(1);
    expect(await idOf(email)).toBe(id);
    await call('put', '/admin/users/me', admin, { email, firstname: 'Ana' }).expect(200);
    expect(mail.to(email)).toEqual([]);
  });

  test('is changed by its owner with the password; the one before hears of it and opens nothing more', async () => {
    const email = await staffWith(clinic, 'dentist');
    const id = await idOf(email);
    const token = await staffToken(clinic, 'dentist');
    await call('post', '/access/staff/password/forgot', '', { email, language: 'en' }).expect(202);
    const link = await tokenFor(email, 'new-password');
    const taken = await change(token, await staffWith(clinic, 'assistant')).expect(409);
    expect(taken.body.error).toMatchObject({
      code: 'STAFF_EMAIL_TAKEN',
      details: { fields: [{ field: 'email' }] },
    });
    await change(token, 'Other.Dentist@enamel.test').expect(200);
    const { text } = await mail.waitFor(email, ({ subject }) => /Adresa de e-mail/.test(subject));
    expect(text).not.toContain('other.dentist');
    expect(await idOf('other.dentist@enamel.test')).toBe(id);
    expect(await told('email.changed', id)).toBe(1);
    await signIn(email).expect(400);
    await signIn('other.dentist@enamel.test').expect(200);
    const spent = await call('post', '/access/staff/password/reset', '', {
      token: link,
      password: 'zebra lamp orbit',
    });
    expect(spent.body.error.code).toBe('LINK_INVALID');
  });

  test('is changed by whoever looks after accounts: the one before hears of it', async () => {
    const email = await staffWith(clinic, 'front-desk');
    const id = await idOf(email);
    await call('put', `/admin/users/${id}`, admin, { email: 'new-desk@enamel.test' }).expect(200);
    await mail.waitFor(email, ({ subject }) => /Adresa de e-mail/.test(subject));
    expect(mail.to('new-desk@enamel.test')).toEqual([]);
    await signIn('new-desk@enamel.test').expect(200);
  });

  test('of somebody who has not come yet is corrected: the invitation goes there, and the one before ends', async () => {
    const { id: role } = (
      await clinic.db.query("select id from admin_roles where code = 'front-desk'")
    ).rows[0];
    const person = { firstname: 'Irina', lastname: 'Pop', roles: [role] };
    const made = await call('post', '/admin/users', admin, { ...person, email: 'irna@a.test' });
    const astray = await tokenFor('irna@a.test', 'invitation');
    await call('put', `/admin/users/${made.body.data.id}`, admin, { email: 'irina@a.test' }).expect(
      200,
    );
    const open = (token: string) => call('post', '/access/staff/invitation', '', { token });
    expect((await open(astray).expect(404)).body.error.code).toBe('LINK_INVALID');
    await open(await tokenFor('irina@a.test', 'invitation')).expect(200);
    expect(mail.to('irna@a.test')).toHaveLength(1);
  });

  test('hears of it when a second step is set up, renewed or removed', async () => {
    const email = await staffWith(clinic, 'assistant');
    const token = await staffToken(clinic, 'assistant');
    const own = (path: string, body: object) =>
      call('post', `/access/staff/me/factors${path}`, token, body).expect(200);
    const changed = () => mail.to(email).filter(({ subject }) => /doilea pas/.test(subject));
    const { setUp, key } = (await own('/totp', { password })).body.data;
    expect(changed()).toEqual([]);
    await own('/totp/confirm', { setUp, code: codeOf(key) });
    await mail.waitFor(email, () => changed().length === 1);
    await own('/recovery-codes', { password });
    await mail.waitFor(email, () => changed().length === 2);
    const { body } = await call('get', '/access/staff/me/factors', token).expect(200);
    await own(`/${body.data.totp.id}/remove`, { password });
    await mail.waitFor(email, () => changed().length === 3);
  });

  test('and the name stay as they are while a second factor is owed', async () => {
    const email = await staffWith(clinic, 'location-admin');
    const token = await staffToken(clinic, 'location-admin');
    const settings = (secondFactorRoles: string[]) =>
      call('put', '/access/panel-settings', admin, { lockMinutes: 10, secondFactorRoles });
    await settings(['location-admin']).expect(200);
    await call('get', '/admin/users/me', token).expect(200);
    for (const refused of [
      await call('put', '/admin/users/me', token, { firstname: 'Nobody' }),
      await change(token, 'x@evil.test'),
    ]) {
      expect([refused.status, refused.body.error?.code]).toEqual([403, 'SECOND_FACTOR_MISSING']);
    }
    await settings([]).expect(200);
    const { rows } = await clinic.db.query('select firstname from admin_users where email = $1', [
      email,
    ]);
    expect(rows).toEqual([{ firstname: 'Test' }]);
  });
});
