import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { codeOf } from '../../tests/support/factors.ts';
import { type MailServer, startMailServer } from '../../tests/support/mail.ts';
import { type MadePatient, makePatient, patientToken } from '../../tests/support/patients.ts';
import { password, staffToken, staffWith } from '../../tests/support/people.ts';

const reason = 'Showed her identity card at the desk';

describe('somebody who lost phone and recovery codes', () => {
  let clinic: Clinic;
  let mail: MailServer;
  const staff: Record<string, string> = {};
  beforeAll(async () => {
    mail = await startMailServer();
    clinic = await openClinic({ variables: { SMTP_URL: mail.url, REMINDER_TICK_SECONDS: '1' } });
    for (const role of ['clinic-admin', 'front-desk', 'dentist', 'strapi-super-admin'])
      staff[role] = await staffToken(clinic, role);
  });
  afterAll(async () => {
    await clinic.close();
    await mail.stop();
  });

  const call = (method: 'get' | 'post', path: string, token = '', body?: object) => {
    const sent = request(clinic.url)[method](path);
    if (token) sent.set('Authorization', `Bearer ${token}`);
    return body ? sent.send(body) : sent;
  };
  const setUp = async (path: string, token: string) => {
    const begun = await call('post', `${path}/totp`, token, { password }).expect(200);
    const { setUp: paper, key } = begun.body.data;
    const first = { setUp: paper, code: codeOf(key) };
    await call('post', `${path}/totp/confirm`, token, first).expect(200);
  };
  const withApp = async (language: 'en' | 'ro' = 'en') => {
    const patient = await makePatient(clinic, { language });
    const token = await patientToken(clinic, patient);
    await setUp('/api/access/factors', token);
    return { patient, token, email: `${patient.documentId}@patients.test` };
  };
  const accountOf = ({ documentId }: MadePatient, token?: string) =>
    call('get', `/access/patients/${documentId}/account`, token);
  const reset = ({ documentId }: MadePatient, token?: string, body: object = { reason }) =>
    call('post', `/access/patients/${documentId}/account/second-step/reset`, token, body);
  const signIn = (identifier: string) =>
    call('post', '/api/auth/local', '', { identifier, password });
  const idOf = async (email: string): Promise<number> =>
    (await clinic.db.query('select id from admin_users where email = $1', [email])).rows[0].id;
  const resets = async () =>
    (
      await clinic.db.query(
        `select actor_id, subject, subject_id, patients, detail from audit_entries
         where action = 'access.factor-reset' order by id`,
      )
    ).rows;

  test('as a patient is let back in by the desk: signed out everywhere, told by mail, on the trail', async () => {
    const { patient, token, email } = await withApp('ro');
    const shown = await accountOf(patient, staff['front-desk']).expect(200);
    expect(shown.body.data).toEqual({
      email,
      confirmed: true,
      blocked: false,
      usedAt: expect.any(String),
      app: true,
      passkeys: 0,
      recoveryCodes: 10,
    });
    await signIn(email).expect(401);
    await reset(patient, staff['front-desk']).expect(200);
    await call('get', '/api/access/factors', token).expect(401);
    await signIn(email).expect(200);
    const after = await accountOf(patient, staff['front-desk']).expect(200);
    expect(after.body.data).toMatchObject({ app: false, recoveryCodes: 0 });
    await mail.waitFor(email, ({ subject }) => subject.startsWith('Al doilea pas'));
    const desk = await idOf(await staffWith(clinic, 'front-desk'));
    expect(await resets()).toEqual([
      {
        actor_id: String(desk),
        subject: 'patient-account',
        subject_id: expect.any(String),
        patients: [patient.documentId],
        detail: { factors: 11, reason: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    ]);
    const told = await call(
      'get',
      `/audit/entries?patient=${patient.documentId}&action=access.factor-reset`,
      staff['clinic-admin'],
    ).expect(200);
    expect(told.body.data[0].reason).toBe(reason);
    const none = await reset(patient, staff['front-desk']).expect(409);
    expect(none.body.error.code).toBe('NO_SECOND_STEP');
  });

  test('stays outside without a reason, and by a role that may not or a stranger', async () => {
    const { patient, token, email } = await withApp();
    const before = await resets();
    for (const body of [{}, { reason: '' }, { reason: '   short   ' }, { reason: 7 }]) {
      const refused = await reset(patient, staff['front-desk'], body).expect(400);
      expect(refused.body.error.details.fields[0].field).toBe('reason');
    }
    await accountOf(patient, staff.dentist).expect(403);
    await reset(patient, staff.dentist).expect(403);
    for (const stranger of [undefined, token]) {
      await accountOf(patient, stranger).expect(401);
      await reset(patient, stranger).expect(401);
    }
    await call('get', '/api/access/factors', token).expect(200);
    await signIn(email).expect(401);
    expect(await resets()).toEqual(before);
  });

  test('is somebody with an account', async () => {
    const nobody = { id: 0, documentId: 'nobody' };
    expect((await accountOf(nobody, staff['front-desk']).expect(404)).body.error.code).toBe(
      'PATIENT_NOT_FOUND',
    );
    await reset(nobody, staff['front-desk']).expect(404);
    const patient = await makePatient(clinic);
    expect((await accountOf(patient, staff['front-desk']).expect(200)).body.data).toBeNull();
    expect((await reset(patient, staff['front-desk']).expect(404)).body.error.code).toBe(
      'NO_ACCOUNT',
    );
  });

  test('as a member of staff is let back in by whoever looks after accounts', async () => {
    const email = await staffWith(clinic, 'assistant');
    const token = await staffToken(clinic, 'assistant');
    await setUp('/access/staff/me/factors', token);
    const id = await idOf(email);
    const path = `/access/staff/${id}/factors/reset`;
    const before = await resets();
    await call('post', path, staff['front-desk'], { reason }).expect(403);
    await call('post', path, staff.dentist, { reason }).expect(403);
    await call('post', path, '', { reason }).expect(401);
    await call('post', path, staff['clinic-admin'], {}).expect(400);
    await call('get', '/access/self', token).expect(200);
    expect(await resets()).toEqual(before);

    await call('post', path, staff['clinic-admin'], { reason }).expect(200);
    await call('get', '/access/self', token).expect(401);
    await call('post', '/admin/login', '', { email, password }).expect(200);
    await mail.waitFor(email, ({ subject }) => subject.startsWith('Al doilea pas'));
    expect((await resets()).at(-1)).toMatchObject({
      subject: 'staff-account',
      subject_id: String(id),
      patients: [],
      detail: { factors: 11, reason: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    const none = await call('post', path, staff['clinic-admin'], { reason }).expect(409);
    expect(none.body.error.code).toBe('NO_SECOND_STEP');
  });

  test('is neither oneself nor, for who is none, a super admin', async () => {
    const as = async (role: string, whose: string) => {
      const id = await idOf(await staffWith(clinic, whose));
      const path = `/access/staff/${id}/factors/reset`;
      return (await call('post', path, staff[role], { reason })).body.error.code;
    };
    expect(await as('clinic-admin', 'clinic-admin')).toBe('NOT_YOURSELF');
    expect(await as('clinic-admin', 'strapi-super-admin')).toBe('SUPER_ADMIN_ONLY');
    expect(await as('strapi-super-admin', 'strapi-super-admin')).toBe('NOT_YOURSELF');
  });
});
