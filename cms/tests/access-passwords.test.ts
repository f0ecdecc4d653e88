import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { type MailServer, startMailServer } from '../../tests/support/mail.ts';
import { password, patientToken, unconfirmedToken } from '../../tests/support/people.ts';

const better = 'zebra lamp orbit';

describe('passwords and addresses of accounts', () => {
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
    const sent = request(clinic.url).post(`/api/access/${path}`).send(body);
    return token ? sent.set('Authorization', `Bearer ${token}`) : sent;
  };
  const signIn = (email: string, word: string) =>
    request(clinic.url).post('/api/auth/local').send({ identifier: email, password: word });
  /** The token in the nth mail to an address whose link leads to a page. */
  const linkTo = async (email: string, page: string, nth = 1): Promise<string> => {
    const links = () =>
      mail
        .to(email)
        .flatMap((one) => one.links)
        .filter((link) => link.includes(`/${page}/`));
    await mail.waitFor(email, () => links().length >= nth);
    return links()[nth - 1]?.split('/').at(-1) ?? '';
  };
  const forgot = (email: string) => post('password/forgot', { email, language: 'en' });
  const reset = (token: string, word = better) =>
    post('password/reset', { token, password: word, language: 'en' });
  const own = async (token: string) =>
    (
      await request(clinic.url)
        .get('/api/access/sessions')
        .set('Authorization', `Bearer ${token}`)
        .expect(200)
    ).body.data;

  test('a new account proves its address by a link that works once', async () => {
    const email = 'confirm@example.com';
    const token = await unconfirmedToken(clinic, email);
    expect((await own(token)).confirmed).toBe(false);
    const link = await linkTo(email, 'confirm-email');
    await post('confirmation/proof', { token: link }, token).expect(200);
    expect((await own(token)).confirmed).toBe(true);
    const again = await post('confirmation/proof', { token: link }).expect(409);
    expect(again.body.error.code).toBe('LINK_USED');
    const unknown = await post('confirmation/proof', { token: 'nothing' }).expect(404);
    expect(unknown.body.error.code).toBe('LINK_INVALID');
  });

  test('nobody ends another’s link by asking again, one too old is refused, and no more than three go out an hour', async () => {
    const email = 'resend@example.com';
    const token = await unconfirmedToken(clinic, email);
    const first = await linkTo(email, 'confirm-email');
    await post('confirmation', { language: 'ro' }, token).expect(202);
    const second = await linkTo(email, 'confirm-email', 2);
    const still = await post('confirmation/proof', { token: first }).expect(400);
    expect(still.body.error.code).toBe('PASSWORD_NEEDED');
    await clinic.db.query(
      `update account_links set issued_at = now() - interval '25 hours', expires_at = now() - interval '1 hour'
       where spent_at is null`,
    );
    const late = await post('confirmation/proof', { token: second }).expect(404);
    expect(late.body.error.code).toBe('LINK_EXPIRED');
    await post('confirmation', { language: 'en' }, token).expect(202);
    const many = await post('confirmation', { language: 'en' }, token).expect(429);
    expect(many.body.error.code).toBe('TOO_MANY_MAILS');
  });

  test('a forgotten password is chosen anew by mail: every session ends and the owner hears of it', async () => {
    const email = 'forgot@example.com';
    const token = await patientToken(clinic, email);
    await forgot(email).expect(202);
    const link = await linkTo(email, 'reset-password');
    const refused = await reset(link, 'password1234').expect(400);
    expect(refused.body.error.code).toBe('PASSWORD_COMMON');
    await reset(link).expect(200);
    await reset(link).expect(409);
    await request(clinic.url)
      .get('/api/access/sessions')
      .set('Authorization', `Bearer ${token}`)
      .expect(401);
    expect((await signIn(email, password)).status).toBe(400);
    expect((await signIn(email, better)).status).toBe(200);
    await mail.waitFor(email, ({ subject }) => subject.includes('was changed'));
  });

  test('who asks learns nothing of who has an account', async () => {
    const known = await forgot('forgot@example.com').expect(202);
    const unknown = await forgot('nobody@example.com').expect(202);
    expect(unknown.body).toEqual(known.body);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect(mail.to('nobody@example.com')).toEqual([]);
  });

  test('no hint and no question stands in for the mailbox', async () => {
    const { rows } = await clinic.db.query(
      `select table_name, column_name from information_schema.columns
       where table_name in ('up_users', 'admin_users') and column_name ~ '(hint|question|answer|birth|mother|pet)'`,
    );
    expect(rows).toEqual([]);
    const email = 'hints@example.com';
    await patientToken(clinic, email);
    const known = { dateOfBirth: '1990-05-01', question: 'The first pet?', answer: 'Rex' };
    await post('password/forgot', { email, language: 'en', ...known }).expect(400);
    for (const token of ['', '1990-05-01', 'Rex'])
      expect([400, 404]).toContain((await reset(token)).status);
    await post('password/reset', { password: better, language: 'en', email, ...known }).expect(400);
    await signIn(email, better).expect(400);
    await signIn(email, password).expect(200);
  });

  test('a link for one purpose serves no other', async () => {
    const email = 'purpose@example.com';
    await unconfirmedToken(clinic, email);
    const link = await linkTo(email, 'confirm-email');
    await reset(link).expect(404);
  });

  test('of many uses of one link at once exactly one succeeds', async () => {
    const email = 'race@example.com';
    await patientToken(clinic, email);
    await forgot(email).expect(202);
    const link = await linkTo(email, 'reset-password');
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => reset(link, `${better} ${n}`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
  });

  test('who knows the password changes it, stays signed in, and signs the others out', async () => {
    const email = 'change@example.com';
    await patientToken(clinic, email);
    const [here, there] = [
      (await signIn(email, password)).body.jwt,
      (await signIn(email, password)).body.jwt,
    ];
    const change = (current: string) =>
      post('password', { current, password: better, language: 'en' }, here);
    const wrong = await change('not the password').expect(400);
    expect(wrong.body.error.details.fields[0].field).toBe('current');
    expect((await own(there)).sessions).toHaveLength(3);
    await forgot(email).expect(202);
    const link = await linkTo(email, 'reset-password');
    await change(password).expect(200);
    await reset(link, 'another zebra lamp').expect(409);
    const { sessions } = await own(here);
    expect(sessions).toEqual([expect.objectContaining({ current: true, address: '127.0.0.1' })]);
    await post('sessions/end-others', {}, there).expect(401);
  });

  test('one session is ended, and only one’s own', async () => {
    const [mine, other] = [
      await patientToken(clinic, 'mine@example.com'),
      await patientToken(clinic, 'other@example.com'),
    ];
    const second = (await signIn('mine@example.com', password)).body.jwt;
    const found = (await own(mine)).sessions.find((one: { current: boolean }) => !one.current);
    await post(`sessions/${found.id}/end`, {}, other).expect(404);
    await own(second);
    await post(`sessions/${found.id}/end`, {}, mine).expect(200);
    await post('sessions/end-others', {}, second).expect(401);
  });
});
