import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import {
  type MadePatient,
  makePatient,
  newDocumentId,
  patientToken,
} from '../../tests/support/patients.ts';
import { staffToken } from '../../tests/support/people.ts';

const signature =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

interface Asked {
  key: string;
  question: string;
  type: string;
  options: string[];
  required: boolean;
}

/** What a willing patient would answer. */
const willing = (questions: Asked[]): Record<string, unknown> =>
  Object.fromEntries(
    questions.map(({ key, type, options }) => {
      const by: Record<string, unknown> = {
        radio: options[0],
        checkbox: options.length > 0 ? [options[0]] : true,
        number: 3,
        date: '2020-02-29',
        tooth: ['16'],
        signature,
      };
      return [key, by[type] ?? 'Penicillin'];
    }),
  );

/** One history form a language, with a question of each type. */
const putForms = async ({ db }: Clinic) => {
  const add = async (table: string, values: Record<string, unknown>): Promise<number> => {
    const names = Object.keys(values);
    const { rows } = await db.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})
       returning id`,
      Object.values(values),
    );
    return rows[0].id;
  };
  const now = new Date();
  await db.query('update questionnaires set active = false');
  for (const language of ['en', 'ro']) {
    const form = await add('questionnaires', {
      document_id: newDocumentId(),
      title: language === 'ro' ? 'Istoric medical' : 'Medical history',
      key: 'story',
      language,
      purpose: 'medical-history',
      active: true,
      created_at: now,
      updated_at: now,
      published_at: now,
    });
    const section = await add('components_intake_sections', { title: 'Health' });
    await add('questionnaires_cmps', {
      entity_id: form,
      cmp_id: section,
      component_type: 'intake.section',
      field: 'sections',
      '"order"': 1,
    });
    for (const type of [
      'text',
      'radio',
      'checkbox',
      'number',
      'date',
      'tooth',
      'textarea',
      'file',
    ]) {
      const question = await add('components_intake_questions', {
        question: `Allergies, asked as ${type}?`,
        type,
        options: type === 'radio' || type === 'checkbox' ? 'Da\nNu' : null,
        required: type === 'text',
        raises_alert: type === 'text',
      });
      await add('components_intake_sections_cmps', {
        entity_id: section,
        cmp_id: question,
        component_type: 'intake.question',
        field: 'questions',
        '"order"': question,
      });
    }
  }
};

describe('the history form', () => {
  let clinic: Clinic;
  let tokens: Record<string, string>;
  beforeAll(async () => {
    clinic = await openClinic({ processes: 2 });
    await putForms(clinic);
    const roles = ['clinic-admin', 'dentist', 'front-desk'];
    tokens = Object.fromEntries(
      await Promise.all(roles.map(async (role) => [role, await staffToken(clinic, role)])),
    );
  });
  afterAll(() => clinic.close());

  const as = (who: string, method: 'get' | 'post', path: string) =>
    request(clinic.url)[method](path).set('Authorization', `Bearer ${tokens[who]}`);

  const linkFor = async (patient: MadePatient) => {
    const { body } = await as('front-desk', 'post', '/intake/links')
      .send({ patient: patient.documentId })
      .expect(201);
    return { token: String(body.data.url).split('/').at(-1) as string, ...body.data };
  };
  const open = (token: string) => request(clinic.url).get(`/api/intake/forms/${token}`);
  const send = (token: string, body: object, server = 0) =>
    request(clinic.servers[server]?.url as string)
      .post(`/api/intake/forms/${token}`)
      .send(body);
  const filled = async (token: string) => {
    const { body } = await open(token).expect(200);
    const questions = body.data.sections.flatMap((each: { questions: Asked[] }) => each.questions);
    return { answers: willing(questions), dateOfBirth: '1990-05-01', signature };
  };
  const countOf = async (patient: MadePatient) => {
    const { rows } = await clinic.db.query(
      'select count(*)::int as n from questionnaire_responses_patient_lnk where patient_id = $1',
      [patient.id],
    );
    return rows[0].n;
  };

  test('a link shows the form in the language of the patient and nothing about them', async () => {
    const patient = await makePatient(clinic, { language: 'ro' });
    const { url, expiresAt, token } = await linkFor(patient);
    expect(url).toContain('/ro/forms/');
    expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now());
    const { body } = await open(token).expect(200);
    expect(body.data).toMatchObject({ language: 'ro', appointment: null });
    expect(body.data.sections[0].questions[0]).toEqual({
      key: expect.stringMatching(/^q\d+$/),
      question: expect.any(String),
      type: expect.any(String),
      options: expect.any(Array),
      required: expect.any(Boolean),
      help: body.data.sections[0].questions[0].help,
    });
    expect(JSON.stringify(body)).not.toContain('Ștefania');
    expect(JSON.stringify(body)).not.toContain('1990');
  });

  test('an unknown link leads nowhere', async () => {
    const { body } = await open('x'.repeat(43)).expect(404);
    expect(body.error.code).toBe('LINK_INVALID');
  });

  test('answers are frozen with the questions as asked, and a link serves once', async () => {
    const patient = await makePatient(clinic);
    const { token } = await linkFor(patient);
    const form = (await open(token)).body.data;
    const answers = await filled(token);
    const { body } = await send(token, answers).expect(201);
    const again = await send(token, answers).expect(409);
    expect(again.body.error.code).toBe('LINK_USED');
    expect((await open(token).expect(409)).body.error.code).toBe('LINK_USED');
    expect(await countOf(patient)).toBe(1);

    await clinic.db.query("update components_intake_questions set question = 'Changed?'");
    const kept = await as('dentist', 'get', `/intake/responses/${body.data.documentId}`).expect(
      200,
    );
    expect(kept.body.data).toMatchObject({ title: form.title, language: 'en', intact: true });
    expect(JSON.stringify(kept.body.data.sections)).not.toContain('Changed?');
    expect(kept.body.data.sections[0].questions[0].question).toBe(
      form.sections[0].questions[0].question,
    );
  });

  test('the database refuses to change a response', async () => {
    const patient = await makePatient(clinic);
    const { token } = await linkFor(patient);
    const { body } = await send(token, await filled(token)).expect(201);
    const id = body.data.documentId;
    for (const change of [
      `answers = '{}'`,
      `questions = '[]'`,
      `signature = null`,
      `hash = 'x'`,
      `submitted_at = now()`,
    ])
      await expect(
        clinic.db.query(`update questionnaire_responses set ${change} where document_id = $1`, [
          id,
        ]),
      ).rejects.toThrow('never changes');
    const kept = await as('dentist', 'get', `/intake/responses/${id}`).expect(200);
    expect(kept.body.data.intact).toBe(true);
  });

  test('what is missing or wrong is named question by question, and nothing is kept', async () => {
    const patient = await makePatient(clinic, { language: 'ro' });
    const { token } = await linkFor(patient);
    const { answers } = await filled(token);
    const { body } = await send(token, {
      answers: {},
      dateOfBirth: '1990-02-30',
      signature: 'data:image/png;base64,AAAA',
    }).expect(400);
    const fields = body.error.details.fields.map((each: { field: string }) => each.field);
    expect(fields).toEqual(expect.arrayContaining(['dateOfBirth', 'signature']));
    expect(fields.some((field: string) => /^answers\.q\d+$/.test(field))).toBe(true);
    expect(JSON.stringify(body.error)).toContain('Vă rugăm');
    expect(await countOf(patient)).toBe(0);
    await send(token, { answers, dateOfBirth: '1990-05-01', signature }).expect(201);
  });

  test('the birth date must be the one on file, and guessing ends', async () => {
    const patient = await makePatient(clinic);
    const { token } = await linkFor(patient);
    const form = await filled(token);
    for (const day of ['01', '02', '03', '04', '05']) {
      const { body } = await send(token, { ...form, dateOfBirth: `1980-01-${day}` }).expect(400);
      expect(body.error.code).toBe('DATE_OF_BIRTH_MISMATCH');
      expect(JSON.stringify(body)).not.toContain('1990');
    }
    const locked = await send(token, form).expect(429);
    expect(locked.body.error.code).toBe('TOO_MANY_ATTEMPTS');
    expect(await countOf(patient)).toBe(0);
  });

  test('without a birth date on file any is taken', async () => {
    const patient = await makePatient(clinic, { dateOfBirth: null });
    const { token } = await linkFor(patient);
    await send(token, { ...(await filled(token)), dateOfBirth: '1971-12-31' }).expect(201);
  });

  test('of many sent at once to two processes one is kept', async () => {
    const patient = await makePatient(clinic);
    const { token } = await linkFor(patient);
    const form = await filled(token);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => send(token, form, index % 2)),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array(9).fill(409)]);
    expect(await countOf(patient)).toBe(1);
  });

  test('a review adds the chosen alerts once, and only who may does it', async () => {
    const patient = await makePatient(clinic);
    const { token } = await linkFor(patient);
    const { body } = await send(token, await filled(token)).expect(201);
    const path = `/intake/responses/${body.data.documentId}`;
    const alerts = [
      { kind: 'allergy', text: 'Penicillin', severity: 'high' },
      { kind: 'allergy', text: 'penicillin', severity: 'low' },
    ];
    await request(clinic.url).post(`${path}/review`).send({ alerts }).expect(401);
    await as('front-desk', 'post', `${path}/review`).send({ alerts }).expect(403);
    await as('front-desk', 'get', path).expect(403);
    const reviews = await Promise.all([
      as('dentist', 'post', `${path}/review`).send({ alerts }),
      as('clinic-admin', 'post', `${path}/review`).send({ alerts }),
    ]);
    expect(reviews.map(({ status }) => status).sort()).toEqual([200, 409]);
    const done = reviews.find(({ status }) => status === 200)?.body.data;
    expect(done).toMatchObject({ status: 'reviewed', intact: true });
    expect(done.reviewedBy).toBeTruthy();
    const { rows } = await clinic.db.query(
      `select alert.text from components_clinic_alerts alert
       join patients_cmps link on link.cmp_id = alert.id and link.field = 'alerts'
       where link.entity_id = $1`,
      [patient.id],
    );
    expect(rows).toEqual([{ text: 'Penicillin' }]);
    const list = await as('dentist', 'get', `/intake/patients/${patient.documentId}/responses`);
    expect(list.body.data).toHaveLength(1);
    expect(list.body.data[0].status).toBe('reviewed');
  });

  test('a link to somebody who is not there is not made', async () => {
    await as('front-desk', 'post', '/intake/links').send({ patient: newDocumentId() }).expect(404);
    await request(clinic.url).post('/intake/links').send({ patient: 'x' }).expect(401);
  });

  describe('that a patient owes', () => {
    const addVisit = async (patient: MadePatient, days: number): Promise<string> => {
      const { rows } = await clinic.db.query(
        `with visit as (
           insert into appointments (document_id, starts_at, ends_at, status, created_at, updated_at)
           values ($1, now() + make_interval(days => $2), now() + make_interval(days => $2, mins => 30),
             'confirmed', now(), now()) returning id, document_id)
         , link as (insert into appointments_patient_lnk (appointment_id, patient_id) select id, $3::integer from visit)
         select document_id from visit`,
        [newDocumentId(), days, patient.id],
      );
      return rows[0].document_id;
    };
    const mine = (method: 'get' | 'post', token: string) =>
      request(clinic.url)[method]('/api/intake/mine').set('Authorization', `Bearer ${token}`);
    const linksOf = async (patient: MadePatient) =>
      (
        await clinic.db.query('select count(*)::int as n from access_links where patient_id = $1', [
          patient.documentId,
        ])
      ).rows[0].n;

    test('is named before the next visit, opened by a link of its own, and owed no more once sent', async () => {
      const patient = await makePatient(clinic);
      const token = await patientToken(clinic, patient);
      expect((await mine('get', token).expect(200)).body.data).toBeNull();
      await addVisit(patient, -3);
      expect((await mine('get', token).expect(200)).body.data).toBeNull();
      const refused = await mine('post', token).expect(404);
      expect(refused.body.error.code).toBe('FORM_NOT_OPEN');
      expect(await linksOf(patient)).toBe(0);

      const appointment = await addVisit(patient, 9);
      await addVisit(patient, 20);
      const { body } = await mine('get', token).expect(200);
      expect(body.data).toEqual({
        appointment,
        startsAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      });
      const { data } = (await mine('post', token).expect(201)).body;
      expect(data.path).toBe(`/en/forms/${data.token}`);
      expect(data.url.endsWith(data.path)).toBe(true);
      await send(data.token, await filled(data.token)).expect(201);
      expect(await countOf(patient)).toBe(1);
      expect((await mine('get', token).expect(200)).body.data).toBeNull();
      await mine('post', token).expect(404);
    });

    test('is shown to nobody else', async () => {
      await request(clinic.url).get('/api/intake/mine').expect(403);
      await request(clinic.url).post('/api/intake/mine').expect(403);
      await as('dentist', 'get', '/api/intake/mine').expect(403);
    });
  });
});
