import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto';
import request from 'supertest';
import { type Clinic, openClinic, secrets } from '../../tests/support/clinic.ts';
import { bytesOf, codeOf } from '../../tests/support/factors.ts';
import { rotateKeys } from '../../tests/support/keys.ts';
import { password, patientToken } from '../../tests/support/people.ts';

describe('the key of an authenticator app', () => {
  let clinic: Clinic;
  beforeAll(async () => {
    clinic = await openClinic();
  });
  afterAll(() => clinic.close());

  const post = (path: string, body: object, jwt = '', url = clinic.url) => {
    const sent = request(url).post(path).send(body);
    return jwt ? sent.set('Authorization', `Bearer ${jwt}`) : sent;
  };
  /** Somebody with an app, set up with the step before this one: the next codes are still to come. */
  const withApp = async (email: string) => {
    const jwt = await patientToken(clinic, email);
    const begun = await post('/api/access/factors/totp', { password }, jwt).expect(200);
    const { key, setUp } = begun.body.data as { key: string; setUp: string };
    const first = { setUp, code: codeOf(key, -1) };
    await post('/api/access/factors/totp/confirm', first, jwt).expect(200);
    return { jwt, key };
  };
  const signsIn = async (email: string, key: string, url = clinic.url) => {
    const half = await post('/api/auth/local', { identifier: email, password }, '', url);
    const { challenge } = half.body.error.details;
    const answer = { challenge, way: 'totp', code: codeOf(key) };
    return (await post('/api/access/sign-in/code', answer, '', url)).status;
  };
  const kept = async (email: string) =>
    (
      await clinic.db.query(
        `select f.id, f.user_id as "userId", length(f.secret) as own, s.key_id as "keyId", s.blind,
           encode(s.sealed, 'escape') as sealed
         from access_factors f join up_users u on u.id::text = f.user_id
         left join sealed_fields s on s.noun = 'second-factor' and s.record = concat_ws(' ', f.origin, f.user_id, f.id)
         where u.email = $1 and f.kind = 'totp'`,
        [email],
      )
    ).rows[0];
  const sealedKeys = async (): Promise<number> =>
    (
      await clinic.db.query(
        `select (select count(*) from sealed_fields where noun = 'second-factor')::int
           + (select count(*) from record_keys where noun = 'second-factor')::int as n`,
      )
    ).rows[0].n;

  test('is a sealed field, and leaves with its factor', async () => {
    const { jwt, key } = await withApp('sealed@example.com');
    const row = await kept('sealed@example.com');
    expect(row).toMatchObject({ own: 0, keyId: expect.any(String), blind: null });
    expect(row.sealed).not.toContain(key);
    expect(await signsIn('sealed@example.com', key)).toBe(200);
    const before = await sealedKeys();
    await post(`/api/access/factors/${row.id}/remove`, { password }, jwt).expect(200);
    expect(await sealedKeys()).toBe(before - 2);
  });

  test('that stood under the secret of links is sealed at the next start', async () => {
    const { key } = await withApp('older@example.com');
    const { id, userId } = await kept('older@example.com');
    const nonce = randomBytes(12);
    const secret = hkdfSync('sha256', secrets.LINK_SECRET ?? '', '', 'enamel factor-key', 32);
    const cipher = createCipheriv('aes-256-gcm', Buffer.from(secret), nonce);
    const content = { origin: 'users-permissions', userId, key: bytesOf(key).toString('base64') };
    const text = Buffer.concat([cipher.update(JSON.stringify(content)), cipher.final()]);
    await clinic.db.query('update access_factors set secret = $2 where id = $1', [
      id,
      Buffer.concat([nonce, cipher.getAuthTag(), text]),
    ]);
    await clinic.db.query('delete from sealed_fields where record like $1', [`%${id}`]);
    expect(await signsIn('older@example.com', key)).toBe(400);
    const next = await clinic.startCms();
    expect(await kept('older@example.com')).toMatchObject({ own: 0, keyId: expect.any(String) });
    expect(await signsIn('older@example.com', key, next.url)).toBe(200);
  });

  test('is sealed anew with a new field key, and goes on', async () => {
    const { key } = await withApp('rotated@example.com');
    const before = await kept('rotated@example.com');
    const fresh = 'a-fresh-key-of-the-next-year';
    const { code, said } = await rotateKeys(clinic, `${fresh},${secrets.FIELD_KEYS ?? ''}`);
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('sealed anew') });
    expect((await kept('rotated@example.com')).keyId).not.toBe(before.keyId);
    const later = await clinic.startCms({ FIELD_KEYS: fresh });
    expect(await signsIn('rotated@example.com', key, later.url)).toBe(200);
  });
});
