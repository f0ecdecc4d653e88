import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { password, staffToken, staffWith } from '../../tests/support/people.ts';

/** Routes of the panel that read or set the cookie of a session, or make an account or a password. */
const cookieRoutes = [
  'POST /admin/login',
  'POST /admin/access-token',
  'POST /admin/logout',
  'POST /admin/register',
  'POST /admin/register-admin',
  'POST /admin/forgot-password',
  'POST /admin/reset-password',
  'PUT /admin/users/me',
  'DELETE /admin/users/me/sessions',
  'POST /access/staff/first',
  'POST /access/staff/invitation',
  'POST /access/staff/invitation/accept',
  'POST /access/staff/password',
  'POST /access/staff/password/forgot',
  'POST /access/staff/password/reset',
  'POST /access/lock',
  'POST /access/lock/open',
  'POST /access/lock/end',
  'POST /access/lock/seen',
];

const strangers: Record<string, string>[] = [
  { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
  { Origin: 'https://evil.example' },
  { Origin: 'null' },
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site' },
];

describe('pages of other sites', () => {
  let clinic: Clinic;
  let email: string;
  beforeAll(async () => {
    clinic = await openClinic();
    email = await staffWith(clinic, 'clinic-admin');
  });
  afterAll(() => clinic.close());

  const cookiesOf = (answer: request.Response) =>
    (answer.headers['set-cookie'] as unknown as string[] | undefined) ?? [];
  const asHeader = (lines: readonly string[]) => lines.map((line) => line.split(';')[0]).join('; ');
  const signIn = (headers: Record<string, string> = {}) =>
    request(clinic.url).post('/admin/login').set(headers).send({ email, password });
  const entered = async () => {
    const answer = await signIn().expect(200);
    const lines = cookiesOf(answer);
    return {
      token: answer.body.data.token as string,
      cookie: asHeader(lines),
      panel: lines.map((line) => /^enamel_panel=([^;]+)/.exec(line)?.[1]).find(Boolean) ?? '',
      lines,
    };
  };
  const renew = (cookie: string, headers: Record<string, string>) =>
    request(clinic.url)
      .post('/admin/access-token')
      .set({ Cookie: cookie, ...headers });

  test.each(cookieRoutes)('cannot send %s', async (route) => {
    const [method = '', path = ''] = route.split(' ');
    const { cookie, token, panel } = await entered();
    for (const stranger of strangers) {
      const answer = await request(clinic.url)
        [method.toLowerCase() as 'post'](path)
        .set({ ...stranger, Cookie: cookie, Authorization: `Bearer ${token}` })
        .set('X-Enamel-Panel', panel)
        .send({ email, password });
      expect({ stranger, code: answer.body.error?.code }).toEqual({
        stranger,
        code: 'FOREIGN_SITE',
      });
      expect(answer.status).toBe(403);
      expect(cookiesOf(answer)).toEqual([]);
    }
    await request(clinic.url)
      .get('/admin/users/me')
      .set('Authorization', `Bearer ${token}`)
      .expect(200);
  });

  test('nor any other change of the panel', async () => {
    const token = await staffToken(clinic, 'clinic-admin');
    for (const path of ['/access/patients', '/content-manager/collection-types/api::chair.chair'])
      await request(clinic.url)
        .post(path)
        .set({ Origin: 'https://evil.example', Authorization: `Bearer ${token}` })
        .send({})
        .expect(403);
  });

  test('the cookie of a session is for this site alone, and no script reads it', async () => {
    const { lines } = await entered();
    const refresh = lines.find((line) => line.startsWith('strapi_admin_refresh=')) ?? '';
    expect(refresh).toMatch(/; path=\/admin; samesite=strict; httponly/i);
    const panel = lines.find((line) => line.startsWith('enamel_panel=')) ?? '';
    expect(panel).toMatch(/; path=\/admin; samesite=strict/i);
    expect(panel).not.toMatch(/httponly/i);
  });

  test('the cookie alone renews nothing: the panel’s token is needed, that of this session', async () => {
    const [mine, other] = [await entered(), await entered()];
    for (const headers of [{}, { 'X-Enamel-Panel': 'x' }, { 'X-Enamel-Panel': other.panel }]) {
      const refused = await renew(mine.cookie, headers as Record<string, string>).expect(403);
      expect(refused.body.error.code).toBe('PANEL_TOKEN_NEEDED');
    }
    const renewed = await renew(mine.cookie, { 'X-Enamel-Panel': mine.panel }).expect(200);
    expect(renewed.body.data.token).toEqual(expect.any(String));
    await renew('', {}).expect(401);
  });

  test('the panel itself and what is no browser go on as before', async () => {
    await signIn({ Origin: clinic.url, 'Sec-Fetch-Site': 'same-origin' }).expect(200);
    await signIn({ 'Sec-Fetch-Site': 'none' }).expect(200);
    await signIn().expect(200);
  });

  test('signing out takes both cookies away', async () => {
    const { token, cookie } = await entered();
    const answer = await request(clinic.url)
      .post('/admin/logout')
      .set({ Cookie: cookie, Authorization: `Bearer ${token}` })
      .expect(200);
    for (const name of ['strapi_admin_refresh', 'enamel_panel'])
      expect(cookiesOf(answer).find((line) => line.startsWith(`${name}=;`))).toMatch(/1970/);
  });

  test('a patient’s cookie serves no page of another site either', async () => {
    const answer = await request(clinic.url)
      .post('/api/auth/refresh')
      .set({ Origin: 'https://evil.example', Cookie: 'strapi_up_refresh=anything' })
      .send({})
      .expect(403);
    expect(answer.body.error.code).toBe('FOREIGN_SITE');
  });
});
