import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { codeOf } from '../../tests/support/factors.ts';
import { type MailServer, startMailServer } from '../../tests/support/mail.ts';
import { password, patientToken, unconfirmedToken } from '../../tests/support/people.ts';

const better = 'zebra lamp orbit';

describe('an account whose address somebody else registered', () => {
  let clinic: Clinic;
  let mail: MailServer;
  beforeAll(async () => {
    mail = await startMailServer();
    clinic = await openClinic({ variables: { SMTP_URL: mail.url, REMINDER_TICK_SECONDS: '1' } });
  });
  afterAll(async () => {
    await clinic.close();
    await mail.stop();
  });

  const post = (path: string, body: object, token?: string) => {
    const sent = request(clinic.url).post(`/api${path}`).send(body);
    return token ? sent.set('Authorization', `Bearer ${token}`) : sent;
  };
  const me = (token: string) =>
    request(clinic.url).get('/api/access/me').set('Authorization', `Bearer ${token}`);
  const signIn = (identifier: string, word: string) =>
    post('/auth/local', { identifier, password: word });
  const linkTo = async (email: string, page: string): Promise<string> => {
    const { links } = await mail.waitFor(email, ({ text }) => text.includes(`/${page}/`));
    return (
      links
        .find((link) => link.includes(`/${page}/`))
        ?.split('/')
        .at(-1) ?? ''
    );
  };
  const chooseAnew = async (email: string) => {
    await post('/access/password/forgot', { email, language: 'en' }).expect(202);
    const token = await linkTo(email, 'reset-password');
    await post('/access/password/reset', { token, password: better, language: 'en' }).expect(200);
  };
  const withApp = async (jwt: string) => {
    const { key, setUp } = (await post('/access/factors/totp', { password }, jwt).expect(200)).body
      .data;
    await post('/access/factors/totp/confirm', { setUp, code: codeOf(key) }, jwt).expect(200);
  };
  const confirmed = async (email: string): Promise<boolean> =>
    (await clinic.db.query('select confirmed from up_users where email = $1', [email])).rows[0]
      .confirmed;

  test('takes no second step and no passkey before the address is confirmed', async () => {
    const jwt = await unconfirmedToken(clinic, 'planted@example.com');
    for (const path of ['totp', 'recovery-codes', 'passkeys/begin']) {
      const { body } = await post(`/access/factors/${path}`, { password }, jwt).expect(403);
      expect(body.error.code).toBe('ADDRESS_NOT_CONFIRMED');
    }
    const { rows } = await clinic.db.query('select from access_factors');
    expect(rows).toEqual([]);
  });

  test('is its owner’s alone from the first new password on: sessions, second steps and calendar links end', async () => {
    const email = 'taken@example.com';
    const stranger = await patientToken(clinic, email);
    await withApp(stranger);
    const { url } = (await post('/scheduling/feeds', { language: 'en' }, stranger).expect(201)).body
      .data;
    // As it was before second steps asked for a confirmed address.
    await clinic.db.query('update up_users set confirmed = false where email = $1', [email]);
    await chooseAnew(email);
    await me(stranger).expect(401);
    await request(clinic.url).get(new URL(url).pathname).expect(404);
    await signIn(email, password).expect(400);
    const owner = await signIn(email, better).expect(200);
    expect((await me(owner.body.jwt).expect(200)).body.data.email).toBe(email);
    expect(await confirmed(email)).toBe(true);
  });

  test('a new password on a confirmed address ends sessions and calendar links, and keeps the second step', async () => {
    const email = 'owner@example.com';
    const jwt = await patientToken(clinic, email);
    await withApp(jwt);
    const { url } = (await post('/scheduling/feeds', { language: 'en' }, jwt).expect(201)).body
      .data;
    await request(clinic.url).get(new URL(url).pathname).expect(200);
    await chooseAnew(email);
    await me(jwt).expect(401);
    await request(clinic.url).get(new URL(url).pathname).expect(404);
    const { body } = await signIn(email, better).expect(401);
    expect(body.error.code).toBe('SECOND_FACTOR_NEEDED');
  });

  test('is not confirmed by the link alone: the mailbox may be another’s than the password', async () => {
    const email = 'link@example.com';
    const stranger = await unconfirmedToken(clinic, email);
    const other = await unconfirmedToken(clinic, 'other@example.com');
    const token = await linkTo(email, 'confirm-email');
    const prove = (body: object, jwt?: string) =>
      post('/access/confirmation/proof', { token, ...body }, jwt);
    for (const sent of [prove({}), prove({}, other), prove({ password: 'a guess' })]) {
      const { body } = await sent.expect(400);
      expect(body.error.details.fields[0].field).toBe('password');
    }
    expect(await confirmed(email)).toBe(false);
    await prove({ password }).expect(200);
    expect(await confirmed(email)).toBe(true);
    await me(stranger).expect(401);
    await me(other).expect(200);
    await prove({ password }).expect(409);
  });

  test('whoever confirms where they are signed in stays so there, and is signed out elsewhere', async () => {
    const email = 'here@example.com';
    const here = await unconfirmedToken(clinic, email);
    const there = (await signIn(email, password).expect(200)).body.jwt;
    const token = await linkTo(email, 'confirm-email');
    await post('/access/confirmation/proof', { token }, here).expect(200);
    await me(here).expect(200);
    await me(there).expect(401);
  });
});
