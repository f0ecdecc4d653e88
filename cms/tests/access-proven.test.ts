import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { newDocumentId } from '../../tests/support/patients.ts';
import {
  password,
  patientToken,
  staffToken,
  unconfirmedToken,
} from '../../tests/support/people.ts';
import { addLocation, idOf, weekdays } from '../../tests/support/schedule.ts';
import { type StandIns, startStandIns } from '../../tests/support/stand-ins.ts';
import { eventually } from './reminders-fixtures.ts';

/** A time of the nth working day from now. */
const dayAhead = (nth: number, time: string) => {
  const date = new Date();
  for (let left = nth; left > 0; left -= [0, 6].includes(date.getUTCDay()) ? 0 : 1)
    date.setUTCDate(date.getUTCDate() + 1);
  return `${date.toISOString().slice(0, 10)}T${time}:00Z`;
};

describe('an address that nobody showed to be theirs', () => {
  let clinic: Clinic;
  let standIns: StandIns;
  let admin: string;
  beforeAll(async () => {
    standIns = await startStandIns();
    clinic = await openClinic({
      port: standIns.cmsPort,
      variables: { ...standIns.variables, REMINDER_TICK_SECONDS: '1' },
    });
    await addLocation(clinic.db, 'Proven place', {
      zone: 'UTC',
      chairs: 3,
      practitioners: [
        { name: 'Petra', hours: weekdays.map((day) => [day, '08:00', '18:00'] as const) },
      ],
      types: [{ name: 'Proven check', duration: 30 }],
    });
    admin = await staffToken(clinic, 'clinic-admin');
  });
  afterAll(async () => {
    await clinic.close();
    await standIns.stop();
  });

  const call = (method: 'get' | 'post' | 'patch', path: string, token?: string, body?: object) => {
    const sent = request(clinic.url)[method](path);
    if (token) sent.set('Authorization', token.includes(' ') ? token : `Bearer ${token}`);
    return body ? sent.send(body) : sent;
  };
  const register = async (person: object) =>
    (
      await call('post', '/api/access/register', undefined, {
        password,
        language: 'en',
        ...person,
      }).expect(201)
    ).body as { jwt: string; patient: { documentId: string } };
  /** What the desk wrote down of somebody. */
  const record = async (about: Record<string, unknown>): Promise<string> => {
    const columns = { document_id: newDocumentId(), archived: false, ...about };
    const names = Object.keys(columns);
    const { rows } = await clinic.db.query(
      `insert into patients (${names.join(', ')}, created_at, updated_at, published_at)
       values (${names.map((_, n) => `$${n + 1}`).join(', ')}, now(), now(), now())
       returning document_id as id`,
      Object.values(columns),
    );
    return rows[0].id;
  };
  const passFor = async (contact: { email: string } | { mobileNumber: string }) => {
    const { body } = await call('post', '/api/access/guest/codes', undefined, {
      ...contact,
      language: 'en',
    }).expect(202);
    const code =
      'email' in contact
        ? (
            await standIns.mail.waitFor(contact.email, ({ subject }) => /^\d{6} /.test(subject))
          ).subject.slice(0, 6)
        : await codeByText(contact.mobileNumber);
    const { request: asked } = body.data;
    const proof = { request: asked, code };
    return `Guest ${(await call('post', '/api/access/guest/verify', undefined, proof).expect(200)).body.data.token}`;
  };
  const codeByText = (number: string): Promise<string> =>
    eventually(async () => /\b\d{6}\b/.exec((await standIns.sms(number)).at(-1)?.body ?? '')?.[0]);
  const slot = (start: string) => ({
    appointmentType: idOf('Proven check'),
    location: idOf('Proven place'),
    practitioner: idOf('Petra'),
    start,
  });
  const bookAsGuest = async (pass: string, start: string, patient: object) =>
    (
      await call('post', '/api/scheduling/guest/bookings', pass, {
        booking: slot(start),
        patient: { language: 'en', ...patient },
      }).expect(201)
    ).body.data as { documentId: string };
  const visitsOf = async (jwt: string) =>
    (await call('get', '/api/scheduling/bookings', jwt).expect(200)).body.data as unknown[];
  const ownerOf = async (visit: string): Promise<string> =>
    (
      await clinic.db.query(
        `select p.document_id as id from patients p join appointments_patient_lnk l on l.patient_id = p.id
         join appointments a on a.id = l.appointment_id where a.document_id = $1`,
        [visit],
      )
    ).rows[0].id;
  const pairsOf = async (patient: string) =>
    (await call('get', `/access/duplicates?patient=${patient}`, admin).expect(200)).body.data as {
      score: number;
      reasons: string[];
      one: { documentId: string; unconfirmed: boolean };
      other: { documentId: string; unconfirmed: boolean };
    }[];

  test('carries no account onto a patient’s record: a merge closes it for good, and says so', async () => {
    const mara = { firstName: 'Mara', lastName: 'Tătaru', dateOfBirth: '1979-04-11' };
    const real = await record({
      first_name: 'Mara',
      last_name: 'Tătaru',
      date_of_birth: '1979-04-11',
      email: 'mara@proven.test',
    });
    const { jwt, patient } = await register({ ...mara, email: 'mara@proven.test' });
    const [pair] = await pairsOf(real);
    expect(pair).toMatchObject({ score: 75, reasons: ['name', 'birth'] });
    expect([pair?.one.unconfirmed, pair?.other.unconfirmed]).toEqual([false, true]);
    for (const [winner, loser] of [
      [real, patient.documentId],
      [patient.documentId, real],
    ] as const) {
      const query = new URLSearchParams({ winner, loser });
      const { data } = (await call('get', `/access/merges/preview?${query}`, admin).expect(200))
        .body;
      expect(data.fields.map(({ name }: { name: string }) => name)).not.toContain('account');
    }
    const wish = { winner: real, loser: patient.documentId };
    await call('post', '/access/merges', admin, { ...wish, choices: { account: 'loser' } }).expect(
      400,
    );
    await call('get', '/api/access/me', jwt).expect(200);
    const merged = await call('post', '/access/merges', admin, wish).expect(201);
    await call('get', '/api/access/me', jwt).expect(401);
    const credentials = { identifier: 'mara@proven.test', password };
    await call('post', '/api/auth/local', undefined, credentials).expect(400);
    await call('post', `/access/merges/${merged.body.data.id}/undo`, admin, {}).expect(200);
    await call('post', '/api/auth/local', undefined, credentials).expect(400);
    const again = await register({ ...mara, email: 'mara@proven.test' });
    await call('get', '/api/access/me', again.jwt).expect(200);
  });

  test('closes the account also of the record that stays', async () => {
    const planted = await register({
      firstName: 'Horea',
      lastName: 'Lupaș',
      dateOfBirth: '1968-01-20',
      email: 'horea@proven.test',
    });
    const real = await record({
      first_name: 'Horea',
      last_name: 'Lupaș',
      date_of_birth: '1968-01-20',
    });
    const wish = { winner: planted.patient.documentId, loser: real };
    await call('post', '/access/merges', admin, wish).expect(201);
    await call('get', '/api/access/me', planted.jwt).expect(401);
  });

  test('of an account draws no guest’s visit to it', async () => {
    const ioana = { firstName: 'Ioana', lastName: 'Crișan', dateOfBirth: '1991-06-02' };
    const stranger = await register({ ...ioana, email: 'ioana@proven.test' });
    const pass = await passFor({ email: 'ioana@proven.test' });
    const visit = await bookAsGuest(pass, dayAhead(8, '09:00'), ioana);
    expect(await visitsOf(stranger.jwt)).toEqual([]);
    expect(await ownerOf(visit.documentId)).not.toBe(stranger.patient.documentId);
  });

  test('that a patient typed of themselves draws no guest’s visit to them', async () => {
    const dan = { firstName: 'Dan', lastName: 'Oros', dateOfBirth: '1983-12-24' };
    const stranger = await register({ ...dan, email: 'not-dan@proven.test' });
    await clinic.db.query(`update up_users set confirmed = true where email = $1`, [
      'not-dan@proven.test',
    ]);
    const number = '+40722000111';
    await call('patch', '/api/access/me', stranger.jwt, { mobileNumber: number }).expect(200);
    const pass = await passFor({ mobileNumber: number });
    const visit = await bookAsGuest(pass, dayAhead(8, '10:00'), dan);
    expect(await visitsOf(stranger.jwt)).toEqual([]);
    expect(await ownerOf(visit.documentId)).not.toBe(stranger.patient.documentId);
  });

  test('that staff wrote, or a code showed, is how a guest is known again', async () => {
    const rada = { firstName: 'Rada', lastName: 'Moga', dateOfBirth: '1957-09-09' };
    const known = await record({
      first_name: 'Rada',
      last_name: 'Moga',
      date_of_birth: '1957-09-09',
      mobile_number: '0722 000 222',
    });
    const pass = await passFor({ mobileNumber: '+40722000222' });
    const visit = await bookAsGuest(pass, dayAhead(8, '11:00'), rada);
    expect(await ownerOf(visit.documentId)).toBe(known);
    const sorin = { firstName: 'Sorin', lastName: 'Bota', dateOfBirth: '1995-05-05' };
    const first = await passFor({ email: 'sorin@proven.test' });
    const one = await bookAsGuest(first, dayAhead(8, '12:00'), sorin);
    const other = await bookAsGuest(first, dayAhead(8, '12:30'), sorin);
    expect(await ownerOf(other.documentId)).toBe(await ownerOf(one.documentId));
  });

  test('that a guest only mentions is written down, recognises nobody and is not written to', async () => {
    const vera = { firstName: 'Vera', lastName: 'Ilea', dateOfBirth: '1970-03-30' };
    const number = '+40722000333';
    const planter = await passFor({ email: 'planter@proven.test' });
    const planted = await bookAsGuest(planter, dayAhead(9, '09:00'), {
      ...vera,
      mobileNumber: number,
    });
    await standIns.mail.waitFor('planter@proven.test', ({ subject }) =>
      /^Your visit/.test(subject),
    );
    const owner = await passFor({ mobileNumber: number });
    const visit = await bookAsGuest(owner, dayAhead(9, '10:00'), {
      ...vera,
      email: 'mentioned@proven.test',
    });
    const patient = await ownerOf(visit.documentId);
    expect(patient).not.toBe(await ownerOf(planted.documentId));
    const delivery = async (channel: string) =>
      (
        await clinic.db.query(
          `select state, reason from deliveries
           where subject_id = $1 and event = 'appointment-booked' and channel = $2`,
          [visit.documentId, channel],
        )
      ).rows[0];
    await eventually(async () => {
      const row = await delivery('email');
      return row?.state === 'skipped' && row.reason === 'no-address';
    });
    expect(standIns.mail.to('mentioned@proven.test')).toEqual([]);
    const { rows } = await clinic.db.query('select email from patients where document_id = $1', [
      patient,
    ]);
    expect(rows).toEqual([{ email: 'mentioned@proven.test' }]);
  });

  test('of an account books nothing, waits for nothing and shares no calendar', async () => {
    const jwt = await unconfirmedToken(clinic, 'quick@proven.test');
    const asked: [string, object][] = [
      ['bookings', slot(dayAhead(9, '14:00'))],
      ['bookings/series', { ...slot(dayAhead(9, '14:00')), repeat: { every: 'week', count: 2 } }],
      ['wait-list', { appointmentType: idOf('Proven check'), location: idOf('Proven place') }],
      ['feeds', { language: 'en' }],
    ];
    for (const [path, body] of asked) {
      const answer = await call('post', `/api/scheduling/${path}`, jwt, body);
      expect([path, answer.status, answer.body.error?.code]).toEqual([
        path,
        403,
        'ADDRESS_NOT_CONFIRMED',
      ]);
    }
    expect(await visitsOf(jwt)).toEqual([]);
    await clinic.db.query('update up_users set confirmed = true where email = $1', [
      'quick@proven.test',
    ]);
    await call('post', '/api/scheduling/bookings', jwt, slot(dayAhead(9, '14:00'))).expect(201);
  });

  test('is forgotten with a new password by whoever has the mailbox, and the name is kept', async () => {
    const email = 'reset@proven.test';
    await register({ firstName: 'Tudor', lastName: 'Rus', email, mobileNumber: '+40722000444' });
    await call('post', '/api/access/password/forgot', undefined, { email, language: 'en' });
    const { links } = await standIns.mail.waitFor(email, ({ text }) =>
      text.includes('/reset-password/'),
    );
    const token = links
      .find((link) => link.includes('/reset-password/'))
      ?.split('/')
      .at(-1);
    const better = 'zebra lamp orbit';
    await call('post', '/api/access/password/reset', undefined, {
      token,
      password: better,
      language: 'en',
    }).expect(200);
    const entered = await call('post', '/api/auth/local', undefined, {
      identifier: email,
      password: better,
    }).expect(200);
    const { data } = (await call('get', '/api/access/me', entered.body.jwt).expect(200)).body;
    expect(data).toMatchObject({ firstName: 'Tudor', email, mobileNumber: null });
  });

  test('counts a guest’s press that arrives twice once', async () => {
    const pass = await passFor({ email: 'press@proven.test' });
    const press = () =>
      call('post', '/api/scheduling/guest/bookings', pass, {
        booking: slot(dayAhead(10, '09:00')),
        patient: { firstName: 'Ada', lastName: 'Rat', dateOfBirth: '1990-01-01', language: 'en' },
      }).set('Idempotency-Key', 'one-press');
    const first = await press().expect(201);
    for (let again = 0; again < 7; again++)
      expect((await press().expect(201)).body.data.documentId).toBe(first.body.data.documentId);
    const jwt = await patientToken(clinic, 'own@proven.test');
    expect(await visitsOf(jwt)).toEqual([]);
  });
});
