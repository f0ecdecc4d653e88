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
  expect(none.body).toEqual({
    data: [],
    meta: { total: 0, page: 1, pageSize: 20, similar: false },
  });
});

describe('the search', () => {
  const found = async (q: string) => {
    const { body } = await as('desk').get('/access/patients').query({ q }).expect(200);
    return {
      names: body.data.map(
        ({ lastName, firstName }: Record<string, string>) => `${lastName} ${firstName}`,
      ),
      similar: body.meta.similar,
      patients: body.data,
    };
  };
  const add = async (patient: Record<string, string>) =>
    (await as('desk').post('/access/patients').send(patient).expect(201)).body.data.documentId;

  beforeAll(async () => {
    await add({
      firstName: 'Ștefania-Zoe',
      lastName: 'Quțărescu',
      mobileNumber: '+40 (0) 799 555 123',
      email: 'Zoe.Quta_resc@example.com',
      dateOfBirth: '1980-02-29',
    });
    await add({ firstName: 'Zoe', lastName: 'Quint', mobileNumber: '0799555124' });
    await add({ firstName: 'Bob', lastName: 'Qutarescu', mobileNumber: '0799555123' });
  });

  test.each([
    'qutar zoe',
    'zo quțar',
    'STEFANIA qu',
    'stefania-zoe quta',
    'zoe.quta',
    'quta_resc@',
    'resc@example',
    'quta 29.02.1980',
    'zoe 0799555123',
  ])('finds by beginnings in any order: %s', async (q) => {
    expect(await found(q)).toMatchObject({ names: ['Quțărescu Ștefania-Zoe'], similar: false });
  });

  test.each(['0799 555 123', '+40799555123', '0040 799 555 123', '799-555-123', '9555123'])(
    'finds by the number however it is typed, and several people on one: %s',
    async (q) => {
      expect((await found(q)).names.sort()).toEqual(['Qutarescu Bob', 'Quțărescu Ștefania-Zoe']);
    },
  );

  test.each(['1980-02-29', '29/2/1980', '29 februarie 1980', '29.02.80'])(
    'finds by the birth date: %s',
    async (q) => {
      expect((await found(q)).names).toContain('Quțărescu Ștefania-Zoe');
    },
  );

  test('names that are like it come only when nobody is called so', async () => {
    expect((await found('quint')).similar).toBe(false);
    expect(await found('qutarecsu')).toMatchObject({
      names: ['Qutarescu Bob', 'Quțărescu Ștefania-Zoe'],
      similar: true,
    });
    expect((await found('qutaresuc stefnia')).names[0]).toBe('Quțărescu Ștefania-Zoe');
    expect(await found('xqzwvk')).toMatchObject({ names: [], similar: false });
  });

  test('whole words come before longer ones, and twenty are enough', async () => {
    const { names } = await found('an');
    expect(names).toHaveLength(20);
    expect(names[0]).toMatch(/\b(An|Ana)\b/);
  });

  test('a new name is found at once, the old one no more; archived patients are not', async () => {
    const id = await add({ firstName: 'Wim', lastName: 'Vorname' });
    await clinic.db.query(`update patients set last_name = 'Nachname' where document_id = $1`, [
      id,
    ]);
    expect((await found('wim vorn')).names).toEqual([]);
    expect((await found('wim nachn')).names).toEqual(['Nachname Wim']);
    await clinic.db.query('update patients set archived = true where document_id = $1', [id]);
    expect((await found('wim nachn')).names).toEqual([]);
    await clinic.db.query('select forget_name_words()');
    const { rows } = await clinic.db.query(
      `select word from name_words where word in ('vorname', 'nachname', 'quint') order by 1`,
    );
    expect(rows).toEqual([{ word: 'quint' }]);
  });

  test('whom it showed is on the trail', async () => {
    const { patients } = await found('quint zoe');
    const { rows } = await clinic.db.query(
      `select patients from audit_entries where action = 'list' and subject = 'patient' order by id desc limit 1`,
    );
    expect(rows[0].patients).toEqual([patients[0].documentId]);
  });
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
