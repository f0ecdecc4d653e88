import http from 'node:http';
import { type Clinic, openClinic, type Server } from '../../tests/support/clinic.ts';

describe('what browsers are told', () => {
  let clinic: Clinic;
  let portal: Server;
  let abroad: Server;
  beforeAll(async () => {
    clinic = await openClinic();
    abroad = await clinic.startCms({
      PUBLIC_URL: 'https://panel.clinic.example',
      PORTAL_URL: 'https://clinic.example/',
      CORS_ORIGINS: 'https://booking.example',
    });
    portal = await clinic.startPortal();
  });
  afterAll(() => clinic.close());

  const pages: [string, () => string][] = [
    ['the panel', () => `${clinic.url}/admin/`],
    ['the panel’s sign-in', () => `${clinic.url}/admin/auth/login`],
    ['the panel’s API', () => `${clinic.url}/admin/init`],
    ['an answer of the API', () => `${clinic.url}/api/locations`],
    ['a refusal of the API', () => `${clinic.url}/api/patients`],
    ['an unknown address', () => `${clinic.url}/api/nothing/here`],
    ['a failure of the panel’s own API', () => `${clinic.url}/content-manager/content-types`],
    ['the root', () => `${clinic.url}/`],
    ['the portal', () => `${portal.url}/en`],
    ['the portal’s booking', () => `${portal.url}/en/book`],
    ['a page that the portal does not have', () => `${portal.url}/en/nothing`],
  ];

  test.each(pages)(
    '%s runs no script from its text and is framed by nobody else',
    async (_, address) => {
      const { headers } = await fetch(address(), { redirect: 'manual' });
      const policy = headers.get('content-security-policy') ?? '';
      const scripts = /script-src [^;]*/.exec(policy)?.[0] ?? 'none';
      expect(policy).toContain("default-src 'none'");
      expect(scripts).not.toMatch(/unsafe|https:|http:|data:|\*/);
      expect(policy).toMatch(/frame-ancestors '(self|none)'/);
      expect(policy).toContain("base-uri 'none'");
      expect(headers.get('x-frame-options')).toMatch(/^(DENY|SAMEORIGIN)$/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toMatch(/^(same-origin|no-referrer)$/);
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('content-type') ?? 'charset=utf-8').toMatch(/charset=utf-8/i);
      // Only production is bound to HTTPS.
      expect(headers.get('strict-transport-security')).toBeNull();
    },
  );

  test.each(pages)('%s does not echo what it is asked', async (_, address) => {
    const { hostname, port, pathname: path } = new URL(address());
    const status = await new Promise<number>((resolve) =>
      http
        .request({ hostname, port, path, method: 'TRACE' }, (answer) =>
          resolve(answer.resume().statusCode ?? 0),
        )
        .end(),
    );
    expect(status).toBeGreaterThanOrEqual(400);
  });

  const raw = (path: string, method = 'GET', sent: Record<string, string> = {}) =>
    new Promise<http.IncomingMessage>((resolve, reject) => {
      const { hostname, port } = new URL(portal.url);
      http
        .request({ hostname, port, path, method, headers: sent }, (answer) =>
          resolve(answer.resume()),
        )
        .on('error', reject)
        .end();
    });
  const bears = ({ headers }: http.IncomingMessage) => {
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('same-origin');
  };

  test.each(['TRACE', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
    'the portal has no page that takes %s',
    async (method) => {
      for (const path of ['/en/sign-in', '/', '/nothing']) {
        const answer = await raw(path, method);
        expect([path, answer.statusCode]).toEqual([path, 405]);
        expect(answer.headers.allow).toBe('GET, HEAD, POST');
        bears(answer);
      }
    },
  );

  test.each([
    ['/%', 400],
    ['/%ff', 400],
    ['/en//evil.example/%2e%2e', 301],
    ['/en/waiting/..%2f..', 301],
    ['/health', 200],
  ])('the portal’s answer to %s bears them too', async (path, status) => {
    const answer = await raw(path);
    expect(answer.statusCode).toBe(status);
    bears(answer);
  });

  test('so do the files of its pages, also a part that there is not', async () => {
    const page = await (await fetch(`${portal.url}/en`)).text();
    const file = /"(\/_astro\/[^"]+)"/.exec(page)?.[1] ?? '';
    for (const [range, status] of [
      ['bytes=0-', 206],
      ['bytes=99999999-', 416],
    ] as const) {
      const answer = await raw(file, 'GET', { Range: range });
      expect([range, answer.statusCode]).toEqual([range, status]);
      bears(answer);
    }
  });

  test('the portal draws no pictures of files that somebody names', async () => {
    for (const href of ['/server/entry.mjs', '/client/_astro/x.png', `${clinic.url}/admin/init`])
      expect(
        (await fetch(`${portal.url}/_image?w=9000&f=png&href=${encodeURIComponent(href)}`)).status,
      ).toBe(404);
  });

  test('answers of the API are not kept by any cache', async () => {
    const { headers } = await fetch(`${clinic.url}/api/patients`);
    expect(headers.get('cache-control')).toMatch(/no-store/);
  });

  const ask = (origin: string | undefined, method = 'GET') =>
    fetch(`${abroad.url}/api/locations`, {
      method,
      headers: {
        ...(origin === undefined ? {} : { origin }),
        ...(method === 'OPTIONS' ? { 'access-control-request-method': 'POST' } : {}),
      },
    });

  test.each(['https://panel.clinic.example', 'https://clinic.example', 'https://booking.example'])(
    'scripts of %s may call the API',
    async (origin) => {
      for (const method of ['GET', 'OPTIONS']) {
        const { headers } = await ask(origin, method);
        expect(headers.get('access-control-allow-origin')).toBe(origin);
        expect(headers.get('vary')).toMatch(/origin/i);
      }
      const { headers } = await ask(origin);
      expect(headers.get('access-control-expose-headers')).toMatch(/Retry-After/);
    },
  );

  test.each([
    'https://evil.example',
    'null',
    'http://clinic.example',
    'https://clinic.example.evil.example',
    'https://evil.example/?https://clinic.example',
    'https://evilclinic.example',
    'https://sub.clinic.example',
    'https://clinic.example:8443',
    'https://CLINIC.example',
    '*',
  ])('scripts of %s may not', async (origin) => {
    for (const method of ['GET', 'OPTIONS']) {
      const { headers } = await ask(origin, method);
      for (const name of ['allow-origin', 'allow-credentials', 'allow-methods', 'allow-headers'])
        expect([name, headers.get(`access-control-${name}`)]).toEqual([name, null]);
    }
  });

  test('a call without an origin is no business of browsers', async () => {
    const answer = await ask(undefined);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin') || null).toBeNull();
  });
});
