import { signClient } from '@enamel/kernel/client';
import request from 'supertest';
import { type Clinic, openClinic, secrets } from '../../tests/support/clinic.ts';
import { codeOf } from '../../tests/support/factors.ts';
import { password, patientToken, staffWith } from '../../tests/support/people.ts';

const minute = 60_000;

describe('a second step at sign-in', () => {
  let clinic: Clinic;
  beforeAll(async () => {
    clinic = await openClinic();
  });
  afterAll(() => clinic.close());

  const post = (path: string, body: object, jwt?: string, url = clinic.url) => {
    const sent = request(url).post(path).send(body);
    return jwt ? sent.set('Authorization', `Bearer ${jwt}`) : sent;
  };
  const signIn = (email: string, device?: string) =>
    post('/api/auth/local', { identifier: email, password, device });
  const challengeOf = async (email: string): Promise<string> =>
    (await signIn(email).expect(401)).body.error.details.challenge;
  const answer = (challenge: string, code: string, way = 'totp', url = clinic.url) =>
    post('/api/access/sign-in/code', { challenge, way, code }, undefined, url);
  const sessions = async (): Promise<number> =>
    (await clinic.db.query('select count(*)::int as n from access_sessions')).rows[0].n;

  /** Somebody whose app and recovery codes are set up. */
  const withApp = async (email: string) => {
    const jwt = await patientToken(clinic, email);
    const begun = await post('/api/access/factors/totp', { password }, jwt).expect(200);
    const { key, setUp } = begun.body.data;
    // The step before this one: the next codes are still to come.
    const done = await post(
      '/api/access/factors/totp/confirm',
      { setUp, code: codeOf(key, -1) },
      jwt,
    ).expect(200);
    return { jwt, key: key as string, codes: done.body.data.recoveryCodes as string[] };
  };

  test('is set up with the password and a first code; its key and codes are not kept as they are', async () => {
    const jwt = await patientToken(clinic, 'set-up@example.com');
    const refused = await post('/api/access/factors/totp', { password: 'not it' }, jwt).expect(400);
    expect(refused.body.error.details.fields[0].field).toBe('password');
    const { body } = await post('/api/access/factors/totp', { password }, jwt).expect(200);
    const { key, setUp, address, picture } = body.data;
    expect(address).toContain(`secret=${key}`);
    expect(picture.path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
    const wrong = await post(
      '/api/access/factors/totp/confirm',
      { setUp, code: '000000' },
      jwt,
    ).expect(400);
    expect(wrong.body.error.code).toBe('FACTOR_CODE_WRONG');
    const done = await post(
      '/api/access/factors/totp/confirm',
      { setUp, code: codeOf(key) },
      jwt,
    ).expect(200);
    expect(new Set(done.body.data.recoveryCodes).size).toBe(10);
    const again = { setUp, code: codeOf(key, 1) };
    expect((await post('/api/access/factors/totp/confirm', again, jwt)).body.error.code).toBe(
      'STEP_OVER',
    );
    const { rows } = await clinic.db.query(
      `select encode(secret, 'escape') as kept from access_factors`,
    );
    expect(rows).toHaveLength(11);
    for (const secret of [key, ...done.body.data.recoveryCodes])
      expect(rows.some(({ kept }) => kept.includes(secret))).toBe(false);
    const { body: own } = await request(clinic.url)
      .get('/api/access/factors')
      .set('Authorization', `Bearer ${jwt}`)
      .expect(200);
    expect(own.data).toEqual({
      totp: { id: expect.any(String), name: null, madeAt: expect.any(String), usedAt: null },
      passkeys: [],
      recoveryCodes: 10,
    });
  });

  test('stands between the password and the session', async () => {
    const { key } = await withApp('two-steps@example.com');
    const before = await sessions();
    const half = await signIn('two-steps@example.com').expect(401);
    expect(half.body.error).toMatchObject({
      code: 'SECOND_FACTOR_NEEDED',
      details: { ways: ['totp', 'recovery-code'] },
    });
    expect(JSON.stringify(half.body)).not.toContain('jwt');
    expect(await sessions()).toBe(before);
    const { challenge } = half.body.error.details;
    const wrong = await answer(challenge, '123456').expect(400);
    expect(wrong.body.error.code).toBe('FACTOR_CODE_WRONG');
    expect(await sessions()).toBe(before);
    const entered = await answer(challenge, codeOf(key)).expect(200);
    expect(entered.body).toMatchObject({
      jwt: expect.any(String),
      user: { email: 'two-steps@example.com' },
    });
    expect(await sessions()).toBe(before + 1);
  });

  test('takes a code once, and a challenge once', async () => {
    const { key } = await withApp('once@example.com');
    const challenge = await challengeOf('once@example.com');
    const code = codeOf(key);
    const both = await Promise.all([answer(challenge, code), answer(challenge, code)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect((await answer(await challengeOf('once@example.com'), code)).status).toBe(400);
    const used = await answer(challenge, codeOf(key, 1)).expect(401);
    expect(used.body.error.code).toBe('STEP_OVER');
  });

  test('a challenge is over after five minutes, and is nobody else’s', async () => {
    const { key } = await withApp('late@example.com');
    const challenge = await challengeOf('late@example.com');
    const later = await clinic.startCms({
      CLOCK_START: new Date(Date.now() + 5.2 * minute).toISOString(),
    });
    expect((await answer(challenge, codeOf(key, 10), 'totp', later.url)).body.error.code).toBe(
      'STEP_OVER',
    );
    const bytes = Buffer.from(challenge, 'base64url');
    for (const at of [0, 20, bytes.length - 1]) {
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect((await answer(altered.toString('base64url'), codeOf(key))).status).toBe(401);
    }
    await withApp('other@example.com');
    const foreign = await challengeOf('other@example.com');
    expect((await answer(foreign, codeOf(key))).status).toBe(400);
  });

  test('a recovery code stands in once, however it is typed', async () => {
    const { codes, jwt } = await withApp('recovery@example.com');
    const typed = ` ${codes[0]?.toUpperCase().replace('-', ' ')} `;
    const first = await challengeOf('recovery@example.com');
    await answer(first, typed, 'recovery-code').expect(200);
    const second = await challengeOf('recovery@example.com');
    await answer(second, typed, 'recovery-code').expect(400);
    const made = await post('/api/access/factors/recovery-codes', { password }, jwt).expect(200);
    await answer(second, codes[1] ?? '', 'recovery-code').expect(400);
    await answer(second, made.body.data.recoveryCodes[9], 'recovery-code').expect(200);
  });

  test('a challenge that was answered uses up no recovery code', async () => {
    const { codes } = await withApp('burned@example.com');
    const challenge = await challengeOf('burned@example.com');
    await answer(challenge, codes[0] ?? '', 'recovery-code').expect(200);
    await answer(challenge, codes[1] ?? '', 'recovery-code').expect(401);
    const next = await challengeOf('burned@example.com');
    await answer(next, codes[1] ?? '', 'recovery-code').expect(200);
  });

  test('guessing codes has pauses, and recovery codes stay open meanwhile', async () => {
    const { key, codes } = await withApp('guess@example.com');
    const challenge = await challengeOf('guess@example.com');
    const tries = await Promise.all(Array.from({ length: 20 }, () => answer(challenge, '000000')));
    expect(tries.map(({ status }) => status).sort()).toEqual([
      ...Array(5).fill(400),
      ...Array(15).fill(429),
    ]);
    expect((await answer(challenge, codeOf(key))).status).toBe(429);
    await answer(challenge, codes[0] ?? '', 'recovery-code').expect(200);
  });

  test('is removed with the password, and takes its recovery codes along', async () => {
    const { jwt } = await withApp('remove@example.com');
    const { body } = await request(clinic.url)
      .get('/api/access/factors')
      .set('Authorization', `Bearer ${jwt}`);
    const path = `/api/access/factors/${body.data.totp.id}/remove`;
    await post(path, { password: 'not it' }, jwt).expect(400);
    const told = await clinic.db.query(
      `select e.action from audit_entries e join up_users u on u.id::text = e.subject_id
       where u.email = 'remove@example.com' and e.subject = 'patient-account' order by e.id desc limit 1`,
    );
    expect(told.rows).toEqual([{ action: 'second-step.refused' }]);
    const stranger = await patientToken(clinic, 'stranger@example.com');
    await post(path, { password }, stranger).expect(404);
    await signIn('remove@example.com').expect(401);
    await post(path, { password }, jwt).expect(200);
    await signIn('remove@example.com').expect(200);
    const { rows } = await clinic.db.query(
      `select count(*)::int as n from access_factors f join up_users u on u.id::text = f.user_id where u.email = 'remove@example.com'`,
    );
    expect(rows[0].n).toBe(0);
    await post('/api/access/factors/recovery-codes', { password }, jwt).expect(409);
  });

  test('a key moved to another account opens nothing there', async () => {
    const thief = await withApp('thief@example.com');
    await withApp('victim@example.com');
    const idOf = (who: string) =>
      `(select id::text from up_users where email = '${who}@example.com')`;
    const keyOf = (who: string) =>
      `(select concat_ws(' ', origin, user_id, id) from access_factors where kind = 'totp' and user_id = ${idOf(who)})`;
    const refused = async () => {
      const { status } = await answer(await challengeOf('victim@example.com'), codeOf(thief.key));
      expect(status).toBe(400);
    };
    await clinic.db.query(
      `update sealed_fields set sealed = (select sealed from sealed_fields where record = ${keyOf('thief')})
       where record = ${keyOf('victim')}`,
    );
    await refused();
    await clinic.db.query(
      `delete from access_factors where kind = 'totp' and user_id = ${idOf('victim')}`,
    );
    await clinic.db.query(
      `update access_factors set user_id = ${idOf('victim')} where kind = 'totp' and user_id = ${idOf('thief')}`,
    );
    await refused();
  });

  test('no way of Strapi’s hands a session to staff without it', async () => {
    const email = await staffWith(clinic, 'location-admin');
    const set = `insert into access_factors (id, origin, user_id, kind, secret, handle, made_at)
      select 'a0a0a0a0a0a0a0a0a0a0a0a0', 'admin', id::text, 'passkey', 'x', 'handle', now() from admin_users where email = $1`;
    await clinic.db.query(set, [email]);
    const before = await sessions();
    const half = await post('/admin/login', { email, password }).expect(401);
    expect(half.body.error).toMatchObject({
      code: 'SECOND_FACTOR_NEEDED',
      details: { ways: ['passkey'], challenge: expect.any(String) },
    });
    expect(half.headers['set-cookie']).toBeUndefined();
    expect(await sessions()).toBe(before);
    const { rows } = await clinic.db.query(
      `select action from audit_entries where action like 'session.%' order by id desc limit 1`,
    );
    expect(rows[0].action).toBe('session.challenged');
  });
});

describe('failures at sign-in', () => {
  let clinic: Clinic;
  beforeAll(async () => {
    clinic = await openClinic();
    await patientToken(clinic, 'ana@example.com');
  });
  afterAll(() => clinic.close());

  const attempt = (identifier: string, word: string, address: string, device?: string) =>
    request(clinic.url)
      .post('/api/auth/local')
      .set('X-Enamel-Client', signClient(address, secrets.PORTAL_SECRET ?? ''))
      .send({ identifier, password: word, device });
  const failures = async (): Promise<number[]> =>
    (await clinic.db.query('select failures from access_attempts order by failures')).rows.map(
      (row) => row.failures,
    );

  test('sound alike for a wrong password, an unknown address and a pause', async () => {
    const bodies = new Set<string>();
    for (let n = 0; n < 8; n++)
      for (const who of ['ana@example.com', 'nobody@example.com']) {
        const { status, body } = await attempt(who, 'wrong', '198.51.100.1');
        bodies.add(JSON.stringify([status, body]));
      }
    const paused = await attempt('ana@example.com', password, '198.51.100.1');
    bodies.add(JSON.stringify([paused.status, paused.body]));
    expect([...bodies]).toHaveLength(1);
    expect(paused.body.error.code).toBe('CREDENTIALS_WRONG');
  });

  test('take about as long for an unknown address, a known one and a pause', async () => {
    const elsewhere = (n: number) => `198.51.100.${20 + n}`;
    const kinds = [
      { who: 'ana@example.com', from: elsewhere },
      { who: 'nobody@example.com', from: elsewhere },
      { who: 'ana@example.com', from: () => '198.51.100.1' },
    ];
    const times = kinds.map(() => Number.POSITIVE_INFINITY);
    // In turn: whatever else the machine does, it does to all of them.
    for (let n = 0; n < 8; n++)
      for (const [at, { who, from }] of kinds.entries()) {
        const began = performance.now();
        await attempt(who, 'wrong', from(n)).expect(400);
        times[at] = Math.min(times[at] ?? 0, performance.now() - began);
      }
    // Without the comparison an answer takes a tenth.
    expect(Math.max(...times) / Math.min(...times)).toBeLessThan(4);
  });

  test('of one network slow neither another network nor a browser that was signed in before', async () => {
    await clinic.db.query(
      "update access_attempts set until = now() + interval '1 minute' where until is not null",
    );
    const elsewhere = await attempt('ana@example.com', password, '203.0.113.5').expect(200);
    const { device } = elsewhere.body;
    await attempt('ana@example.com', password, '198.51.100.1').expect(400);
    await attempt('ana@example.com', password, '198.51.100.1', device).expect(200);
    for (const odd of [
      [...device].reverse().join(''),
      'x',
      Buffer.from('{}').toString('base64url'),
    ])
      await attempt('ana@example.com', password, '198.51.100.1', odd).expect(400);
  });

  test('from everywhere at once are a hundred, and the owner’s browser is still let in', async () => {
    const { body } = await attempt('ana@example.com', password, '203.0.113.6').expect(200);
    const key = `(select key from access_attempts where forget_at < now() + interval '2 hours')`;
    await clinic.db.query(
      `update access_attempts set failures = 100, until = now() + interval '30 seconds' where key in ${key}`,
    );
    await attempt('ana@example.com', password, '203.0.113.7').expect(400);
    await attempt('ana@example.com', password, '203.0.113.7', body.device).expect(200);
    await clinic.db.query('delete from access_attempts');
  });

  test('at once are not more than those one after the other', async () => {
    await Promise.all(
      Array.from({ length: 30 }, () => attempt('ana@example.com', 'wrong', '192.0.2.9')),
    );
    expect(await failures()).toEqual([5, 5]);
    await clinic.db.query("update access_attempts set until = now() - interval '1 second'");
    await attempt('ana@example.com', password, '192.0.2.9').expect(200);
    expect(await failures()).toEqual([5]);
  });

  test('of staff follow the same rules', async () => {
    const email = await staffWith(clinic, 'front-desk');
    const enter = (word: string, cookie = '') =>
      request(clinic.url)
        .post('/admin/login')
        .set('Cookie', cookie)
        .send({ email, password: word });
    const entered = await enter(password).expect(200);
    const device = (entered.headers['set-cookie'] as unknown as string[])
      .find((line) => line.startsWith('enamel_device='))
      ?.split(';')[0];
    const words = new Set<string>();
    for (let n = 0; n < 7; n++) {
      const { body, status } = await enter('wrong');
      words.add(JSON.stringify([status, body]));
    }
    const paused = await enter(password);
    words.add(JSON.stringify([paused.status, paused.body]));
    expect([...words]).toHaveLength(1);
    await enter(password, device).expect(200);
  });
});
