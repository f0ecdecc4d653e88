import { createHmac, randomBytes } from 'node:crypto';
import request from 'supertest';
import { type Clinic, openClinic, secrets } from '../../tests/support/clinic.ts';

const hour = 3_600_000;

describe('a link sent to a patient', () => {
  let clinic: Clinic;
  beforeAll(async () => {
    clinic = await openClinic();
    await clinic.db.query(
      `insert into patients (document_id, first_name, last_name, archived, created_at, updated_at)
       values ('p-link', 'Maria', 'Pop', false, now(), now())`,
    );
  });
  afterAll(() => clinic.close());

  const issue = async (purpose = 'history-form'): Promise<string> => {
    const token = randomBytes(32).toString('base64url');
    await clinic.db.query(
      `insert into access_links (digest, purpose, patient_id, issued_at, expires_at)
       values ($1, $2, 'p-link', now(), now() + interval '1 hour')`,
      [
        createHmac('sha256', secrets.LINK_SECRET ?? '')
          .update(token)
          .digest(),
        purpose,
      ],
    );
    return token;
  };
  const open = (token: string, url = clinic.url) => request(url).get(`/api/intake/forms/${token}`);

  test('opens what it is for, as often as it is read', async () => {
    const token = await issue();
    await open(token).expect(200);
    await open(token).expect(200);
  });

  test('a made-up token and one for another purpose open nothing, and look alike', async () => {
    const unknown = await open(randomBytes(32).toString('base64url')).expect(404);
    const other = await open(await issue('pay-invoice')).expect(404);
    expect(unknown.body.error.code).toBe('LINK_INVALID');
    expect(other.body.error).toEqual(unknown.body.error);
  });

  test('expires by the clinic’s clock', async () => {
    const token = await issue();
    const before = await clinic.startCms({
      CLOCK_START: new Date(Date.now() + 0.9 * hour).toISOString(),
    });
    const after = await clinic.startCms({
      CLOCK_START: new Date(Date.now() + 1.1 * hour).toISOString(),
    });
    await open(token, before.url).expect(200);
    const expired = await open(token, after.url).expect(404);
    expect(expired.body.error.code).toBe('LINK_EXPIRED');
  });

  test('a used one tells so', async () => {
    const token = await issue();
    await clinic.db.query('update access_links set spent_at = now()');
    const used = await open(token).expect(409);
    expect(used.body.error.code).toBe('LINK_USED');
  });
});
