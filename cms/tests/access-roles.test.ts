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
    await send('put', `/admin/users/${boss}`, { password: 'Taken-over-2026' }).expect(403);
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
