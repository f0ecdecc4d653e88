import request from 'supertest';
import { signClient } from '../../plugins/kernel/shared/client';
import { type Clinic, openClinic, secrets } from '../../tests/support/clinic.ts';
import { patientToken, staffToken } from '../../tests/support/people.ts';

interface Entry {
  id: string;
  actor_kind: string;
  actor_name: string | null;
  action: string;
  subject: string;
  subject_id: string | null;
  patients: string[];
  request_id: string | null;
  ip: string | null;
  detail: Record<string, unknown>;
}

describe('the audit trail', () => {
  let clinic: Clinic;
  let dentist: string;
  let last = '0';
  beforeAll(async () => {
    clinic = await openClinic();
    dentist = await staffToken(clinic, 'dentist');
    await clinic.db.query(
      `insert into patients (document_id, first_name, last_name, notes, archived, email_reminders, created_at, updated_at)
       values ('p-audit', 'Maria', 'Pop', 'grinds teeth', false, true, now(), now())`,
    );
  });
  afterAll(() => clinic.close());

  const news = async (): Promise<Entry[]> => {
    const { rows } = await clinic.db.query(
      'select * from audit_entries where id > $1 order by id',
      [last],
    );
    last = rows.at(-1)?.id ?? last;
    return rows;
  };
  beforeEach(async () => {
    await news();
  });
  const call = (token: string) => ({
    get: (path: string) => request(clinic.url).get(path).set('Authorization', `Bearer ${token}`),
    put: (path: string, body: object) =>
      request(clinic.url).put(path).set('Authorization', `Bearer ${token}`).send(body),
  });

  test('tells who read a patient over REST, from where and in which request', async () => {
    await request(clinic.url)
      .get('/api/patients/p-audit')
      .set('Authorization', `Bearer ${dentist}`)
      .set('X-Request-Id', 'the-dentists-request')
      .set('X-Enamel-Client', signClient('203.0.113.9', secrets.PORTAL_SECRET ?? ''))
      .expect(200)
      .expect('X-Request-Id', 'the-dentists-request');
    expect(await news()).toEqual([
      expect.objectContaining({
        actor_kind: 'staff',
        actor_name: 'Test dentist',
        action: 'read',
        subject: 'patient',
        subject_id: 'p-audit',
        patients: ['p-audit'],
        request_id: 'the-dentists-request',
        ip: '203.0.113.9',
      }),
    ]);
  });

  test('a list is one entry that names everybody on it', async () => {
    await call(dentist)
      .get('/api/patients?filters[lastName][$eq]=Pop&pagination[pageSize]=100')
      .expect(200);
    const lists = (await news()).filter(({ action }) => action === 'list');
    expect(lists.flatMap(({ patients }) => patients)).toContain('p-audit');
    expect(lists.length).toBeLessThanOrEqual(2);
  });

  test('reads in the panel’s content manager are told as well', async () => {
    await call(dentist)
      .get('/content-manager/collection-types/api::patient.patient/p-audit')
      .expect(200);
    expect(
      (await news()).filter(({ patients }) => patients.includes('p-audit')).length,
    ).toBeGreaterThan(0);
  });

  test('a write tells which fields, old and new values, and no words of the record', async () => {
    await call(dentist)
      .put('/api/patients/p-audit', {
        data: { emailReminders: false, notes: 'allergic to latex' },
      })
      .expect(200);
    const [entry] = (await news()).filter(({ action }) => action === 'update');
    expect(entry).toMatchObject({
      subject: 'patient',
      patients: ['p-audit'],
      detail: {
        fields: ['emailReminders', 'notes'],
        values: { emailReminders: { old: true, new: false } },
      },
    });
    expect(JSON.stringify(entry)).not.toMatch(/latex|grinds/);
  });

  test('what fails leaves neither a change nor an entry of one', async () => {
    await call(dentist)
      .put('/api/patients/p-audit', { data: { sex: 'not a sex', archived: true } })
      .expect(400);
    expect((await news()).filter(({ action }) => action === 'update')).toEqual([]);
    const { rows } = await clinic.db.query(
      `select archived from patients where document_id = 'p-audit'`,
    );
    expect(rows).toEqual([{ archived: false }]);
  });

  test('when the entry cannot be written, the change does not happen', async () => {
    await clinic.db.query(
      `alter table audit_entries add constraint test_full check (subject_id <> 'p-audit') not valid`,
    );
    const write = await call(dentist).put('/api/patients/p-audit', { data: { archived: true } });
    const read = await call(dentist).get('/api/patients/p-audit');
    await clinic.db.query('alter table audit_entries drop constraint test_full');
    expect([write.status, read.status]).toEqual([500, 500]);
    expect(JSON.stringify([write.body, read.body])).not.toMatch(/test_full|insert into|Maria/);
    const { rows } = await clinic.db.query(
      `select archived from patients where document_id = 'p-audit'`,
    );
    expect(rows).toEqual([{ archived: false }]);
  });

  test('a patient’s own look is told in the patient’s name', async () => {
    const token = await patientToken(clinic, 'audited@example.com');
    const registered = await news();
    expect(registered.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['create', 'account.register']),
    );
    const me = await call(token).get('/api/access/me').expect(200);
    expect(await news()).toEqual([
      expect.objectContaining({
        actor_kind: 'patient',
        action: 'read',
        patients: [me.body.data.documentId],
      }),
    ]);
  });

  test('nobody changes, deletes or empties it', async () => {
    const count = async () =>
      (await clinic.db.query('select count(*)::int as n from audit_entries')).rows[0].n;
    const before = await count();
    for (const statement of [
      `update audit_entries set actor_id = 'nobody'`,
      'delete from audit_entries',
      'truncate audit_entries',
    ])
      await expect(clinic.db.query(statement)).rejects.toThrow('append-only');
    expect(await count()).toBe(before);
  });

  test('who may read it asks who looked at a patient; others may not', async () => {
    const admin = await staffToken(clinic, 'clinic-admin');
    const answer = await call(admin).get('/audit/entries?patient=p-audit&limit=2').expect(200);
    expect(answer.body.data).toHaveLength(2);
    expect(answer.body.data[0].actor.name).toBe('Test dentist');
    const next = await call(admin)
      .get(`/audit/entries?patient=p-audit&before=${answer.body.meta.before}`)
      .expect(200);
    const ids = [...answer.body.data, ...next.body.data].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const byActor = await call(admin).get('/audit/entries?actor=dentist&action=update').expect(200);
    expect(byActor.body.data.length).toBeGreaterThan(0);
    expect(answer.body.meta.names).toEqual({ 'p-audit': 'Pop Maria' });
    const day = new Date().toISOString().slice(0, 10);
    const on = (range: string) =>
      call(admin).get(`/audit/entries?patient=p-audit&kind=look&${range}`).expect(200);
    expect((await on('toDay=2020-01-01')).body.data).toEqual([]);
    const looks = (await on(`fromDay=2020-01-01&toDay=${day}`)).body.data;
    expect(looks.length).toBeGreaterThan(0);
    expect(looks.every(({ action }: { action: string }) => /read|list/.test(action))).toBe(true);
    await call(admin).get('/audit/entries?patient=p-audit&sort=ip').expect(400);
    await call(dentist).get('/audit/entries').expect(403);
    await request(clinic.url).get('/audit/entries').expect(401);
    expect((await news()).some(({ action }) => action === 'trail.read')).toBe(true);
  });
});
