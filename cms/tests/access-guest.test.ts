import request from 'supertest';
import { end } from '../../scripts/processes.ts';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { type MailServer, startMailServer } from '../../tests/support/mail.ts';
import { addLocation, addPatient, idOf, signIn, weekdays } from '../../tests/support/schedule.ts';

const minute = 60_000;
/** A time of the nth working day from now. */
const dayAhead = (nth: number, time: string) => {
  const date = new Date();
  for (let left = nth; left > 0; left -= [0, 6].includes(date.getUTCDay()) ? 0 : 1)
    date.setUTCDate(date.getUTCDate() + 1);
  return `${date.toISOString().slice(0, 10)}T${time}:00Z`;
};

describe('a visitor without an account', () => {
  let clinic: Clinic;
  let mail: MailServer;
  beforeAll(async () => {
    mail = await startMailServer();
    clinic = await openClinic({
      variables: { SMTP_URL: mail.url, REMINDER_TICK_SECONDS: '1' },
      processes: 2,
    });
    await addLocation(clinic.db, 'Guest place', {
      zone: 'UTC',
      chairs: 2,
      practitioners: [
        { name: 'Gina', hours: weekdays.map((day) => [day, '08:00', '18:00'] as const) },
      ],
      types: [{ name: 'Guest check', duration: 30 }],
    });
    await addPatient(clinic.db, 'member');
  });
  afterAll(async () => {
    await clinic.close();
    await mail.stop();
  });

  const server = (index = 0) => clinic.servers[index]?.url ?? '';
  const ask = (email: string, url = server()) =>
    request(url).post('/api/access/guest/codes').send({ email, language: 'en' });
  const verify = (sent: { request: string }, code: string, url = server()) =>
    request(url).post('/api/access/guest/verify').send({ request: sent.request, code });

  /** The code of the last mail to an address. */
  const codeTo = async (email: string, nth = 1): Promise<string> => {
    await mail.waitFor(email, () => mail.to(email).length >= nth);
    return /^(\d{6}) /.exec(mail.to(email)[nth - 1]?.subject ?? '')?.[1] ?? '';
  };
  const wrongOf = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  const passFor = async (email: string): Promise<string> => {
    const nth = mail.to(email).length + 1;
    const { body } = await ask(email).expect(202);
    const proof = await verify(body.data, await codeTo(email, nth)).expect(200);
    return proof.body.data.token;
  };

  const ana = {
    firstName: 'Ana',
    lastName: 'Oaspete',
    dateOfBirth: '1990-05-01',
    language: 'en',
  };
  const book = (token: string, start: string, patient: object = ana, url = server()) =>
    request(url)
      .post('/api/scheduling/guest/bookings')
      .set('Authorization', `Guest ${token}`)
      .send({
        booking: {
          appointmentType: idOf('Guest check'),
          location: idOf('Guest place'),
          practitioner: idOf('Gina'),
          start,
        },
        patient,
      });
  const manage = (token: string, url = server()) =>
    request(url).get(`/api/scheduling/manage/${token}`);
  const count = async (table: string): Promise<number> =>
    (await clinic.db.query(`select count(*)::int as n from ${table}`)).rows[0].n;

  test('is told by which ways a code can be sent here', async () => {
    const { body } = await request(server()).get('/api/access/guest').expect(200);
    expect(body.data).toEqual({ email: true, mobileNumber: false });
    const refused = await request(server())
      .post('/api/access/guest/codes')
      .send({ mobileNumber: '0722 123 456', language: 'en' })
      .expect(400);
    expect(refused.body.error.code).toBe('NO_CHANNEL');
  });

  test('books with a code from a mail, and sees this visit only', async () => {
    const before = await count('patients');
    const token = await passFor('ana@guests.test');
    const { body } = await book(token, dayAhead(7, '09:00')).expect(201);
    expect(await count('patients')).toBe(before + 1);
    expect(Object.keys(body.data).sort()).toEqual([
      'appointmentType',
      'documentId',
      'end',
      'location',
      'manage',
      'practitioner',
      'start',
      'status',
    ]);
    const seen = await manage(body.data.manage).expect(200);
    expect(seen.body.data).toMatchObject({ documentId: body.data.documentId, changeable: true });
    expect(JSON.stringify(seen.body)).not.toContain('Oaspete');
    for (const path of ['bookings', `bookings/${body.data.documentId}`])
      await request(server())
        .get(`/api/scheduling/${path}`)
        .set('Authorization', `Guest ${token}`)
        .expect((answer) => expect([401, 403]).toContain(answer.status));
    const { rows } = await clinic.db.query(
      `select p.email, p.mobile_number, a.booked_via from patients p
       join appointments_patient_lnk l on l.patient_id = p.id join appointments a on a.id = l.appointment_id
       where a.document_id = $1`,
      [body.data.documentId],
    );
    expect(rows).toEqual([{ email: 'ana@guests.test', mobile_number: null, booked_via: 'portal' }]);
  });

  test('goes step by step: no pass without the code, no visit without the pass', async () => {
    const before = await count('appointments');
    const { body } = await ask('steps@guests.test').expect(202);
    const code = await codeTo('steps@guests.test');
    for (const instead of ['', body.data.request, code, 'undefined'])
      expect([400, 401, 403]).toContain((await book(instead, dayAhead(7, '10:30'))).status);
    await verify({ request: 'another' }, code).expect((answer) =>
      expect([400, 404]).toContain(answer.status),
    );
    expect(await count('appointments')).toBe(before);
    const proof = await verify(body.data, code).expect(200);
    await book(proof.body.data.token, dayAhead(7, '10:30')).expect(201);
  });

  test('moves and cancels by the link, which opens nothing else', async () => {
    const token = await passFor('mover@guests.test');
    const mine = (await book(token, dayAhead(7, '10:00')).expect(201)).body.data;
    const moved = await request(server(1))
      .post(`/api/scheduling/manage/${mine.manage}/reschedule`)
      .send({ start: dayAhead(7, '11:00') })
      .expect(200);
    expect(moved.body.data.start).toContain('T11:00');
    await manage(moved.body.data.manage).expect(200);
    const cancelled = await request(server())
      .post(`/api/scheduling/manage/${mine.manage}/cancel`)
      .send({ reason: 'ill' })
      .expect(200);
    expect(cancelled.body.data).toMatchObject({ status: 'cancelled', changeable: false });
    const invented = await manage('A'.repeat(43)).expect(404);
    expect(invented.body.error.code).toBe('LINK_INVALID');
    const form = await request(server()).get(`/api/intake/forms/${mine.manage}`).expect(404);
    expect(form.body.error).toEqual(invented.body.error);
    const trail = await clinic.db.query(
      `select distinct actor_kind, actor_id from audit_entries
       where subject_id = $1 and actor_kind <> 'system' order by 2`,
      [mine.documentId],
    );
    expect(trail.rows).toEqual([
      { actor_kind: 'link', actor_id: 'guest' },
      { actor_kind: 'link', actor_id: 'manage-visit' },
    ]);
  });

  test('keeps a link no longer than a day after the visit, wherever that was moved to', async () => {
    const token = await passFor('early@guests.test');
    const mine = (await book(token, dayAhead(8, '10:00')).expect(201)).body.data;
    await manage(mine.manage).expect(200);
    await clinic.db.query(
      `update appointments set starts_at = now() - interval '26 hours', ends_at = now() - interval '25 hours'
       where document_id = $1`,
      [mine.documentId],
    );
    const over = await manage(mine.manage).expect(404);
    expect(over.body.error.code).toBe('LINK_EXPIRED');
    expect(JSON.stringify(over.body)).not.toContain('Gina');
  });

  test('is joined to the own record by name, birth date and address together, and cannot tell', async () => {
    await clinic.db.query(
      `update patients set first_name = 'Ștefan', last_name = 'Ionescu', date_of_birth = '1980-02-03' where document_id = $1`,
      [idOf('member')],
    );
    const known = await ask('member@stories.test').expect(202);
    const unknown = await ask('nobody@guests.test').expect(202);
    const shape = (body: { data: object }) => Object.keys(body.data).sort();
    expect(shape(known.body)).toEqual(shape(unknown.body));
    const proof = await verify(known.body.data, await codeTo('member@stories.test')).expect(200);
    const pass = proof.body.data.token;
    const stefan = {
      firstName: 'Stefan',
      lastName: 'IONESCU',
      dateOfBirth: '1980-02-03',
      language: 'ro',
    };
    const before = await count('patients');
    const own = await book(pass, dayAhead(7, '12:00'), stefan).expect(201);
    expect(await count('patients')).toBe(before);
    const other = await book(pass, dayAhead(7, '13:00'), {
      ...stefan,
      dateOfBirth: '1980-02-04',
    }).expect(201);
    expect(await count('patients')).toBe(before + 1);
    expect(shape(own.body)).toEqual(shape(other.body));
    const mine = await request(server())
      .get('/api/scheduling/bookings')
      .set('Authorization', `Bearer ${await signIn(server(), 'member')}`)
      .expect(200);
    expect(mine.body.data.map((visit: { documentId: string }) => visit.documentId)).toEqual([
      own.body.data.documentId,
    ]);
  });

  test('cannot guess a code: five wrong ones and it is dead, whichever process they reach', async () => {
    const { body } = await ask('guessed@guests.test').expect(202);
    const code = await codeTo('guessed@guests.test');
    const tries = await Promise.all(
      Array.from({ length: 12 }, (_, n) => verify(body.data, wrongOf(code), server(n % 2))),
    );
    const codes = tries.map((answer) => answer.body.error.code);
    expect(codes.filter((name) => name === 'CODE_WRONG')).toHaveLength(4);
    expect(codes.filter((name) => name === 'CODE_EXPIRED')).toHaveLength(8);
    const late = await verify(body.data, code).expect(400);
    expect(late.body.error.code).toBe('CODE_EXPIRED');
    const again = await ask('guessed@guests.test').expect(202);
    await verify(again.body.data, await codeTo('guessed@guests.test', 2)).expect(200);
  });

  test('uses a code once, also when it is sent many times at the same moment', async () => {
    const { body } = await ask('once@guests.test').expect(202);
    const code = await codeTo('once@guests.test');
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, n) => verify(body.data, code, server(n % 2))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400, 400]);
    await verify({ request: 'never-asked' }, code).expect(400);
  });

  test('gets five codes an hour to one address, and the code is nowhere in clear', async () => {
    for (let n = 0; n < 5; n++) await ask('many@guests.test').expect(202);
    const refused = await ask('Many@Guests.test').expect(429);
    expect(refused.body.error.code).toBe('TOO_MANY_CODES');
    await ask('other@guests.test').expect(202);
    const code = await codeTo('other@guests.test');
    const { rows } = await clinic.db.query(
      `select (select string_agg(g::text, ' ') from guest_codes g) || coalesce((select string_agg(j.data::text, ' ')
         from pgboss.job j where j.name = 'reminders.codes'), '') as stored`,
    );
    expect(rows[0].stored).not.toContain(code);
    expect(rows[0].stored).not.toContain('guests.test');
  });

  test('cannot run up the clinic’s bill: text messages have a ceiling for all together, and a line in the log', async () => {
    const texting = await clinic.startCms({
      TWILIO_ACCOUNT_SID: 'AC0',
      TWILIO_AUTH_TOKEN: 'token',
      TWILIO_FROM: '+15551234567',
      TWILIO_BASE_URL: 'http://127.0.0.1:9',
      GUEST_SMS_PER_HOUR: '3',
    });
    const text = (nth: number) =>
      request(texting.url)
        .post('/api/access/guest/codes')
        .send({ mobileNumber: `+4072200000${nth}`, language: 'en' });
    const answers = await Promise.all(Array.from({ length: 6 }, (_, nth) => text(nth)));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 202, 202, 429, 429, 429]);
    const refused = await text(9).expect(429);
    expect(refused.body.error.code).toBe('TOO_MANY_TEXTS');
    expect(refused.body.error.message).toContain('e-mail');
    expect(texting.log().match(/more than 3 codes by text message/g)).toHaveLength(1);
    expect(texting.log()).not.toContain('4072200000');
    await ask('still@guests.test', texting.url).expect(202);
    const { rows } = await clinic.db.query(
      `select count(*)::int as n from guest_codes where channel = 'sms'`,
    );
    expect(rows[0].n).toBe(3);
    await end(texting.process);
  });

  test('leaves no record behind when the time is taken, and is offered others', async () => {
    const token = await passFor('late@guests.test');
    await book(token, dayAhead(8, '09:00')).expect(201);
    const before = await count('patients');
    const refused = await book(token, dayAhead(8, '09:00'), { ...ana, firstName: 'Late' });
    expect(refused.status).toBe(409);
    expect(refused.body.error).toMatchObject({ code: 'SLOT_TAKEN' });
    expect(refused.body.error.details.alternatives).toHaveLength(3);
    expect(await count('patients')).toBe(before);
    const faulty = await book(token, dayAhead(8, '10:00'), { ...ana, dateOfBirth: '2990-01-01' });
    expect(faulty.status).toBe(400);
    expect(faulty.body.error.details.fields[0].field).toBe('dateOfBirth');
    expect(await count('patients')).toBe(before);
  });

  test('books the time that was held, also when a rival asks for it', async () => {
    const start = dayAhead(8, '14:00');
    const held = await request(server())
      .post('/api/scheduling/holds')
      .send({
        appointmentType: idOf('Guest check'),
        location: idOf('Guest place'),
        practitioner: idOf('Gina'),
        start,
      })
      .expect(201);
    const rival = await passFor('rival@guests.test');
    await book(rival, start, { ...ana, firstName: 'Rival' }).expect(409);
    const token = await passFor('holder@guests.test');
    const send = () =>
      request(server())
        .post('/api/scheduling/guest/bookings')
        .set('Authorization', `Guest ${token}`)
        .send({ booking: { hold: held.body.data.id }, patient: ana });
    const booked = await send().expect(201);
    expect(Date.parse(booked.body.data.start)).toBe(Date.parse(start));
    await send().expect(409);
  });

  test('books once when the same press arrives twice, and six visits with one code at most', async () => {
    const token = await passFor('twice@guests.test');
    const send = () => book(token, dayAhead(9, '09:00')).set('Idempotency-Key', 'one-press');
    const before = await count('patients');
    const [one, two] = await Promise.all([send(), send()]);
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(two.body.data.documentId).toBe(one.body.data.documentId);
    expect(await count('patients')).toBe(before + 1);
    for (const time of ['10:00', '10:30', '11:00', '11:30', '12:00'])
      await book(token, dayAhead(9, time)).expect(201);
    const refused = await book(token, dayAhead(9, '12:30')).expect(429);
    expect(refused.body.error.code).toBe('TOO_MANY_BOOKINGS');
  });

  // The last story: processes of another time take up messages too.
  test('finds code and pass run out by the clinic’s clock', async () => {
    const later = async (minutes: number) =>
      (
        await clinic.startCms({
          CLOCK_START: new Date(Date.now() + minutes * minute).toISOString(),
        })
      ).url;
    const { body } = await ask('slow@guests.test').expect(202);
    const code = await codeTo('slow@guests.test');
    const expired = await verify(body.data, code, await later(10.5)).expect(400);
    expect(expired.body.error.code).toBe('CODE_EXPIRED');
    const proof = await verify(body.data, code).expect(200);
    const before = await count('patients');
    await book(proof.body.data.token, dayAhead(10, '09:00'), ana, await later(31)).expect(401);
    await book('x'.repeat(60), dayAhead(10, '09:00')).expect(401);
    expect(await count('patients')).toBe(before);
    await book(proof.body.data.token, dayAhead(10, '09:00')).expect(201);
  });
});
