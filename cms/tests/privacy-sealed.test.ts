import request from 'supertest';
import { type Clinic, openClinic, secrets } from '../../tests/support/clinic.ts';
import { rotateKeys } from '../../tests/support/keys.ts';
import { staffToken } from '../../tests/support/people.ts';
import { eventually } from './reminders-fixtures.ts';

const patients = '/content-manager/collection-types/api::patient.patient';
const secretsOfMaria = {
  nationalId: '2850101 223344',
  insuranceNumber: 'CJ-778899',
  sensitiveNotes: 'lives in a shelter',
};
const plaintext = /223344|778899|shelter/;

describe('fields that are sealed', () => {
  let clinic: Clinic;
  let maria = '';
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    clinic = await openClinic();
    for (const role of ['clinic-admin', 'dentist', 'front-desk'])
      tokens[role] = await staffToken(clinic, role);
  });
  afterAll(() => clinic.close());

  const as = (role: string, method: 'get' | 'post' | 'put' | 'delete', path: string) =>
    request(clinic.url)[method](path).set('Authorization', `Bearer ${tokens[role]}`);
  const sealed = async (record: string) =>
    (
      await clinic.db.query(
        `select field, key_id, sealed, blind, encode(sealed, 'escape') as text from sealed_fields
         where record = $1 order by field`,
        [record],
      )
    ).rows;

  test('are written in the panel, answered in words and kept so that the database knows none of them', async () => {
    const { body } = await as('clinic-admin', 'post', patients)
      .send({ firstName: 'Maria', lastName: 'Sealed', ...secretsOfMaria })
      .expect(201);
    expect(body.data).toMatchObject(secretsOfMaria);
    maria = body.data.documentId;
    const kept = await sealed(maria);
    expect(kept.map(({ field, blind }) => [field, blind !== null])).toEqual([
      ['insuranceNumber', true],
      ['nationalId', true],
      ['sensitiveNotes', false],
    ]);
    expect(kept.map(({ text }) => text).join()).not.toMatch(plaintext);
    const { rows } = await clinic.db.query('select * from patients where document_id = $1', [
      maria,
    ]);
    expect(rows[0]).toMatchObject({
      national_id: null,
      insurance_number: null,
      sensitive_notes: null,
    });
  });

  test('are shown to roles that may read them, through relations too, and never with their index', async () => {
    await clinic.db.query(
      `with a as (insert into appointments (document_id, starts_at, ends_at, status, created_at, updated_at)
         values ('a-sealed', '2030-01-07 08:00', '2030-01-07 08:30', 'pending', now(), now()) returning id)
       insert into appointments_patient_lnk (appointment_id, patient_id)
       select a.id, p.id from a, patients p where p.document_id = $1`,
      [maria],
    );
    const opened = await as('dentist', 'get', `/api/patients/${maria}`).expect(200);
    expect(opened.body.data).toMatchObject(secretsOfMaria);
    const visit = await as('dentist', 'get', '/api/appointments/a-sealed?populate=patient').expect(
      200,
    );
    expect(visit.body.data.patient).toMatchObject(secretsOfMaria);
    const narrow = await as('dentist', 'get', `/api/patients/${maria}?fields[0]=lastName`).expect(
      200,
    );
    expect(JSON.stringify(narrow.body)).not.toMatch(plaintext);
    for (const path of [`/api/patients/${maria}`, `${patients}/${maria}`]) {
      const desk = await as('front-desk', 'get', path).expect(200);
      expect(desk.body.data).toMatchObject({ nationalId: secretsOfMaria.nationalId });
      expect(desk.body.data).not.toHaveProperty('sensitiveNotes');
      expect(JSON.stringify(desk.body)).not.toMatch(/shelter|blind/);
    }
    const form = await as('clinic-admin', 'get', `${patients}/${maria}`).expect(200);
    expect(form.body.data).toMatchObject(secretsOfMaria);
  });

  test('cannot be asked for by filters, order or search', async () => {
    for (const query of [
      'filters[nationalId][$startsWith]=2',
      'filters[$or][0][insuranceNumber][$notNull]=true',
      'sort=sensitiveNotes',
      'sort[0]=nationalId:desc',
    ])
      for (const path of ['/api/patients', patients]) {
        const { status, body } = await as('clinic-admin', 'get', `${path}?${query}`);
        expect([path, query, status]).toEqual([path, query, 400]);
        expect(JSON.stringify(body)).toMatch(/nationalId|insuranceNumber|sensitiveNotes/);
      }
    await as('clinic-admin', 'get', '/api/appointments?filters[patient][nationalId][$eq]=1').expect(
      400,
    );
    const search = await as('clinic-admin', 'get', `${patients}?_q=2850101`).expect(200);
    expect(search.body.results).toEqual([]);
  });

  test('find a patient at the desk, however the number is written, for those who may read it', async () => {
    const search = async (role: string, q: string) =>
      (
        await as(role, 'get', `/access/patients?q=${encodeURIComponent(q)}`).expect(200)
      ).body.data.map(({ documentId }: { documentId: string }) => documentId);
    for (const q of ['2850101223344', '2850101-22 33 44', 'cj 778899'])
      expect([q, await search('front-desk', q)]).toEqual([q, [maria]]);
    for (const q of ['2850101223345', '285010122334'])
      expect(await search('front-desk', q)).toEqual([]);
    const page = await as('dentist', 'get', `/access/patients/${maria}`).expect(200);
    expect(page.body.data).toMatchObject(secretsOfMaria);
    const desk = await as('front-desk', 'get', `/access/patients/${maria}`).expect(200);
    expect(desk.body.data).toMatchObject({ ...secretsOfMaria, sensitiveNotes: null });
  });

  test('come along when two records become one, and go when they are two again', async () => {
    const { body } = await as('clinic-admin', 'post', patients)
      .send({ firstName: 'Marie', lastName: 'Sealed', insuranceNumber: 'OTHER-1' })
      .expect(201);
    const winner = body.data.documentId;
    const merged = await as('clinic-admin', 'post', '/access/merges')
      .send({ winner, loser: maria, choices: {} })
      .expect(201);
    const one = await as('dentist', 'get', `/access/patients/${winner}`).expect(200);
    expect(one.body.data).toMatchObject({ ...secretsOfMaria, insuranceNumber: 'OTHER-1' });
    await as('clinic-admin', 'post', `/access/merges/${merged.body.data.id}/undo`).expect(200);
    const two = await as('dentist', 'get', `/access/patients/${winner}`).expect(200);
    expect(two.body.data).toMatchObject({ nationalId: null, insuranceNumber: 'OTHER-1' });
    const back = await as('dentist', 'get', `/access/patients/${maria}`).expect(200);
    expect(back.body.data).toMatchObject(secretsOfMaria);
  });

  test('change one by one; what is refused changes nothing', async () => {
    await as('front-desk', 'put', `${patients}/${maria}`)
      .send({ city: 'Cluj', insuranceNumber: '' })
      .expect(200);
    const left = await as('clinic-admin', 'get', `${patients}/${maria}`).expect(200);
    expect(left.body.data).toMatchObject({
      ...secretsOfMaria,
      city: 'Cluj',
      insuranceNumber: null,
    });
    const before = await sealed(maria);
    for (const nationalId of ['1'.repeat(41), 17, { $ne: null }]) {
      const { body } = await as('clinic-admin', 'put', `/api/patients/${maria}`)
        .send({ data: { city: 'Elsewhere', nationalId } })
        .expect(400);
      expect(JSON.stringify(body)).toContain('nationalId');
    }
    await as('front-desk', 'put', `/api/patients/${maria}`)
      .send({ data: { sensitiveNotes: 'none' } })
      .expect(403);
    expect(await sealed(maria)).toEqual(before);
    const { rows } = await clinic.db.query('select city from patients where document_id = $1', [
      maria,
    ]);
    expect(rows).toEqual([{ city: 'Cluj' }]);
  });

  test('cannot be written past the door, and a row moved to another patient does not open', async () => {
    await expect(
      clinic.db.query("update patients set national_id = '1' where document_id = $1", [maria]),
    ).rejects.toThrow('patients_sealed_columns_empty');
    const { body } = await as('clinic-admin', 'post', patients).send({
      firstName: 'Other',
      lastName: 'One',
    });
    const other = body.data.documentId;
    await clinic.db.query(
      `insert into sealed_fields select noun, $2, field, key_id, sealed, blind from sealed_fields
       where record = $1 and field = 'nationalId'`,
      [maria, other],
    );
    const answer = await as('clinic-admin', 'get', `/api/patients/${other}`);
    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer.body)).not.toMatch(plaintext);
    await clinic.db.query('delete from patients where document_id = $1', [other]);
    expect(await sealed(other)).toEqual([]);
  });

  test('leave no words in the trail, which says that they changed', async () => {
    const { rows } = await clinic.db.query(
      'select action, detail from audit_entries where patients @> array[$1]::text[]',
      [maria],
    );
    expect(JSON.stringify(rows)).not.toMatch(plaintext);
    expect(rows.find(({ action }) => action === 'create')?.detail.fields).toEqual(
      expect.arrayContaining(['insuranceNumber', 'nationalId', 'sensitiveNotes']),
    );
  });

  test('are sealed anew with a new key beside the running clinic, after which the old one may go', async () => {
    const old = secrets.FIELD_KEYS ?? '';
    const fresh = 'a-fresh-key-of-the-next-year';
    const whole = await sealed(maria);
    const copies = `/access/patients/${maria}/exports`;
    await as('clinic-admin', 'post', copies).expect(202);
    const copy: string = await eventually(async () => {
      const { body } = await as('clinic-admin', 'get', copies);
      return body.data[0]?.state === 'ready' ? body.data[0].id : undefined;
    });
    const alone = await rotateKeys(clinic, fresh);
    expect(alone.code).toBe(1);
    expect(alone.said).toMatch(/not given/);
    expect(await sealed(maria)).toEqual(whole);
    const both = await Promise.all([
      rotateKeys(clinic, `${fresh},${old}`),
      rotateKeys(clinic, `${fresh},${old}`),
    ]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    const again = await rotateKeys(clinic, `${fresh},${old}`);
    expect(again.said).toMatch(/^0 fields/);
    const after = await sealed(maria);
    expect(new Set(after.map(({ key_id }) => key_id)).size).toBe(1);
    expect(after[0].key_id).not.toBe(whole[0].key_id);
    const later = await clinic.startCms({ FIELD_KEYS: fresh });
    const { body } = await request(later.url)
      .get(`/api/patients/${maria}`)
      .set('Authorization', `Bearer ${tokens.dentist}`)
      .expect(200);
    expect(body.data).toMatchObject({ nationalId: secretsOfMaria.nationalId });
    const admin = await staffToken({ ...clinic, url: later.url }, 'clinic-admin');
    await request(later.url)
      .get(`${copies}/${copy}/archive`)
      .set('Authorization', `Bearer ${admin}`)
      .expect(200);
    await expect(clinic.startCms()).rejects.toThrow(/key is not among FIELD_KEYS/);
    const { rows } = await clinic.db.query(
      "select detail from audit_entries where action = 'keys.rotated'",
    );
    const kept = await clinic.db.query('select 1 from sealed_fields');
    expect(rows.reduce((sum, { detail }) => sum + detail.count, 0)).toBe((kept.rowCount ?? 0) + 1);
    await clinic.db.query(
      `insert into privacy_erasures (id, patient_id, way, asked_at, due_on, key_id, notice)
       values ('e-lost', $1, 'desk', now(), now(), 'deadbeef', 'x')`,
      [maria],
    );
    await expect(clinic.startCms({ FIELD_KEYS: fresh })).rejects.toThrow(/sealed with deadbeef/);
  });
});
