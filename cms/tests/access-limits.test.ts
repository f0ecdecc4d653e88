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

  test('when the counters are away the process counts alone', async () => {
    await clinic.db.query('alter table rate_limits rename to rate_limits_away');
    const client = from('203.0.113.5');
    for (let i = 0; i < 10; i++) await signIn(0, client).expect(400);
    await signIn(0, client).expect(429);
    await clinic.db.query('alter table rate_limits_away rename to rate_limits');
  });
});
