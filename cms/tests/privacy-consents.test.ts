import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { makePatient, patientToken } from '../../tests/support/patients.ts';
import { staffToken } from '../../tests/support/people.ts';

const own = '/api/access/privacy/consents';
const texts = '/content-manager/collection-types/api::consent.consent';

describe('consents', () => {
  let clinic: Clinic;
  let ana: { id: number; documentId: string };
  let text = '';
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    clinic = await openClinic();
    for (const role of ['clinic-admin', 'front-desk', 'dentist'])
      tokens[role] = await staffToken(clinic, role);
    ana = await makePatient(clinic);
    tokens.ana = await patientToken(clinic, ana);
  });
  afterAll(() => clinic.close());

  const as = (who: string, method: 'get' | 'post' | 'put', path: string) =>
    request(clinic.url)[method](path).set('Authorization', `Bearer ${tokens[who]}`);
  const say = (who: string, body: object) => as(who, 'post', own).send({ language: 'en', ...body });
  const standing = async () =>
    (await as('ana', 'get', `${own}?language=en`).expect(200)).body.data.find(
      ({ key }: { key: string }) => key === 'news',
    );
  const preference = async () =>
    (await clinic.db.query('select email_reminders as email from patients where id = $1', [ana.id]))
      .rows[0].email;

  test('are written by the clinic, and every change of their words is a version that stays', async () => {
    const { body } = await as('clinic-admin', 'post', texts)
      .send({
        key: 'news',
        language: 'en',
        title: 'News',
        text: 'We write to you.',
        governs: 'email-messages',
      })
      .expect(201);
    text = body.data.documentId;
    await as('clinic-admin', 'put', `${texts}/${text}`).send({ active: true }).expect(200);
    expect((await standing()).version).toBe(1);
    await as('clinic-admin', 'put', `${texts}/${text}`)
      .send({ text: 'We write at times.' })
      .expect(200);
    expect(await standing()).toMatchObject({ version: 2, text: 'We write at times.', state: null });
    const { rows } = await clinic.db.query(
      "select version, text from consent_versions where key = 'news' order by version",
    );
    expect(rows).toEqual([
      { version: 1, text: 'We write to you.' },
      { version: 2, text: 'We write at times.' },
    ]);
    await expect(clinic.db.query("update consent_versions set text = 'x'")).rejects.toThrow(
      'never change',
    );
    await as('front-desk', 'post', texts).send({ key: 'x-y', title: 'X', text: 'X' }).expect(403);
  });

  test('are given to the words that were shown, and messages follow', async () => {
    const changed = await say('ana', { key: 'news', act: 'given', version: 1 }).expect(409);
    expect(changed.body.error.code).toBe('CONSENT_CHANGED');
    expect((await standing()).state).toBeNull();
    await say('ana', { key: 'news', act: 'given', version: 2 }).expect(200);
    expect(await standing()).toMatchObject({ state: 'given', way: 'portal', saidTo: 2, by: null });
    expect(
      (await say('ana', { key: 'news', act: 'given', version: 2 }).expect(409)).body.error.code,
    ).toBe('CONSENT_SAID');
    await say('ana', { key: 'nothing', act: 'given' }).expect(404);
    await request(clinic.url).get(own).expect(403);
  });

  test('are withdrawn in the portal or at the desk; nothing is sent to them any more', async () => {
    expect(await preference()).toBe(true);
    await say('ana', { key: 'news', act: 'withdrawn' }).expect(200);
    expect(await preference()).toBe(false);
    const path = `/access/patients/${ana.documentId}/consents`;
    await as('front-desk', 'post', path)
      .send({ key: 'news', act: 'given', version: 2, language: 'en' })
      .expect(200);
    expect(await preference()).toBe(true);
    const { body } = await as('dentist', 'get', `${path}?language=en`).expect(200);
    expect(body.data).toContainEqual(
      expect.objectContaining({ key: 'news', state: 'given', way: 'desk', by: 'Test front-desk' }),
    );
    await as('clinic-admin', 'put', `${texts}/${text}`).send({ active: false }).expect(200);
    expect(await standing()).toMatchObject({
      version: null,
      state: 'given',
      text: 'We write at times.',
    });
    await say('ana', { key: 'news', act: 'withdrawn' }).expect(200);
    await say('ana', { key: 'news', act: 'given' }).expect(404);
    expect(await preference()).toBe(false);
  });

  test('are acts that nobody rewrites, and each is on the trail', async () => {
    await expect(clinic.db.query("update consent_acts set act = 'given'")).rejects.toThrow(
      'never rewritten',
    );
    const { rows } = await clinic.db.query(
      "select action, actor_kind from audit_entries where action like 'consent.%' order by id",
    );
    expect(rows).toEqual([
      { action: 'consent.given', actor_kind: 'patient' },
      { action: 'consent.withdrawn', actor_kind: 'patient' },
      { action: 'consent.given', actor_kind: 'staff' },
      { action: 'consent.withdrawn', actor_kind: 'patient' },
    ]);
  });
});
