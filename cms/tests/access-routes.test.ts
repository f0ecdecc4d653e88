import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { patientToken, staffToken } from '../../tests/support/people.ts';

interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
}

/** Routes that answer a stranger. A new one fails the story until somebody adds it here on purpose. */
const open = [
  'GET /api/access/clinic',
  'GET /api/access/guest',
  'POST /api/access/confirmation/proof',
  'POST /api/access/guest/codes',
  'POST /api/access/guest/verify',
  'POST /api/access/password/forgot',
  'POST /api/access/password/reset',
  'POST /api/access/register',
  'POST /api/access/sign-in/code',
  'POST /api/access/sign-in/passkey',
  'POST /api/access/sign-in/passkey/begin',
  'GET /api/appointment-types',
  'GET /api/appointment-types/:id',
  'POST /api/auth/local',
  'POST /api/auth/refresh',
  'POST /api/billing/stripe/webhook',
  'GET /api/intake/forms/:token',
  'POST /api/intake/forms/:token',
  'POST /api/scheduling/offers/:token/accept',
  'POST /api/scheduling/offers/:token/decline',
  'GET /api/kernel/health/live',
  'GET /api/kernel/health/ready',
  'GET /api/locations',
  'GET /api/locations/:id',
  'GET /api/practitioners',
  'GET /api/practitioners/:id',
  'GET /api/scheduling/catalogue',
  'DELETE /api/scheduling/holds/:id',
  'GET /api/scheduling/feeds/:file',
  'GET /api/scheduling/offers/:token',
  'GET /api/scheduling/slots',
  'POST /api/scheduling/holds',
  'POST /api/scheduling/holds/:id/extend',
  'POST /api/scheduling/holds/:id/release',
  'GET /api/scheduling/manage/:token',
  'GET /api/scheduling/slots',
  'POST /api/scheduling/guest/bookings',
  'POST /api/scheduling/manage/:token/cancel',
  'POST /api/scheduling/manage/:token/reschedule',
];

/** Strapi's own routes that let a stranger in by themselves, without showing or changing anything of ours. */
const strapis = [
  'GET /api/auth/:provider/callback',
  'GET /api/connect/*provider',
  'POST /api/auth/logout',
];

/** Routes of plugins that staff reach on the REST API, under a permission of the panel; nobody else does. */
const staffs = ['GET /api/scheduling/slots/explain'];

const name = ({ method, path }: Route) => `${method} ${path}`;

describe('every route of the content API', () => {
  let clinic: Clinic;
  let routes: Route[];
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    clinic = await openClinic();
    tokens.super = await staffToken(clinic, 'strapi-super-admin');
    tokens.desk = await staffToken(clinic, 'front-desk');
    tokens.patient = await patientToken(clinic, 'routes@example.com');
    const { body } = await request(clinic.url)
      .get('/users-permissions/routes')
      .set('Authorization', `Bearer ${tokens.super}`)
      .expect(200);
    routes = (Object.values(body.routes).flat() as Route[]).map(({ method, path }) => ({
      method,
      path: path.startsWith('/api') ? path : `/api${path}`,
    }));
  });
  afterAll(() => clinic.close());

  const call = (route: Route, who?: string) => {
    const path = route.path.replaceAll(/[:*]\w+(\([^)]*\))?/g, 'nothing');
    const method = route.method.toLowerCase() as 'get';
    const sent = request(clinic.url)[method](path);
    if (who) sent.set('Authorization', `Bearer ${tokens[who]}`);
    return route.method === 'GET' ? sent : sent.send({});
  };

  test('is known', () => {
    expect(routes.length).toBeGreaterThan(90);
    const known = new Set(routes.map(name));
    expect(open.filter((route) => !known.has(route))).toEqual([]);
  });

  test('refuses a stranger unless it is open on purpose', async () => {
    const answered: string[] = [];
    for (const route of routes) {
      const { status } = await call(route);
      expect({ route: name(route), status }).not.toMatchObject({ status: 500 });
      if (![401, 403].includes(status)) answered.push(name(route));
    }
    expect(
      answered.filter((route) => !open.includes(route) && !strapis.includes(route)).sort(),
    ).toEqual([]);
  });

  test('of a generated noun refuses a patient, whatever the method', async () => {
    const letIn: string[] = [];
    for (const route of routes.filter(({ path }) => /^\/api\/[a-z-]+(\/:id)?$/.test(path))) {
      const { status } = await call(route, 'patient');
      if (![403, 404, 405].includes(status)) letIn.push(name(route));
    }
    expect(letIn.filter((route) => !open.includes(route))).toEqual([]);
  });

  test('of a plugin refuses staff: the panel has its own', async () => {
    const letIn: string[] = [];
    for (const route of routes.filter(({ path }) =>
      /^\/api\/(access|scheduling|intake|charting|billing|reminders|users|upload)\//.test(path),
    )) {
      if (open.includes(name(route)) || staffs.includes(name(route))) continue;
      const { status } = await call(route, 'desk');
      if (status !== 403) letIn.push(`${name(route)} ${status}`);
    }
    expect(letIn).toEqual([]);
  });

  test('of a plugin for staff alone lets staff in, and neither a patient nor a stranger', async () => {
    for (const route of routes.filter((one) => staffs.includes(name(one)))) {
      expect((await call(route, 'desk')).status).toBe(400);
      expect((await call(route, 'patient')).status).toBe(403);
      expect((await call(route)).status).toBe(403);
    }
  });
});
