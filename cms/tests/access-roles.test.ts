import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { staffToken } from '../../tests/support/people.ts';

interface Permission {
  action: string;
  subject: string | null;
  properties: { fields?: string[] };
}

describe('the role matrix', () => {
  let clinic: Clinic;
  beforeAll(async () => {
    clinic = await openClinic();
  });
  afterAll(() => clinic.close());

  const permissionsOf = async (role: string): Promise<Permission[]> => {
    const token = await staffToken(clinic, role);
    const answer = await request(clinic.url)
      .get('/admin/users/me/permissions')
      .set('Authorization', `Bearer ${token}`)
      .expect(200);
    return answer.body.data;
  };
  const readable = (permissions: Permission[], noun: string) =>
    permissions.find(
      ({ action, subject }) =>
        action === 'plugin::content-manager.explorer.read' && subject === `api::${noun}.${noun}`,
    )?.properties.fields;

  test('a clinic admin edits what the clinic changes and manages staff', async () => {
    const permissions = await permissionsOf('clinic-admin');
    const actions = permissions.map(({ action }) => action);
    expect(readable(permissions, 'appointment-type')).toContain('price');
    expect(readable(permissions, 'questionnaire')).toContain('sections.questions.question');
    expect(actions).toContain('admin::users.create');
    expect(actions).toContain('plugin::audit.trail.read');
    expect(actions.filter((action) => /builder|token|webhook|marketplace/.test(action))).toEqual(
      [],
    );
  });

  test('a dentist reads records and charts, but changes no prices or roles', async () => {
    const permissions = await permissionsOf('dentist');
    expect(readable(permissions, 'patient')).toContain('notes');
    expect(readable(permissions, 'tooth-finding')).toContain('kind');
    const writes = permissions.filter(({ action }) => /\.(create|update|delete)$/.test(action));
    expect(writes.map(({ subject }) => subject)).not.toContain(
      'api::appointment-type.appointment-type',
    );
    expect(writes.some(({ action }) => action.startsWith('admin::'))).toBe(false);
  });

  test('the front desk sees no clinical notes, findings or answers', async () => {
    const permissions = await permissionsOf('front-desk');
    expect(readable(permissions, 'patient')).toContain('mobileNumber');
    expect(readable(permissions, 'patient')).not.toContain('notes');
    expect(readable(permissions, 'tooth-finding')).toBeUndefined();
    expect(readable(permissions, 'questionnaire-response')).not.toContain('answers');
  });

  test('an assistant sees no money', async () => {
    const permissions = await permissionsOf('assistant');
    expect(readable(permissions, 'invoice')).toBeUndefined();
    expect(readable(permissions, 'treatment')).not.toContain('totalPrice');
  });

  test('a clinic admin invites staff, but neither makes nor touches a super admin', async () => {
    const admin = await staffToken(clinic, 'clinic-admin');
    await staffToken(clinic, 'strapi-super-admin');
    const idOf = async (sql: string): Promise<number> => (await clinic.db.query(sql)).rows[0].id;
    const desk = await idOf(`select id from admin_roles where code = 'front-desk'`);
    const all = await idOf(`select id from admin_roles where code = 'strapi-super-admin'`);
    const boss = await idOf(
      `select id from admin_users where email = 'test-strapi-super-admin@enamel.test'`,
    );
    const send = (method: 'post' | 'put' | 'delete', path: string, body: object) =>
      request(clinic.url)[method](path).set('Authorization', `Bearer ${admin}`).send(body);
    const person = { firstname: 'New', lastname: 'Person' };
    const made = await send('post', '/admin/users', {
      ...person,
      email: 'new@enamel.test',
      roles: [desk],
    }).expect(201);
    const before = await clinic.db.query('select * from admin_users_roles_lnk order by id');
    await send('post', '/admin/users', { ...person, email: 'x@enamel.test', roles: [all] }).expect(
      403,
    );
    await send('put', `/admin/users/${made.body.data.id}`, { roles: [all] }).expect(403);
    await send('put', `/admin/users/${boss}`, { firstname: 'Taken over' }).expect(403);
    await send('delete', `/admin/users/${boss}`, {}).expect(403);
    const after = await clinic.db.query('select * from admin_users_roles_lnk order by id');
    expect(after.rows).toEqual(before.rows);
    await staffToken(clinic, 'strapi-super-admin');
  });

  test('what an admin took away stays away after a restart', async () => {
    await clinic.db.query(
      `delete from admin_permissions where action = 'plugin::content-manager.explorer.read'
         and subject = 'api::patient.patient'
         and id in (select l.permission_id from admin_permissions_role_lnk l
                    join admin_roles r on r.id = l.role_id where r.code = 'assistant')`,
    );
    const count = async () =>
      (await clinic.db.query('select count(*)::int as n from admin_permissions')).rows[0].n;
    const before = await count();
    await clinic.startCms();
    expect(await count()).toBe(before);
    expect(readable(await permissionsOf('assistant'), 'patient')).toBeUndefined();
  });
});

describe('the demo sign-ins', () => {
  let clinic: Clinic;
  beforeAll(async () => {
    clinic = await openClinic();
  });
  afterAll(() => clinic.close());

  test.each([
    ['admin@enamel.test', 'clinic-admin'],
    ['dentist@enamel.test', 'dentist'],
    ['assistant@enamel.test', 'assistant'],
    ['desk@enamel.test', 'front-desk'],
    ['super@enamel.test', 'strapi-super-admin'],
  ])('%s works as %s', async (email, role) => {
    const entered = await request(clinic.url)
      .post('/admin/login')
      .send({ email, password: 'Enamel-demo-2026' })
      .expect(200);
    const me = await request(clinic.url)
      .get('/admin/users/me')
      .set('Authorization', `Bearer ${entered.body.data.token}`)
      .expect(200);
    expect(me.body.data.roles.map(({ code }: { code: string }) => code)).toEqual([role]);
  });

  test('the demo patient signs in and reads the own record only', async () => {
    const entered = await request(clinic.url)
      .post('/api/auth/local')
      .send({ identifier: 'patient@enamel.test', password: 'Enamel-demo-2026' })
      .expect(200);
    const get = (path: string) =>
      request(clinic.url).get(path).set('Authorization', `Bearer ${entered.body.jwt}`);
    const me = await get('/api/access/me').expect(200);
    expect(me.body.data.email).toBe('patient@enamel.test');
    const { rows } = await clinic.db.query(
      `select a.document_id from appointments a join appointments_patient_lnk l on l.appointment_id = a.id
       join patients p on p.id = l.patient_id where p.document_id <> $1 limit 1`,
      [me.body.data.documentId],
    );
    await get(`/api/scheduling/bookings/${rows[0].document_id}`).expect(404);
    const invoices = await clinic.db.query(
      `select i.document_id from invoices i join invoices_patient_lnk l on l.invoice_id = i.id
       join patients p on p.id = l.patient_id where p.document_id <> $1 limit 1`,
      [me.body.data.documentId],
    );
    for (const rest of ['', '/pdf'])
      await get(`/api/billing/invoices/${invoices.rows[0].document_id}${rest}`).expect(404);
  });
});
