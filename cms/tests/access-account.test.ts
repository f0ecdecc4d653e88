import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { staffToken } from '../../tests/support/people.ts';

const ana = {
  firstName: 'Ana',
  lastName: 'Ionescu-Test',
  email: 'ana.ionescu@example.com',
  password: 'correct horse battery',
  mobileNumber: '+40 721 000 111',
  dateOfBirth: '1990-04-01',
  language: 'ro',
};

describe('a patient’s account', () => {
  let clinic: Clinic;
  beforeAll(async () => {
    clinic = await openClinic();
  });
  afterAll(() => clinic.close());

  const register = (changes: object = {}) =>
    request(clinic.url)
      .post('/api/access/register')
      .send({ ...ana, ...changes });
  const count = async (table: string) =>
    (await clinic.db.query(`select count(*)::int as n from ${table}`)).rows[0].n as number;

  test('registers, is signed in at once and reads the own profile', async () => {
    const answer = await register().expect(201);
    expect(answer.body).toEqual({
      jwt: expect.any(String),
      refreshToken: expect.any(String),
      device: expect.any(String),
      patient: expect.objectContaining({ firstName: 'Ana', email: ana.email }),
    });
    const me = await request(clinic.url)
      .get('/api/access/me')
      .set('Authorization', `Bearer ${answer.body.jwt}`)
      .expect(200);
    expect(me.body.data).toEqual({
      documentId: answer.body.patient.documentId,
      firstName: 'Ana',
      lastName: 'Ionescu-Test',
      email: ana.email,
      mobileNumber: ana.mobileNumber,
      dateOfBirth: '1990-04-01',
      preferredLanguage: 'ro',
      emailReminders: true,
      smsReminders: expect.any(Boolean),
    });
  });

  test('signs in, refreshes once per token and signs out', async () => {
    const entered = await request(clinic.url)
      .post('/api/auth/local')
      .send({ identifier: ana.email, password: ana.password })
      .expect(200);
    expect(entered.body.jwt).toEqual(expect.any(String));
    expect(entered.body.user.password).toBeUndefined();
    const { refreshToken } = entered.body;
    const refreshed = await request(clinic.url)
      .post('/api/auth/refresh')
      .send({ refreshToken })
      .expect(200);
    expect(refreshed.body.refreshToken).not.toBe(refreshToken);
    await request(clinic.url)
      .get('/api/access/me')
      .set('Authorization', `Bearer ${refreshed.body.jwt}`)
      .expect(200);
    await request(clinic.url)
      .post('/api/auth/logout')
      .set('Authorization', `Bearer ${refreshed.body.jwt}`)
      .send({ refreshToken: refreshed.body.refreshToken })
      .expect(200);
    await request(clinic.url)
      .post('/api/auth/refresh')
      .send({ refreshToken: refreshed.body.refreshToken })
      .expect(401);
  });

  test('changes only what is the patient’s to change', async () => {
    const { body } = await request(clinic.url)
      .post('/api/auth/local')
      .send({ identifier: ana.email, password: ana.password });
    const change = (data: object) =>
      request(clinic.url)
        .patch('/api/access/me')
        .set('Authorization', `Bearer ${body.jwt}`)
        .send(data);
    const answer = await change({ preferredLanguage: 'en', emailReminders: false }).expect(200);
    expect(answer.body.data).toMatchObject({ preferredLanguage: 'en', emailReminders: false });
    const refused = await change({ email: 'other@example.com' }).expect(400);
    expect(refused.body.error.code).toBe('VALIDATION_FAILED');
    await change({ archived: true }).expect(400);
    const { rows } = await clinic.db.query(
      'select email, archived from patients where email = $1',
      [ana.email],
    );
    expect(rows).toEqual([{ email: ana.email, archived: false }]);
  });

  test.each([
    ['a short password', { password: 'short' }, 'password'],
    ['a password that bcrypt would cut', { password: 'ă'.repeat(40) }, 'password'],
    ['a malformed address', { email: 'ana@' }, 'email'],
    ['a malformed phone', { mobileNumber: 'call me' }, 'mobileNumber'],
    ['an unknown language', { language: 'fr' }, 'language'],
    ['a birth date to come', { dateOfBirth: '2999-01-01' }, 'dateOfBirth'],
    ['an empty name', { firstName: ' ' }, 'firstName'],
  ])('%s is refused by field, and nothing is made', async (_name, changes, field) => {
    const before = [await count('patients'), await count('up_users')];
    const answer = await register({ email: 'new@example.com', ...changes }).expect(400);
    expect(answer.body.error.details.fields[0].field).toBe(field);
    expect([await count('patients'), await count('up_users')]).toEqual(before);
  });

  test('a caller cannot choose a role, a state or another record', async () => {
    for (const extra of [{ role: 1 }, { confirmed: true }, { account: 1 }, { documentId: 'x' }])
      await register({ email: 'new@example.com', ...extra }).expect(400);
    expect((await request(clinic.url).post('/api/auth/local/register').send(ana)).status).toBe(403);
  });

  test('of many registrations of one address at once exactly one succeeds', async () => {
    for (let round = 1; round <= 5; round++) {
      const before = await count('patients');
      const email = `Race${round}@Example.com`;
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, i) =>
          register({ email: i % 2 ? email : email.toLowerCase() }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
      for (const { status, body } of answers)
        if (status === 409) {
          expect(body.error.code).toBe('EMAIL_TAKEN');
          expect(body.error.details.fields[0].field).toBe('email');
        }
      expect(await count('patients')).toBe(before + 1);
    }
  });

  test('a record with the same address is not taken over', async () => {
    await clinic.db.query(
      `insert into patients (document_id, first_name, last_name, email, notes, created_at, updated_at)
       values ('untouched', 'Old', 'Record', 'old@example.com', 'secret', now(), now())`,
    );
    const answer = await register({ email: 'old@example.com' }).expect(201);
    expect(answer.body.patient.documentId).not.toBe('untouched');
    expect(answer.body.patient.firstName).toBe('Ana');
  });

  test('staff and strangers have no patient profile', async () => {
    const stranger = await request(clinic.url).get('/api/access/me');
    expect([401, 403]).toContain(stranger.status);
    const token = await staffToken(clinic, 'front-desk');
    await request(clinic.url)
      .get('/api/access/me')
      .set('Authorization', `Bearer ${token}`)
      .expect(403);
  });
});
