import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { makePatient, patientToken } from '../../tests/support/patients.ts';
import { staffToken } from '../../tests/support/people.ts';

const own = '/api/access/privacy/corrections';

describe('a patient who finds a mistake in their record', () => {
  let clinic: Clinic;
  let ana: { id: number; documentId: string };
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    clinic = await openClinic();
    for (const role of ['clinic-admin', 'dentist']) tokens[role] = await staffToken(clinic, role);
    ana = await makePatient(clinic);
    tokens.ana = await patientToken(clinic, ana);
  });
  afterAll(() => clinic.close());

  const as = (who: string, method: 'get' | 'post', path: string) =>
    request(clinic.url)[method](path).set('Authorization', `Bearer ${tokens[who]}`);
  const stands = async () =>
    (
      await clinic.db.query(
        'select last_name as name, date_of_birth::text as born, city from patients where id = $1',
        [ana.id],
      )
    ).rows[0];
  const waiting = async () =>
    (await as('clinic-admin', 'get', '/access/corrections').expect(200)).body.data;

  test('says what is right; the database keeps it sealed until the clinic looks', async () => {
    for (const body of [{}, { lastName: '' }, { dateOfBirth: '2999-01-01' }, { notes: 'x' }]) {
      const { status } = await as('ana', 'post', own).send(body);
      expect([body, status]).toEqual([body, 400]);
    }
    await as('ana', 'post', own)
      .send({ lastName: 'Storyteller', dateOfBirth: '1990-05-10' })
      .expect(201);
    expect((await as('ana', 'post', own).send({ city: 'Cluj' }).expect(409)).body.error.code).toBe(
      'CORRECTION_UNDERWAY',
    );
    const { rows } = await clinic.db.query(
      `select encode(s.sealed, 'escape') as text, c.fields from privacy_corrections c
       join sealed_fields s on s.noun = 'privacy-correction' and s.record = c.id`,
    );
    expect(rows).toEqual([
      { text: expect.not.stringContaining('Storyteller'), fields: ['lastName', 'dateOfBirth'] },
    ]);
    expect(await stands()).toEqual({ name: 'Story', born: '1990-05-01', city: null });
  });

  test('finds it put right once the clinic accepts', async () => {
    const [asked] = await waiting();
    expect(asked.changes).toEqual([
      { field: 'lastName', now: 'Story', wanted: 'Storyteller' },
      { field: 'dateOfBirth', now: '1990-05-01', wanted: '1990-05-10' },
    ]);
    await as('dentist', 'get', '/access/corrections').expect(403);
    await as('dentist', 'post', `/access/corrections/${asked.id}/accept`).send({}).expect(403);
    await as('clinic-admin', 'post', `/access/corrections/${asked.id}/accept`).send({}).expect(200);
    expect(await stands()).toEqual({ name: 'Storyteller', born: '1990-05-10', city: null });
    await as('clinic-admin', 'post', `/access/corrections/${asked.id}/accept`).send({}).expect(409);
    expect(await waiting()).toEqual([]);
    const { rows } = await clinic.db.query(
      `select 1 from sealed_fields where noun = 'privacy-correction'
       union all select 1 from record_keys where noun = 'privacy-correction'`,
    );
    expect(rows).toEqual([]);
  });

  test('reads why it is refused, and nothing has changed', async () => {
    await as('ana', 'post', own).send({ city: 'Nowhere' }).expect(201);
    const [asked] = await waiting();
    await as('clinic-admin', 'post', `/access/corrections/${asked.id}/refuse`).send({}).expect(400);
    await as('clinic-admin', 'post', `/access/corrections/${asked.id}/refuse`)
      .send({ reason: 'There is no such town.' })
      .expect(200);
    expect((await stands()).city).toBeNull();
    expect((await as('ana', 'get', own).expect(200)).body.data[0]).toMatchObject({
      state: 'refused',
      fields: ['city'],
      reason: 'There is no such town.',
    });
    const { rows } = await clinic.db.query(
      `select detail from audit_entries where action like 'privacy.correction%'`,
    );
    expect(JSON.stringify(rows)).not.toMatch(/Storyteller|Nowhere/);
  });
});
