import request from 'supertest';
import { readCalendar } from '../../tests/support/calendars.ts';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { completedTreatment, makePatient } from '../../tests/support/patients.ts';
import { staffToken } from '../../tests/support/people.ts';
import { addLocation, addPatient, idOf, signIn, weekdays } from '../../tests/support/schedule.ts';
import { type StandIns, startStandIns } from '../../tests/support/stand-ins.ts';
import { eventually, ledgerOf, settledLedger } from './reminders-fixtures.ts';

// A Monday morning; the visits are a week later.
const clock = '2027-03-01T07:00:00Z';
const monday = '2027-03-08';

/** The one entry of a mail's calendar file, as two independent readers agree. */
const entryOf = (content: string | undefined) => {
  const { method, events } = readCalendar(content ?? '');
  expect(events).toHaveLength(1);
  const { uid = '', sequence = -1, start = '', status = '' } = events[0] ?? {};
  return { method, uid, sequence, start, status };
};

const openSchedule = async (clinic: Clinic) => {
  await addLocation(clinic.db, 'North', {
    zone: 'Europe/Bucharest',
    chairs: 1,
    practitioners: [
      { name: 'Ana', hours: weekdays.map((day) => [day, '09:00', '17:00'] as const) },
    ],
    types: [{ name: 'Checkup', duration: 30 }],
  });
  await addPatient(clinic.db, 'mara');
  return signIn(clinic.url, 'mara');
};

const book = async (clinic: Clinic, token: string, start: string): Promise<string> => {
  const { body } = await request(clinic.url)
    .post('/api/scheduling/bookings')
    .auth(token, { type: 'bearer' })
    .send({
      appointmentType: idOf('Checkup'),
      location: idOf('North'),
      practitioner: idOf('Ana'),
      start,
    })
    .expect(201);
  return body.data.documentId;
};

describe('what happens to a visit is told to the patient', () => {
  let standIns: StandIns;
  let clinic: Clinic;
  let mara: string;
  let appointment: string;
  beforeAll(async () => {
    standIns = await startStandIns();
    clinic = await openClinic({
      port: standIns.cmsPort,
      variables: { ...standIns.variables, CLOCK_START: clock },
    });
    mara = await openSchedule(clinic);
  });
  afterAll(async () => {
    await clinic.close();
    await standIns.stop();
  });
  const change = (path: string, body: object) =>
    request(clinic.url)
      .post(`/api/scheduling/bookings/${appointment}/${path}`)
      .auth(mara, { type: 'bearer' })
      .send(body);

  test('a booking is confirmed at once, with a calendar file and the way to the history form', async () => {
    appointment = await book(clinic, mara, `${monday}T09:00:00+02:00`);
    const mail = await standIns.mail.waitFor('mara@stories.test');
    expect(mail.subject).toBe('Your visit on Monday, 8 March 2027 at 09:00');
    expect(mail.text).toContain('with Dr. Ana Test');
    expect(mail.html).toContain('</html>');
    expect(entryOf(mail.calendar)).toEqual({
      method: 'REQUEST',
      uid: `${appointment}@enamel`,
      sequence: 0,
      start: '2027-03-08T07:00:00.000Z',
      status: 'CONFIRMED',
    });
    const form = mail.links.find((link) => link.includes('/en/forms/'));
    const token = form?.split('/').at(-1);
    const opened = await request(clinic.url).get(`/api/intake/forms/${token}`).expect(200);
    expect(opened.body.data.sections.length).toBeGreaterThan(0);

    const [kept] = await settledLedger(clinic, { id: 0, documentId: appointment }, 1);
    expect(kept?.body).toContain('/en/forms/•••');
    const { rows } = await clinic.db.query(
      `select count(*)::int as n from deliveries d where strpos(to_jsonb(d)::text, $1) > 0`,
      [token],
    );
    expect(rows).toEqual([{ n: 0 }]);
    const desk = await staffToken(clinic, 'front-desk');
    const read = await request(clinic.url)
      .get(`/reminders/deliveries/${kept?.id}`)
      .auth(desk, { type: 'bearer' })
      .expect(200);
    expect(read.body.data.html).toContain('/en/forms/•••</span>');
    expect(JSON.stringify(read.body)).not.toContain(token);
  });

  test('nothing that is written to the ledger may hold a token, whoever writes', async () => {
    const link = `https://portal.test/en/offers/${'a'.repeat(43)}`;
    for (const column of ['body', 'html'])
      await expect(
        clinic.db.query(`update deliveries set ${column} = $1`, [link]),
      ).rejects.toMatchObject({ constraint: 'deliveries_keep_no_token' });
  });

  test('who answered the form within a year is not asked again', async () => {
    const answered = (patient: string, months: number) =>
      clinic.db.query(
        `with made as (
           insert into questionnaire_responses (document_id, status, submitted_at)
           values ($1, 'reviewed', timestamp '2027-03-01' - make_interval(months => $2)) returning id)
         insert into questionnaire_responses_patient_lnk (questionnaire_response_id, patient_id)
         select made.id, p.id from made, patients p where p.document_id = $3`,
        [`answered-${months}`, months, idOf(patient)],
      );
    await answered('mara', 13);
    await book(clinic, mara, `${monday}T12:00:00+02:00`);
    const asked = await standIns.mail.waitFor('mara@stories.test', ({ subject }) =>
      subject.includes('12:00'),
    );
    expect(asked.text).toContain('/forms/');
    await answered('mara', 11);
    await book(clinic, mara, `${monday}T11:00:00+02:00`);
    const mail = await standIns.mail.waitFor('mara@stories.test', ({ subject }) =>
      subject.includes('11:00'),
    );
    expect(mail.text).not.toContain('/forms/');
  });

  test('a move changes the entry in the calendar, a cancellation takes it out', async () => {
    await change('reschedule', { start: `${monday}T10:00:00+02:00` }).expect(200);
    const moved = await standIns.mail.waitFor('mara@stories.test', ({ subject }) =>
      subject.includes('new time'),
    );
    const entry = entryOf(moved.calendar);
    expect(entry).toMatchObject({
      method: 'REQUEST',
      uid: `${appointment}@enamel`,
      start: '2027-03-08T08:00:00.000Z',
    });
    expect(entry.sequence).toBeGreaterThan(0);
    // Back and forth again: each move is told, though its time was told before.
    await change('reschedule', { start: `${monday}T09:00:00+02:00` }).expect(200);
    await standIns.mail.waitFor('mara@stories.test', ({ subject }) =>
      /new time.*09:00/.test(subject),
    );
    await change('reschedule', { start: `${monday}T10:00:00+02:00` }).expect(200);
    await eventually(
      async () =>
        standIns.mail.mails.filter(({ subject }) => /new time.*10:00/.test(subject)).length === 2,
    );

    await change('cancel', { reason: 'I have a cold' }).expect(200);
    const cancelled = await standIns.mail.waitFor('mara@stories.test', ({ subject }) =>
      subject.includes('cancelled'),
    );
    expect(cancelled.text).not.toContain('I have a cold');
    const taken = entryOf(cancelled.calendar);
    expect(taken).toMatchObject({
      method: 'CANCEL',
      uid: `${appointment}@enamel`,
      status: 'CANCELLED',
    });
    expect(taken.sequence).toBeGreaterThan(entry.sequence);
  });

  test('an event that comes twice tells nothing twice', async () => {
    const before = await ledgerOf(clinic, { id: 0, documentId: appointment });
    await clinic.db.query(
      `insert into pgboss.job (name, data)
       select 'reminders.messages', cast(data as jsonb) from (values
         (json_build_object('name', 'appointment.booked', 'payload',
           json_build_object('appointment', $1::text, 'startsAt', '2027-03-08T07:00:00.000Z'))),
         (json_build_object('name', 'appointment.moved', 'payload',
           json_build_object('appointment', $1::text, 'from', '2027-03-08T07:00:00.000Z', 'to', '2027-03-08T08:00:00.000Z'))),
         (json_build_object('name', 'appointment.cancelled', 'payload',
           json_build_object('appointment', $1::text, 'startsAt', '2027-03-08T08:00:00.000Z')))) as news(data)`,
      [appointment],
    );
    await eventually(async () => {
      const { rows } = await clinic.db.query(
        `select count(*)::int n from pgboss.job where name = 'reminders.messages' and state <> 'completed'`,
      );
      return rows[0].n === 0;
    });
    expect(await ledgerOf(clinic, { id: 0, documentId: appointment })).toEqual(before);
  });

  test('an invoice and its payment are told in the patient’s language', async () => {
    const desk = await staffToken(clinic, 'front-desk');
    const patient = await makePatient(clinic, { language: 'ro' });
    await clinic.db.query(`update patients set email = 'invoice@stories.test' where id = $1`, [
      patient.id,
    ]);
    const treatment = await completedTreatment(clinic, patient, { totalPrice: 25_000 });
    const { body } = await request(clinic.url)
      .post('/billing/invoices')
      .auth(desk, { type: 'bearer' })
      .send({ patient: patient.documentId, treatments: [treatment] })
      .expect(201);
    const invoice = await standIns.mail.waitFor('invoice@stories.test');
    expect(invoice.subject).toContain(`Factura ${body.data.number}`);
    expect(invoice.text).toMatch(/250,00\sRON/);
    expect(invoice.links[0]).toContain(`/ro/invoices/${body.data.documentId}`);
    await request(clinic.url)
      .post(`/billing/invoices/${body.data.documentId}/payments`)
      .auth(desk, { type: 'bearer' })
      .send({ amount: 25_000, method: 'cash' })
      .expect(201);
    const receipt = await standIns.mail.waitFor('invoice@stories.test', ({ subject }) =>
      subject.includes('am primit'),
    );
    expect(receipt.text).toContain(body.data.number);
  });

  test('a text with a variable that does not exist is refused when it is saved', async () => {
    const admin = await staffToken(clinic, 'clinic-admin');
    const { rows } = await clinic.db.query(
      `select document_id, body from message_templates where key = 'reminder-24h' and channel = 'sms' and language = 'en'`,
    );
    const path = `/content-manager/collection-types/api::message-template.message-template/${rows[0].document_id}`;
    const save = (body: string) =>
      request(clinic.url).put(path).auth(admin, { type: 'bearer' }).send({ body });
    const refused = await save('See you, {{patient.frstName}}').expect(400);
    expect(refused.body.error.message).toContain('patient.frstName');
    const kept = await clinic.db.query(
      'select body from message_templates where document_id = $1',
      [rows[0].document_id],
    );
    expect(kept.rows[0].body).toBe(rows[0].body);
    await save('See you, {{patient.firstName}}').expect(200);
  });

  test('a series is told of by one mail with all its dates and one file; so is its end', async () => {
    const repeat = { every: 'week', count: 3 };
    const { body } = await request(clinic.url)
      .post('/api/scheduling/bookings/series')
      .auth(mara, { type: 'bearer' })
      .send({
        appointmentType: idOf('Checkup'),
        location: idOf('North'),
        practitioner: idOf('Ana'),
        start: '2027-04-06T14:00:00+03:00',
        repeat,
      })
      .expect(201);
    const mail = await standIns.mail.waitFor('mara@stories.test', ({ subject }) =>
      /6 April 2027 at 14:00/.test(subject),
    );
    expect(mail.text).toContain('With it are booked:\nTuesday, 13 April 2027, 14:00');
    expect(mail.text).toContain('Tuesday, 20 April 2027, 14:00');
    const file = readCalendar(mail.calendar ?? '');
    expect([file.method, file.events.map(({ status }) => status)]).toEqual([
      'PUBLISH',
      ['CONFIRMED', 'CONFIRMED', 'CONFIRMED'],
    ]);
    await request(clinic.url)
      .post(`/api/scheduling/bookings/${body.data.booked[1].documentId}/following/cancel`)
      .auth(mara, { type: 'bearer' })
      .send({ reason: 'Away' })
      .expect(200);
    const gone = await standIns.mail.waitFor('mara@stories.test', ({ subject }) =>
      /13 April 2027 is cancelled/.test(subject),
    );
    expect(gone.text).toContain('With it are cancelled:\nTuesday, 20 April 2027, 14:00');
    expect(readCalendar(gone.calendar ?? '').events.map(({ status }) => status)).toEqual([
      'CANCELLED',
      'CANCELLED',
    ]);
    const { rows } = await clinic.db.query(
      `select count(*)::int as n from deliveries d join appointments a on a.document_id = d.subject_id
       where a.series_id = $1`,
      [body.data.series],
    );
    expect(rows[0].n).toBe(2);
  });
});

describe('a clinic without mail server', () => {
  let clinic: Clinic;
  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: clock } });
  });
  afterAll(() => clinic.close());

  test('keeps its messages readable in the outbox', async () => {
    const mara = await openSchedule(clinic);
    const appointment = await book(clinic, mara, `${monday}T09:00:00+02:00`);
    const [kept] = await settledLedger(clinic, { id: 0, documentId: appointment }, 1);
    expect(kept).toMatchObject({ state: 'kept', reason: 'no-channel' });
    const desk = await staffToken(clinic, 'front-desk');
    const get = (path: string, token = desk) =>
      request(clinic.url).get(`/reminders/deliveries${path}`).auth(token, { type: 'bearer' });
    const listed = await get('?search=Story&state=kept&channel=email').expect(200);
    expect(listed.body.data[0]).toMatchObject({
      id: kept?.id,
      patient: { documentId: idOf('mara'), name: 'mara Storyteller' },
    });
    expect((await get('?search=nobody%25').expect(200)).body.meta.total).toBe(0);
    expect((await get('?from=2027-03-02').expect(200)).body.meta.total).toBe(0);
    const { body } = await get(`/${kept?.id}`).expect(200);
    expect(body.data.html).toContain('/en/forms/•••');
    expect(body.data.calendar.method).toBe('REQUEST');
    await get('/00000000-0000-4000-8000-000000000000').expect(404);
    await get('/nonsense').expect(400);
    await request(clinic.url).get('/reminders/deliveries').expect(401);
    const { rows } = await clinic.db.query(
      `select count(*)::int n from audit_entries where subject = 'message' and action = 'read' and subject_id = $1`,
      [kept?.id],
    );
    expect(rows[0].n).toBe(1);
  });
});
