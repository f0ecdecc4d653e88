import request from 'supertest';
import { authenticator } from '../../tests/support/authenticator.ts';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { password, patientToken } from '../../tests/support/people.ts';

const site = 'http://localhost:4321';

describe('a passkey', () => {
  let clinic: Clinic;
  beforeAll(async () => {
    clinic = await openClinic({ variables: { PORTAL_URL: site } });
  });
  afterAll(() => clinic.close());

  const post = (path: string, body: object, jwt?: string) => {
    const sent = request(clinic.url).post(`/api${path}`).send(body);
    return jwt ? sent.set('Authorization', `Bearer ${jwt}`) : sent;
  };
  const beginSetUp = async (jwt: string) =>
    (await post('/access/factors/passkeys/begin', { password }, jwt).expect(200)).body.data;
  const begin = async (challenge?: string) =>
    (await post('/access/sign-in/passkey/begin', { challenge }).expect(200)).body.data;
  const finish = (ceremony: string, answer: object) =>
    post('/access/sign-in/passkey', { ceremony, answer });
  const challengeOf = async (email: string): Promise<string> =>
    (await post('/auth/local', { identifier: email, password }).expect(401)).body.error.details
      .challenge;

  const withPasskey = async (email: string, counts = true) => {
    const jwt = await patientToken(clinic, email);
    const { options, ceremony } = await beginSetUp(jwt);
    const device = authenticator(site, counts);
    const sent = { ceremony, answer: device.make(options), name: 'My phone' };
    const { body } = await post('/access/factors/passkeys', sent, jwt).expect(200);
    expect(body.data.recoveryCodes).toHaveLength(10);
    return { jwt, device, sent };
  };

  test.each([
    ['counts', 400],
    ['does not count', 401],
  ])('that %s answers the challenge of its owner, once', async (how, status) => {
    const email = `${status}@example.com`;
    const { device } = await withPasskey(email, how === 'counts');
    const { options, ceremony } = await begin(await challengeOf(email));
    expect(options.allowCredentials).toHaveLength(1);
    const answer = device.answer(options);
    const entered = await finish(ceremony, answer).expect(200);
    expect(entered.body.user.email).toBe(email);
    await finish(ceremony, answer).expect(status);
  });

  test('signs in alone when the device made sure who holds it', async () => {
    const { device } = await withPasskey('alone@example.com');
    const unsure = await begin();
    await finish(unsure.ceremony, device.answer(unsure.options, { sure: false })).expect(400);
    const { options, ceremony } = await begin();
    const entered = await finish(ceremony, device.answer(options)).expect(200);
    expect(entered.body.user.email).toBe('alone@example.com');
  });

  test('is good for no other site, person or question', async () => {
    const { device } = await withPasskey('careful@example.com');
    const stranger = (await withPasskey('other@example.com')).device;
    const challenge = await challengeOf('careful@example.com');
    const refused = async (answer: (options: never) => object) => {
      const { options, ceremony } = await begin(challenge);
      const { status, body } = await finish(ceremony, answer(options as never));
      expect([status, body.error.code]).toEqual([400, 'PASSKEY_REFUSED']);
    };
    await refused((options) =>
      device.answer(options, { origin: 'https://localhost.evil.example' }),
    );
    await refused((options) => stranger.answer(options));
    await refused(() => device.answer({ challenge: 'b3RoZXI', rpId: 'localhost' }));
    await refused((options) => ({
      ...stranger.answer(options),
      ...{ id: device.make(options).id },
    }));
    await refused((options) => authenticator(site).answer(options));
    const { options, ceremony } = await begin(challenge);
    await finish(ceremony, device.answer(options)).expect(200);
  });

  test('that counts backwards was copied, and is refused', async () => {
    const { device } = await withPasskey('copied@example.com');
    await clinic.db.query("update access_factors set counter = 1000 where kind = 'passkey'");
    const { options, ceremony } = await begin();
    await finish(ceremony, device.answer(options)).expect(400);
  });

  test('is set up once, by whom it was begun for, on this site', async () => {
    const { jwt, sent } = await withPasskey('once@example.com');
    await post('/access/factors/passkeys', sent, jwt).expect(401);
    const another = await patientToken(clinic, 'another@example.com');
    const { options, ceremony } = await beginSetUp(jwt);
    const device = authenticator(site);
    const made = { ceremony, answer: device.make(options), name: 'x' };
    await post('/access/factors/passkeys', made, another).expect(400);
    const foreign = device.make(options, 'https://evil.example');
    await post('/access/factors/passkeys', { ...made, answer: foreign }, jwt).expect(400);
    await post('/access/factors/passkeys', { ...made, answer: {} }, jwt).expect(400);
    await post('/access/factors/passkeys', made, jwt).expect(200);
  });
});
