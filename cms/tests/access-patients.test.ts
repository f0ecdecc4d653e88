import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';

let clinic: Clinic;
const tokens = new Map<string, string>();

const signIn = async (who: string): Promise<string> => {
  const answer = await request(clinic.url)
    .post('/admin/login')
    .send({ email: `${who}@enamel.test`, password: 'Enamel-demo-2026' });
  return answer.body.data.token;
};

const as = (who: string) => {
  const agent = request.agent(clinic.url);
  agent.set('Authorization', `Bearer ${tokens.get(who)}`);
  return agent;
};

const anyPatient = async (where = 'true') => {
  const { rows } = await clinic.db.query(
    `select * from patients where archived is not true and ${where} order by id limit 1`,
  );
  return rows[0];
};

const entries = async (patient: string) => {
  const { rows } = await clinic.db.query(
    `select action from audit_entries where subject = 'patient' and subject_id = $1`,
    [patient],
  );
  return rows;
};

beforeAll(async () => {
  clinic = await openClinic();
  for (const who of ['desk', 'dentist']) tokens.set(who, await signIn(who));
}, 120_000);
afterAll(() => clinic.close());

test('anyone may know how the clinic is called and looks', async () => {
  const { body, status } = await request(clinic.url).get('/api/access/clinic');
  expect(status).toBe(200);
  expect(body.data).toMatchObject({
    name: expect.any(String),
    primaryColor: expect.stringMatching(/^#[0-9A-Fa-f]{6}$/),
    zone: 'Europe/Bucharest',
    currency: 'RON',
    languages: ['en', 'ro'],
  });
  expect(body.data).not.toHaveProperty('taxNumber');
});

test('the desk finds patients accent-blind, by words in any order, by phone and by birth date', async () => {
  const patient = await anyPatient(
    `last_name ~ '[ășțâî]' and mobile_number is not null and date_of_birth is not null`,
  );
  const plain = patient.last_name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const born = patient.date_of_birth as Date;
  const written = [born.getDate(), born.getMonth() + 1]
    .map((part) => String(part).padStart(2, '0'))
    .concat(String(born.getFullYear()))
    .join('.');
  for (const q of [
    `${plain} ${patient.first_name}`,
    `${patient.first_name} ${plain}`,
    patient.mobile_number.replace(/\D/g, ''),
    written,
  ]) {
    const { body } = await as('desk').get('/access/patients').query({ q, pageSize: 100 });
    expect(body.data.map((row: { documentId: string }) => row.documentId)).toContain(
      patient.document_id,
    );
  }
});

test('a page of patients knows how many there are, and a word nobody has finds nobody', async () => {
  const all = await as('desk').get('/access/patients').query({ pageSize: 10, page: 2 });
  expect(all.body.data).toHaveLength(10);
  expect(all.body.meta).toMatchObject({ page: 2, pageSize: 10 });
  expect(all.body.meta.total).toBeGreaterThan(500);
  const none = await as('desk').get('/access/patients').query({ q: "%_' or 1=1" });
  expect(none.body).toEqual({ data: [], meta: { total: 0, page: 1, pageSize: 25 } });
});

test('whoever opens a patient is on the trail; clinical notes are the dentist’s to read', async () => {
  const patient = await anyPatient();
  await clinic.db.query(`update patients set notes = 'grinds at night' where id = $1`, [
    patient.id,
  ]);
  const dentist = await as('dentist').get(`/access/patients/${patient.document_id}`);
  expect(dentist.body.data).toMatchObject({
    documentId: patient.document_id,
    notes: 'grinds at night',
    visits: expect.any(Array),
  });
  const desk = await as('desk').get(`/access/patients/${patient.document_id}`);
  expect(desk.body.data.notes).toBeNull();
  expect(
    (await entries(patient.document_id)).filter(({ action }) => action === 'read'),
  ).toHaveLength(2);
});

test('an unknown patient, a stranger and a bad page are refused in words', async () => {
  const unknown = await as('desk').get('/access/patients/nobody');
  expect(unknown.status).toBe(404);
  expect(unknown.body.error).toMatchObject({ code: 'PATIENT_NOT_FOUND' });
  const stranger = await request(clinic.url).get('/access/patients');
  expect(stranger.status).toBe(401);
  expect(stranger.body.data).toBeNull();
  const page = await as('desk').get('/access/patients').query({ page: 'x' });
  expect(page.status).toBe(400);
  expect(page.body.error).toMatchObject({ code: 'VALIDATION_FAILED' });
});

test('the desk adds someone new; a name is needed and nothing is written without', async () => {
  const before = await clinic.db.query('select count(*) from patients');
  const refused = await as('desk')
    .post('/access/patients')
    .send({ firstName: ' ', lastName: 'Nou', email: 'not an address' });
  expect(refused.status).toBe(400);
  const fields = refused.body.error.details.fields.map(({ field }: { field: string }) => field);
  expect(fields).toEqual(expect.arrayContaining(['firstName', 'email']));
  expect(await clinic.db.query('select count(*) from patients')).toMatchObject({
    rows: before.rows,
  });

  const added = await as('desk')
    .post('/access/patients')
    .send({ firstName: 'Ilinca', lastName: 'Nou', mobileNumber: '+40 740 000 111' });
  expect(added.status).toBe(201);
  expect(added.body.data).toMatchObject({ name: 'Ilinca Nou' });
  expect(await entries(added.body.data.documentId)).toMatchObject([{ action: 'create' }]);
});

test('a dentist is known as a practitioner, the desk is not', async () => {
  const dentist = await as('dentist').get('/access/self');
  expect(dentist.body.data.practitioner).toEqual(expect.any(String));
  const desk = await as('desk').get('/access/self');
  expect(desk.body.data.practitioner).toBeNull();
});
