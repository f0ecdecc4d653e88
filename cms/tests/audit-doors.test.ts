import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { password, patientToken, staffToken, staffWith } from '../../tests/support/people.ts';

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';

describe('the trail at the doors', () => {
  let clinic: Clinic;
  let superAdmin: string;
  let last = '0';
  beforeAll(async () => {
    clinic = await openClinic();
    superAdmin = await staffToken(clinic, 'strapi-super-admin');
  });
  afterAll(() => clinic.close());

  const news = async () => {
    const { rows } = await clinic.db.query(
      'select * from audit_entries where id > $1 order by id',
      [last],
    );
    last = rows.at(-1)?.id ?? last;
    return rows;
  };
  beforeEach(async () => {
    await news();
  });
  const as = (token: string) => {
    const send = (method: 'get' | 'post' | 'put' | 'delete', path: string) =>
      request(clinic.url)[method](path).set('Authorization', `Bearer ${token}`);
    return {
      get: (path: string) => send('get', path),
      post: (path: string, body: object = {}) => send('post', path).send(body),
      put: (path: string, body: object) => send('put', path).send(body),
      delete: (path: string) => send('delete', path),
    };
  };

  test('tells that a member of staff signed in: who, with which roles, from which device', async () => {
    const email = await staffWith(clinic, 'dentist');
    await request(clinic.url)
      .post('/admin/login')
      .set('User-Agent', firefox)
      .send({ email, password })
      .expect(200);
    expect(await news()).toEqual([
      expect.objectContaining({
        actor_kind: 'staff',
        actor_name: 'Test dentist',
        actor_roles: ['Dentist'],
        action: 'session.begun',
        subject: 'staff-account',
        device: 'Firefox on Windows',
        ip: '127.0.0.1',
      }),
    ]);
  });

  test('tells who was refused by the account that was tried, never by the address typed', async () => {
    const email = await staffWith(clinic, 'dentist');
    for (const tried of [email, 'stranger@example.com'])
      await request(clinic.url)
        .post('/admin/login')
        .send({ email: tried, password: 'not the password' })
        .expect(400);
    const entries = await news();
    expect(entries.map(({ action, actor_kind }) => [action, actor_kind])).toEqual([
      ['session.refused', 'visitor'],
      ['session.refused', 'visitor'],
    ]);
    expect(entries.map(({ subject_id }) => subject_id === null)).toEqual([false, true]);
    expect(JSON.stringify(entries)).not.toMatch(/@|not the password/);
  });

  test('tells that a patient signed in, was refused and signed out, in the patient’s own trail', async () => {
    const token = await patientToken(clinic, 'door@example.com');
    await news();
    const local = (secret: string) =>
      request(clinic.url)
        .post('/api/auth/local')
        .send({ identifier: 'door@example.com', password: secret });
    await local('not the password').expect(400);
    await local(password).expect(200);
    await as(token).post('/api/auth/logout');
    const entries = (await news()).filter(({ subject }) => subject === 'patient-account');
    expect(entries.map(({ action }) => action)).toEqual([
      'session.refused',
      'session.begun',
      'session.ended',
    ]);
    expect(new Set(entries.flatMap(({ patients }) => patients)).size).toBe(1);
  });

  test('tells which rights a role was given and lost, in one entry', async () => {
    const { rows } = await clinic.db.query(`select id from admin_roles where code = 'assistant'`);
    const role = rows[0].id;
    const { body } = await as(superAdmin).get(`/admin/roles/${role}/permissions`).expect(200);
    const kept = body.data
      .filter(({ action }: { action: string }) => action !== 'plugin::access.patients.read')
      .map(({ action, subject, properties, conditions }: Record<string, unknown>) => ({
        action,
        subject,
        properties,
        conditions,
      }));
    await news();
    await as(superAdmin)
      .put(`/admin/roles/${role}/permissions`, {
        permissions: [
          ...kept,
          { action: 'plugin::audit.trail.read', subject: null, properties: {}, conditions: [] },
        ],
      })
      .expect(200);
    expect(await news()).toEqual([
      expect.objectContaining({
        action: 'access.permissions',
        subject: 'role',
        subject_id: String(role),
        actor_name: 'Test strapi-super-admin',
        detail: {
          fields: [],
          values: {},
          granted: ['plugin::audit.trail.read'],
          revoked: ['plugin::access.patients.read'],
        },
      }),
    ]);
  });

  test('tells that an account got another role and was made, and keeps no value of a person', async () => {
    await staffWith(clinic, 'front-desk');
    const { rows } = await clinic.db.query(
      `select u.id, r.id as role from admin_users u, admin_roles r
       where u.email = 'test-front-desk@enamel.test' and r.code = 'dentist'`,
    );
    await as(superAdmin)
      .put(`/admin/users/${rows[0].id}`, { roles: [rows[0].role], firstname: 'Renamed' })
      .expect(200);
    await as(superAdmin)
      .post('/admin/users', {
        firstname: 'New',
        lastname: 'One',
        email: 'new@enamel.test',
        roles: [rows[0].role],
      })
      .expect(201);
    const entries = await news();
    expect(entries).toEqual([
      expect.objectContaining({
        action: 'access.update',
        subject: 'staff-account',
        detail: expect.objectContaining({
          granted: ['Dentist'],
          fields: expect.arrayContaining(['firstname']),
        }),
      }),
      expect.objectContaining({
        action: 'access.create',
        subject: 'staff-account',
        detail: expect.objectContaining({ granted: ['Dentist'] }),
      }),
    ]);
    expect(JSON.stringify(entries)).not.toContain('Renamed');
  });

  test('a change of rights that cannot be told does not happen', async () => {
    await clinic.db.query(
      `alter table audit_entries add constraint test_full check (action <> 'access.create') not valid`,
    );
    const name = 'A role nobody heard of';
    const answer = await as(superAdmin).post('/admin/roles', { name, description: '' });
    await clinic.db.query('alter table audit_entries drop constraint test_full');
    expect(answer.status).toBe(500);
    const { rows } = await clinic.db.query('select 1 from admin_roles where name = $1', [name]);
    expect(rows).toEqual([]);
  });

  test('tells of an API token that was made', async () => {
    await as(superAdmin)
      .post('/admin/admin-tokens', {
        name: 'partner',
        adminPermissions: [
          {
            action: 'plugin::access.patients.read',
            subject: null,
            properties: {},
            conditions: [],
          },
        ],
      })
      .expect(201);
    expect(await news()).toEqual([
      expect.objectContaining({
        action: 'access.create',
        subject: 'token',
        detail: expect.objectContaining({ granted: ['plugin::access.patients.read'] }),
      }),
    ]);
  });

  test('the panel’s relation pickers tell whom they listed', async () => {
    const { rows } = await clinic.db.query(
      `select a.document_id, p.document_id as patient from appointments a
       join appointments_patient_lnk l on l.appointment_id = a.id join patients p on p.id = l.patient_id limit 1`,
    );
    await news();
    const picker = '/content-manager/relations/api::appointment.appointment';
    const found = await as(superAdmin).get(`${picker}/patient?pageSize=10&_q=a`).expect(200);
    const listed = found.body.results.map(({ documentId }: { documentId: string }) => documentId);
    expect(listed.length).toBeGreaterThan(0);
    await as(superAdmin).get(`${picker}/${rows[0].document_id}/patient`).expect(200);
    const entries = (await news()).filter(({ detail }) => detail.picker);
    expect(entries.map(({ patients }) => [...patients].sort())).toEqual([
      [...new Set(listed)].sort(),
      [rows[0].patient],
    ]);
    expect(entries[0].detail.picker).toBe('appointment.patient');
  });
});
