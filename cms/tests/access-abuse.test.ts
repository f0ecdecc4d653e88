import { createHmac } from 'node:crypto';
import { connect } from 'node:net';
import { io } from 'socket.io-client';
import request from 'supertest';
import { type Clinic, openClinic, secrets } from '../../tests/support/clinic.ts';
import { type MailServer, startMailServer } from '../../tests/support/mail.ts';
import { confirmAddress, password, staffToken } from '../../tests/support/people.ts';
import { addLocation, idOf, weekdays } from '../../tests/support/schedule.ts';

const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
/** A token made by hand. */
const forged = (header: object, content: object, secret: string) => {
  const text = `${part(header)}.${part(content)}`;
  return `${text}.${secret && createHmac('sha256', secret).update(text).digest('base64url')}`;
};
const contentOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

/** An hour of a Wednesday that lies two weeks ahead. */
const ahead = (hour: number) => {
  const date = new Date(Date.now() + 14 * 86_400_000);
  date.setUTCDate(date.getUTCDate() + ((3 - date.getUTCDay() + 7) % 7));
  return `${date.toISOString().slice(0, 10)}T${String(hour).padStart(2, '0')}:00:00Z`;
};

describe('whoever means harm', () => {
  let clinic: Clinic;
  let mail: MailServer;
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    mail = await startMailServer();
    clinic = await openClinic({ variables: { SMTP_URL: mail.url, REMINDER_TICK_SECONDS: '1' } });
    await addLocation(clinic.db, 'Abuse place', {
      zone: 'UTC',
      chairs: 2,
      practitioners: [
        { name: 'Gina', hours: weekdays.map((day) => [day, '08:00', '18:00'] as const) },
      ],
      types: [{ name: 'Abuse check', duration: 30 }],
    });
    tokens.super = await staffToken(clinic, 'strapi-super-admin');
  });
  afterAll(async () => {
    await clinic.close();
    await mail.stop();
  });

  const register = (changes: object = {}) =>
    request(clinic.url)
      .post('/api/access/register')
      .send({
        firstName: 'Ana',
        lastName: 'Pop',
        email: 'ana@abuse.test',
        password,
        language: 'en',
        ...changes,
      });
  const book = (token: string, start: string, changes: object = {}) =>
    request(clinic.url)
      .post('/api/scheduling/bookings')
      .auth(token, { type: 'bearer' })
      .send({
        appointmentType: idOf('Abuse check'),
        location: idOf('Abuse place'),
        practitioner: idOf('Gina'),
        start,
        ...changes,
      });
  const count = async (table: string): Promise<number> =>
    (await clinic.db.query(`select count(*)::int as n from ${table}`)).rows[0].n;

  test.each([
    'Win a prize at https://evil.example',
    'www.evil.example',
    'Visit evil.example now',
    'Ana\n\nYour account is blocked, call 0900',
    '<b>Ana</b>',
    'Ana\u2028Pop',
    'ana@evil.example',
  ])('no stranger gets %j as a name into the clinic’s mails', async (name) => {
    const [patients, accounts] = [await count('patients'), await count('up_users')];
    for (const field of ['firstName', 'lastName']) {
      const { body } = await register({ [field]: name }).expect(400);
      expect(body.error.details.fields[0].field).toBe(field);
    }
    expect([await count('patients'), await count('up_users')]).toEqual([patients, accounts]);
    expect(mail.to('ana@abuse.test')).toEqual([]);
  });

  test('names of people are names', async () => {
    for (const [nth, name] of ['Ștefan-Ion', 'O’Neill, Jr.', 'J. R. R.', 'Łukasz (Luc)'].entries())
      await register({ firstName: name, email: `name-${nth}@abuse.test` }).expect(201);
  });

  test('the clinic’s words about a cancelled visit are mailed, a stranger’s are not', async () => {
    const { jwt } = (await register({ email: 'victim@abuse.test' }).expect(201)).body;
    await confirmAddress(clinic, 'victim@abuse.test');
    const own = (await book(jwt, ahead(9)).expect(201)).body.data.documentId;
    await request(clinic.url)
      .post(`/api/scheduling/bookings/${own}/cancel`)
      .auth(jwt, { type: 'bearer' })
      .send({ reason: 'Claim your refund at https://evil.example' })
      .expect(200);
    const told = await mail.waitFor('victim@abuse.test', ({ subject }) => /cancel/.test(subject));
    expect(`${told.text}${told.html}`).not.toMatch(/evil|refund/);
    const other = (await book(jwt, ahead(11)).expect(201)).body.data.documentId;
    await request(clinic.url)
      .post(`/scheduling/appointments/${other}/status`)
      .auth(tokens.super ?? '', { type: 'bearer' })
      .send({ to: 'cancelled', reason: 'The chair is broken' })
      .expect(200);
    const clinics = await mail.waitFor(
      'victim@abuse.test',
      ({ subject, text }) => /cancel/.test(subject) && text.includes('The chair is broken'),
    );
    expect(clinics.text).toContain('The chair is broken');
  });

  test('a booking takes from the caller what a booking asks for, and nothing else', async () => {
    const { jwt, patient } = (await register({ email: 'mass@abuse.test' }).expect(201)).body;
    await confirmAddress(clinic, 'mass@abuse.test');
    const stranger = { patient: 'somebody-else' };
    await book(jwt, ahead(13), stranger).expect(404);
    const { body } = await book(jwt, ahead(13), {
      status: 'completed',
      overbooked: true,
      price: 0,
      notes: 'mine',
      bookedVia: 'desk',
      duration: 720,
    }).expect(201);
    const { rows } = await clinic.db.query(
      `select a.status, a.overbooked, a.notes, p.document_id, a.booked_via,
         extract(epoch from a.ends_at - a.starts_at)::int / 60 as minutes
       from appointments a join appointments_patient_lnk l on l.appointment_id = a.id
       join patients p on p.id = l.patient_id where a.document_id = $1`,
      [body.data.documentId],
    );
    expect(rows).toEqual([
      {
        status: 'confirmed',
        overbooked: false,
        notes: null,
        document_id: patient.documentId,
        booked_via: 'portal',
        minutes: 30,
      },
    ]);
  });

  test('a token serves the one purpose it was made for', async () => {
    const { jwt, refreshToken } = (await register({ email: 'token@abuse.test' }).expect(201)).body;
    const ask = async (path: string, token: string) =>
      (await request(clinic.url).get(path).auth(token, { type: 'bearer' })).status;
    const content = contentOf(jwt);
    const hs256 = { alg: 'HS256', typ: 'JWT' };
    const { JWT_SECRET = '', ADMIN_JWT_SECRET = '' } = secrets;
    expect(await ask('/api/access/me', jwt)).toBe(200);
    expect(await ask('/api/access/me', forged(hs256, content, JWT_SECRET))).toBe(200);
    const past = { ...content, iat: content.iat - 9000, exp: content.iat - 8000 };
    const secret = Buffer.from(ADMIN_JWT_SECRET).toString('base64url');
    for (const token of [
      refreshToken,
      forged({ alg: 'none', typ: 'JWT' }, content, ''),
      forged({ alg: 'None' }, content, ''),
      forged({ ...hs256, jwk: { kty: 'oct', k: secret } }, content, ADMIN_JWT_SECRET),
      forged({ ...hs256, kid: '../../dev/null' }, content, ''),
      forged(hs256, content, ADMIN_JWT_SECRET),
      forged({ alg: 'HS384', typ: 'JWT' }, content, JWT_SECRET),
      forged(hs256, past, JWT_SECRET),
      forged(hs256, { ...content, sessionId: 'f'.repeat(32) }, JWT_SECRET),
      forged(hs256, { ...content, type: 'refresh' }, JWT_SECRET),
    ])
      expect([401, 403]).toContain(await ask('/api/access/me', token));
    for (const path of ['/admin/users/me', '/access/patients', '/api/patients'])
      for (const token of [jwt, refreshToken, forged(hs256, content, ADMIN_JWT_SECRET)])
        expect([401, 403]).toContain(await ask(path, token));
    expect(await ask('/api/access/me', tokens.super ?? '')).toBe(403);
    const traded = await request(clinic.url).post('/api/auth/refresh').send({ refreshToken: jwt });
    expect(traded.status).toBe(401);
  });

  test('reading changes nothing, whoever reads and whatever the address', async () => {
    const { jwt } = (await register({ email: 'reader@abuse.test' }).expect(201)).body;
    await confirmAddress(clinic, 'reader@abuse.test');
    const visit = (await book(jwt, ahead(15)).expect(201)).body.data.documentId;
    const { body } = await request(clinic.url)
      .get('/users-permissions/routes')
      .auth(tokens.super ?? '', { type: 'bearer' })
      .expect(200);
    const paths = (Object.values(body.routes).flat() as { method: string; path: string }[])
      .filter(({ method, path }) => method === 'GET' && !/\/connect\/|\*/.test(path))
      .map(({ path }) => (path.startsWith('/api') ? path : `/api${path}`))
      .flatMap((path) => [visit, 'nothing'].map((id) => path.replaceAll(/:\w+/g, id)));
    const everything = async () => {
      const kept: Record<string, string> = {};
      for (const table of [
        'patients',
        'appointments',
        'time_claims',
        'holds',
        'wait_list_entries',
        'invoices',
        'payments',
        'questionnaire_responses',
        'up_users',
        'admin_users',
      ])
        kept[table] = (
          await clinic.db.query(
            `select md5(string_agg(t::text, ',' order by t::text)) from ${table} t`,
          )
        ).rows[0].md5;
      return kept;
    };
    const before = await everything();
    expect(paths.length).toBeGreaterThan(60);
    for (const path of paths)
      for (const token of ['', jwt, tokens.super ?? '']) {
        const answer = await request(clinic.url)
          .get(path)
          .set(token ? { Authorization: `Bearer ${token}` } : {});
        expect([path, answer.status < 500]).toEqual([path, true]);
      }
    expect(await everything()).toEqual(before);
  }, 60_000);

  test('lists and objects where a text belongs open nothing', async () => {
    for (const path of ['/api/auth/local', '/admin/login'])
      for (const odd of [{ $ne: null }, ['ana@abuse.test'], true, 1, null]) {
        const body = { identifier: odd, email: odd, password: { $ne: null } };
        expect((await request(clinic.url).post(path).send(body)).status).toBe(400);
      }
    for (const query of ['location=a&location=b', 'location[$ne]=x', 'location[__proto__][a]=1'])
      expect(
        (
          await request(clinic.url).get(
            `/api/scheduling/slots?appointmentType=a&from=2027-01-04&${query}`,
          )
        ).status,
      ).toBe(400);
    const polluted = await request(clinic.url)
      .post('/api/access/register')
      .set('Content-Type', 'application/json')
      .send('{"__proto__":{"confirmed":true},"firstName":"A","lastName":"B","language":"en"}');
    expect(polluted.status).toBe(400);
  });

  test('answers about staff are kept by no cache', async () => {
    for (const path of ['/admin/users/me', '/admin/users/me/permissions', '/access/patients']) {
      const { headers } = await request(clinic.url)
        .get(path)
        .auth(tokens.super ?? '', { type: 'bearer' })
        .expect(200);
      expect([path, headers['cache-control']]).toEqual([path, 'no-store']);
    }
  });

  test('an invoice is a file whatever the clinic’s numbers begin with', async () => {
    await clinic.db.query('alter table invoices disable trigger user');
    const { rows } = await clinic.db.query(
      `update invoices set number = 'ȘC"; x="' || id where id = (select min(id) from invoices) returning document_id`,
    );
    const { headers } = await request(clinic.url)
      .get(`/billing/invoices/${rows[0].document_id}/pdf`)
      .auth(tokens.super ?? '', { type: 'bearer' })
      .expect(200);
    expect(headers['content-type']).toBe('application/pdf');
    expect(headers['content-disposition']).toMatch(
      /^inline; filename="\?C\\"; x=\\"\d+\.pdf"; filename\*=UTF-8''/,
    );
  });

  test('a body beyond a megabyte is refused', async () => {
    const long = await register({ firstName: 'A'.repeat(2 * 1024 * 1024) });
    expect(long.status).toBe(413);
  });

  /** All that the server says to bytes as they are. */
  const say = (text: string) =>
    new Promise<string>((resolve) => {
      const { hostname, port } = new URL(clinic.url);
      let heard = '';
      const socket = connect(Number(port), hostname, () => socket.write(text));
      socket.setTimeout(3000, () => socket.destroy());
      socket.on('data', (chunk) => {
        heard += chunk;
      });
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(heard));
    });

  test('a request that could be read as two is none', async () => {
    const hidden = 'GET /api/locations HTTP/1.1\r\nHost: a\r\n\r\n';
    const head = 'POST /api/auth/local HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';
    for (const body of [
      `Content-Length: ${hidden.length + 5}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
      `Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${hidden}`,
      `Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${hidden}`,
      `Content-Length: 0\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`,
    ]) {
      const heard = await say(head + body);
      expect(heard.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 400']);
    }
  });

  test('folders are not listed, and nobody signs in by way of another site', async () => {
    for (const path of ['/uploads', '/uploads/', '/uploads/../', '/admin/../../package.json']) {
      const heard = await say(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
      expect([path, heard.slice(9, 12)]).toEqual([path, expect.stringMatching(/^40[34]$/)]);
    }
    for (const provider of ['google', 'email', 'auth0'])
      for (const query of ['', '?callback=https://evil.example', '?access_token=x']) {
        const { status, headers } = await request(clinic.url)
          .get(`/api/connect/${provider}${query}`)
          .redirects(0);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(headers.location).toBeUndefined();
      }
  });

  test('the line of the calendar opens to no page of another site, and ends with the session', async () => {
    const token = await staffToken(clinic, 'front-desk');
    const line = (origin?: string) =>
      io(clinic.url, {
        path: '/scheduling/live',
        auth: { token },
        reconnection: false,
        transports: ['websocket'],
        ...(origin ? { extraHeaders: { origin } } : {}),
      });
    const outcome = (socket: ReturnType<typeof io>) =>
      new Promise<string>((resolve) => {
        socket.on('connect', () => resolve('open'));
        socket.on('connect_error', () => resolve('refused'));
      });
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1']) {
      const socket = line(origin);
      expect([origin, await outcome(socket)]).toEqual([origin, 'refused']);
      socket.close();
    }
    const own = line(clinic.url);
    expect(await outcome(own)).toBe('open');
    const ended = new Promise<string>((resolve) => {
      own.on('disconnect', resolve);
    });
    await clinic.db.query('delete from access_sessions where id = $1', [
      contentOf(token).sessionId,
    ]);
    expect(await ended).toBe('io server disconnect');
  }, 40_000);

  test('a password counts exactly as it was typed, for as long as its owner keeps it', async () => {
    const typed = '  Ünter den Linden 2026 🦷 ';
    await register({ email: 'exact@abuse.test', password: typed }).expect(201);
    await clinic.db.query(
      `update up_users set created_at = created_at - interval '5 years', updated_at = updated_at - interval '5 years'
       where email = 'exact@abuse.test'`,
    );
    const enter = async (tried: string) =>
      (
        await request(clinic.url)
          .post('/api/auth/local')
          .send({ identifier: 'exact@abuse.test', password: tried })
      ).status;
    expect(await enter(typed)).toBe(200);
    for (const other of [typed.trim(), typed.toLowerCase(), typed.slice(0, 20), `${typed} `])
      expect([400, 401]).toContain(await enter(other));
    await register({
      email: 'long@abuse.test',
      password: 'a phrase of 64 '.repeat(5).slice(0, 64),
    }).expect(201);
  });

  test('passwords are kept as bcrypt hashes that cost something', async () => {
    await register({ email: 'kept@abuse.test' }).expect(201);
    const { rows } = await clinic.db.query(
      `select password from up_users where email = 'kept@abuse.test'`,
    );
    expect(rows[0].password).toMatch(/^\$2[aby]\$(1\d)\$/);
  });

  test('a fault of ours tells nothing of how we are built', async () => {
    await clinic.db.query('alter table locations rename to elsewhere');
    try {
      const { status, body, text } = await request(clinic.url).get('/api/locations');
      expect(status).toBe(500);
      expect(body.error).toMatchObject({ status: 500, code: 'INTERNAL' });
      expect(text).not.toMatch(/locations|relation|select|postgres|node_modules|\.ts|\.js/i);
    } finally {
      await clinic.db.query('alter table elsewhere rename to locations');
    }
  });
});
