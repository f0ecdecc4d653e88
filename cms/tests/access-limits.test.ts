import http from 'node:http';
import request from 'supertest';
import { signClient } from '../../plugins/kernel/shared/client';
import { type Clinic, openClinic, secrets } from '../../tests/support/clinic.ts';

describe('rate limits', () => {
  let clinic: Clinic;
  beforeAll(async () => {
    clinic = await openClinic({ variables: { RATE_LIMIT_SCALE: '1' }, processes: 2 });
  });
  afterAll(() => clinic.close());

  const from = (address: string) => signClient(address, secrets.PORTAL_SECRET ?? '');
  const signIn = (server: number, client: string, path = '/api/auth/local') =>
    request(clinic.servers[server]?.url ?? '')
      .post(path)
      .set('X-Enamel-Client', client)
      .send({ identifier: 'nobody@example.com', password: 'wrong password' });

  test('the eleventh sign-in of an address within a minute is refused, whichever process it reaches', async () => {
    const client = from('203.0.113.1');
    for (let i = 0; i < 10; i++) {
      const answer = await signIn(i % 2, client).expect(400);
      expect(answer.headers['ratelimit-limit']).toBe('10');
      expect(answer.headers['ratelimit-remaining']).toBe(String(9 - i));
      expect(answer.headers['x-ratelimit-remaining']).toBe(String(9 - i));
    }
    for (const server of [0, 1]) {
      const refused = await signIn(server, client).expect(429);
      expect(refused.body).toMatchObject({
        data: null,
        error: { status: 429, code: 'TOO_MANY_REQUESTS', name: 'RateLimitError' },
      });
      const seconds = Number(refused.headers['retry-after']);
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(60);
    }
    // Another spelling of the path and a forged address change nothing; another patient is not held up.
    await signIn(0, client, '/api/AUTH/local/').expect(429);
    await request(clinic.url)
      .post('/api/auth/local')
      .set('X-Enamel-Client', client)
      .set('X-Forwarded-For', '198.51.100.7')
      .send({ identifier: 'a', password: 'b' })
      .expect(429);
    await signIn(0, from('203.0.113.2')).expect(400);
  });

  test('reading is limited at 60 a minute, probes are not', async () => {
    const client = from('203.0.113.3');
    const read = () => request(clinic.url).get('/api/locations').set('X-Enamel-Client', client);
    for (let i = 0; i < 60; i++) await read().expect(200);
    await read().expect(429);
    for (let i = 0; i < 70; i++)
      await request(clinic.url).get('/api/kernel/health/live').expect(200);
  });

  test('the panel’s sign-in is limited too', async () => {
    const client = from('203.0.113.4');
    const enter = () =>
      request(clinic.url)
        .post('/admin/login')
        .set('X-Enamel-Client', client)
        .send({ email: 'nobody@enamel.test', password: 'wrong' });
    for (let i = 0; i < 10; i++) await enter().expect(400);
    await enter().expect(429);
  });

  test('files of strangers count as uploads, wherever they are sent', async () => {
    const client = from('203.0.113.9');
    const send = (path: string) =>
      request(clinic.url)
        .post(path)
        .set('X-Enamel-Client', client)
        .set('Authorization', 'Bearer made-up')
        .attach('files', Buffer.from('x'), 'x.png');
    const paths = ['/upload', '/api/upload', '/access/self', '/api/locations', '/admin/login'];
    for (const path of paths) {
      const { status, headers } = await send(path);
      expect([path, status, headers['ratelimit-limit']]).toEqual([
        path,
        path.includes('upload') ? 401 : 400,
        '5',
      ]);
    }
    for (const path of paths) await send(path).expect(429);
    await request(clinic.url).get('/api/locations').set('X-Enamel-Client', client).expect(200);
  });

  test('ten people of a front desk come in from one address within a minute, second step and all', async () => {
    const client = from('203.0.113.10');
    const post = async (path: string, body: object) =>
      (await request(clinic.url).post(path).set('X-Enamel-Client', client).send(body)).status;
    const steps = [
      ['/admin/login', { email: 'nobody@enamel.test', password: 'wrong' }],
      ['/access/staff/sign-in/passkey/begin', { challenge: 'x' }],
      ['/access/staff/sign-in/passkey', {}],
      ['/access/staff/sign-in/code', { challenge: 'x', way: 'totp', code: '000000' }],
      ['/admin/access-token', {}],
      ['/access/lock/open', { password: 'wrong' }],
    ] as const;
    for (let person = 0; person < 10; person++)
      for (const [path, body] of steps)
        expect([path, await post(path, body)]).not.toEqual([path, 429]);
    expect(await post('/admin/login', {})).toBe(429);
    for (let more = 0; more < 20; more++) await post('/access/lock/open', { password: 'wrong' });
    expect(await post('/access/staff/sign-in/code', {})).toBe(429);
  });

  test('a full window stays full until its oldest request is a minute old', async () => {
    const client = from('203.0.113.6');
    for (let i = 0; i < 10; i++) await signIn(0, client).expect(400);
    const half = `update rate_windows set times = array(select at - 50000 from unnest(times) at)
      where key = 'sign-in:203.0.113.6'`;
    await clinic.db.query(half);
    const refused = await signIn(1, client).expect(429);
    const seconds = Number(refused.headers['retry-after']);
    expect(seconds).toBeLessThanOrEqual(10);
    await clinic.db.query(half);
    // The process that refused knows how long, and does not ask before; another finds the window free.
    await signIn(1, client).expect(429);
    await signIn(0, client).expect(400);
  });

  test('of sixty sign-ins at once on two processes ten are let through', async () => {
    const client = from('203.0.113.7');
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) => signIn(index % 2, client)),
    );
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(50);
  });

  test('no spelling, method, header or address gets round a full window', async () => {
    const client = from('2001:db8:7:7::1');
    for (let i = 0; i < 10; i++) await signIn(0, client).expect(400);
    const { hostname, port } = new URL(clinic.url);
    const ask = (path: string, client: string, headers = {}, method = 'POST') =>
      new Promise<number>((resolve, reject) => {
        const body = JSON.stringify({ identifier: 'nobody@example.com', password: 'wrong' });
        http
          .request({
            hostname,
            port,
            path,
            method,
            headers: {
              'content-type': 'application/json',
              'x-enamel-client': client,
              ...headers,
            },
          })
          .on('response', (answer) => resolve(answer.resume().statusCode ?? 0))
          .on('error', reject)
          .end(body);
      });
    for (const path of [
      '/api/auth/local/',
      '/API/Auth/Local',
      '/api//auth/local',
      '//api/auth/local',
      '/api/auth/%6cocal',
      '/api%2fauth%2flocal',
      '/api/auth/local?x=1',
      `http://${hostname}:${port}/api/auth/local`,
    ])
      expect([path, await ask(path, client)]).toEqual([path, 429]);
    for (const headers of [
      { 'x-forwarded-for': '198.51.100.7' },
      { forwarded: 'for=198.51.100.7' },
      { 'x-real-ip': '198.51.100.7' },
      { 'x-http-method-override': 'GET' },
      { 'x-method-override': 'OPTIONS' },
      { origin: 'https://elsewhere.example' },
    ])
      expect([headers, await ask('/api/auth/local', client, headers)]).toEqual([headers, 429]);
    expect(await ask('/api/auth/local', client, {}, 'PUT')).toBe(429);
    expect(await ask('/api/auth/local', from('2001:db8:7:7:ffff::9'))).toBe(429);
    // Neither of these signs anybody in.
    for (const method of ['HEAD', 'OPTIONS'])
      expect([200, 204, 400, 404, 405]).toContain(await ask('/api/auth/local', client, {}, method));
  });

  test('when the counters are away the process counts alone, says so once, and once when they are back', async () => {
    await clinic.db.query('alter table rate_windows rename to rate_windows_away');
    const client = from('203.0.113.5');
    for (let i = 0; i < 10; i++) await signIn(0, client).expect(400);
    await signIn(0, client).expect(429);
    await clinic.db.query('alter table rate_windows_away rename to rate_windows');
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await signIn(0, from('203.0.113.8')).expect(400);
    const log = clinic.servers[0]?.log() ?? '';
    expect(log.match(/PostgreSQL is away, each process counts alone/g)).toHaveLength(1);
    expect(log.match(/PostgreSQL is back/g)).toHaveLength(1);
  });
});
