import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { type MailServer, startMailServer } from '../../tests/support/mail.ts';
import {
  completedTreatment,
  type MadePatient,
  makePatient,
  patientToken,
} from '../../tests/support/patients.ts';
import { staffToken } from '../../tests/support/people.ts';
import { eventually } from './reminders-fixtures.ts';

const own = '/api/access/privacy/erasures';

describe('a patient who asks to be erased', () => {
  let clinic: Clinic;
  let mail: MailServer;
  let erasedFile = '';
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    mail = await startMailServer();
    const file = join(process.env.TEST_FOLDER ?? '', `erased-${process.pid}.txt`);
    clinic = await openClinic({ variables: { SMTP_URL: mail.url, ERASURE_FILE: file } });
    erasedFile = file;
    for (const role of ['clinic-admin', 'dentist', 'strapi-super-admin'])
      tokens[role] = await staffToken(clinic, role);
  });
  afterAll(async () => {
    await clinic.close();
    await mail.stop();
  });

  const as = (who: string, method: 'get' | 'post' | 'put', path: string) =>
    request(clinic.url)[method](path).set('Authorization', `Bearer ${tokens[who]}`);
  const signedIn = async (name: string): Promise<MadePatient> => {
    const patient = await makePatient(clinic);
    tokens[name] = await patientToken(clinic, patient);
    return patient;
  };
  const visit = (patient: MadePatient, startsAt: string, status: string) =>
    clinic.db.query(
      `with a as (insert into appointments (document_id, starts_at, ends_at, status, reason, created_at, updated_at)
         values ('v' || md5(random()::text), $2::timestamp, $2::timestamp + interval '30 minutes', $3, 'a broken tooth', now(), now())
         returning id)
       insert into appointments_patient_lnk (appointment_id, patient_id) select a.id, $1::integer from a`,
      [patient.id, startsAt, status],
    );
  const ask = async (who: string): Promise<string> =>
    (await as(who, 'post', own).send({}).expect(201)).body.data.id;
  const answer = (id: string, how: string, body: object = {}) =>
    as('clinic-admin', 'post', `/access/erasures/${id}/${how}`).send(body);
  /** Why their sealed identity was looked at, as the trail shows it. */
  const lookReasons = async ({ documentId }: MadePatient): Promise<(string | null)[]> => {
    const path = `/audit/entries?patient=${documentId}&action=privacy.identity.read`;
    const { body } = await as('clinic-admin', 'get', path).expect(200);
    return body.data.map(({ reason }: { reason: string | null }) => reason);
  };
  /** The whole record as the database has it. */
  const record = async ({ id, documentId }: MadePatient) => {
    const { rows } = await clinic.db.query(
      `select row_to_json(p) as patient,
         (select count(*)::int from appointments_patient_lnk where patient_id = p.id) as visits,
         (select count(*)::int from treatments_patient_lnk where patient_id = p.id) as treatments,
         (select count(*)::int from patient_files where patient_id = p.id) as files,
         (select count(*)::int from patients_account_lnk where patient_id = p.id) as accounts,
         (select coalesce(json_agg(field order by field), '[]') from sealed_fields where record = $2) as sealed,
         (select coalesce(json_agg(section order by section), '[]') from privacy_kept where patient_id = $2) as kept
       from patients p where p.id = $1`,
      [id, documentId],
    );
    return rows[0];
  };

  /** Every table, the queue's too, in which a row has one of these words. */
  const tablesThatSay = async (words: readonly string[]): Promise<string[]> => {
    const { rows: tables } = await clinic.db.query(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname in ('public', 'pgboss') order by 1`,
    );
    const saying: string[] = [];
    for (const { name } of tables) {
      const { rowCount } = await clinic.db.query(
        `select 1 from ${name} t where exists (select from unnest($1::text[]) word where strpos(t::text, word) > 0) limit 1`,
        [words],
      );
      if (rowCount) saying.push(name);
    }
    return saying;
  };

  test('asks in the portal, follows the date, and may think better of it', async () => {
    await signedIn('ana');
    await signedIn('other');
    const id = await ask('ana');
    const again = await as('ana', 'post', own).send({}).expect(409);
    expect(again.body.error.code).toBe('ERASURE_UNDERWAY');
    const { body } = await as('ana', 'get', own).expect(200);
    const [newest] = body.data;
    const days = (Date.parse(newest.dueOn) - Date.parse(newest.askedAt)) / 86_400_000;
    expect(newest.state).toBe('asked');
    expect(Math.round(days)).toBeGreaterThanOrEqual(29);
    expect(Math.round(days)).toBeLessThanOrEqual(30);
    const waiting = await as('clinic-admin', 'get', '/access/privacy-deadlines').expect(200);
    expect(waiting.body.data).toEqual({
      erasures: { count: 1, next: newest.dueOn },
      corrections: { count: 0, next: null },
    });
    await as('dentist', 'get', '/access/privacy-deadlines').expect(403);
    await as('other', 'post', `${own}/${id}/withdraw`).send({}).expect(404);
    expect((await as('other', 'get', own)).body.data).toEqual([]);
    await as('ana', 'post', `${own}/${id}/withdraw`).send({}).expect(200);
    expect((await as('ana', 'get', own)).body.data[0].state).toBe('withdrawn');
    await answer(id, 'approve').expect(409);
  });

  test('is answered by those who may alone', async () => {
    await signedIn('bea');
    const id = await ask('bea');
    for (const path of ['/access/erasures', `/access/erasures/${id}`])
      await as('dentist', 'get', path).expect(403);
    for (const how of ['approve', 'refuse', 'put-off'])
      await as('dentist', 'post', `/access/erasures/${id}/${how}`)
        .send({ reason: 'x' })
        .expect(403);
    await request(clinic.url).post(own).send({}).expect(403);
    await answer('nothing', 'approve').expect(404);
  });

  test('is put off once and refused with a reason, which they read in the portal and by mail', async () => {
    const dan = await signedIn('dan');
    const id = await ask('dan');
    await answer(id, 'refuse').expect(400);
    await answer(id, 'put-off', { reason: 'Two paper archives' }).expect(200);
    expect((await answer(id, 'put-off', { reason: 'Again' }).expect(409)).body.error.code).toBe(
      'ERASURE_PUT_OFF',
    );
    await answer(id, 'refuse', { reason: 'A claim of yours is open.' }).expect(200);
    expect((await as('dan', 'get', own)).body.data[0]).toMatchObject({
      state: 'refused',
      reason: 'A claim of yours is open.',
      putOff: 'Two paper archives',
    });
    const told = await mail.waitFor(`${dan.documentId}@patients.test`);
    expect(told.text).toContain('A claim of yours is open.');
    expect((await record(dan)).patient.last_name).toBe('Story');
  });

  test('is answered by a mail to the guardian, when it is a child without an address', async () => {
    const child = await makePatient(clinic, { dateOfBirth: '2018-05-01' });
    const grown = await makePatient(clinic, { dateOfBirth: '1999-05-01' });
    const mother = await signedIn('mother');
    for (const { id } of [child, grown])
      await clinic.db.query(
        `insert into patient_relations (id, patient_id, relative_id, kind, made_at, made_by, confirmed_at, confirmed_by)
         values ('r' || $1::int, $1::int, $2, 'guardian', now(), 'desk', now(), 'desk')`,
        [id, mother.id],
      );
    const refused: string[] = [];
    for (const { documentId } of [grown, child]) {
      const { body } = await as('clinic-admin', 'post', `/access/patients/${documentId}/erasures`)
        .send({})
        .expect(201);
      await answer(body.data.id, 'refuse', { reason: `Because of ${documentId}.` }).expect(200);
      refused.push(body.data.id);
    }
    const told = await mail.waitFor(`${mother.documentId}@patients.test`);
    expect(told.text).toContain(`Because of ${child.documentId}.`);
    const { rows } = await clinic.db.query(
      'select id from privacy_erasures where id = $1 and notice is null',
      [refused[0]],
    );
    expect(rows).toHaveLength(1);
    expect(mail.to(`${mother.documentId}@patients.test`)).toHaveLength(1);
  });

  test('nothing at all happens while a legal hold or a visit to come stands in the way', async () => {
    const eva = await signedIn('eva');
    await visit(eva, '2099-01-05 08:00', 'confirmed');
    const id = await ask('eva');
    const before = await record(eva);
    expect((await answer(id, 'approve').expect(409)).body.error.code).toBe('VISITS_AHEAD');
    await clinic.db.query(
      `update appointments set status = 'cancelled' where id in (
         select appointment_id from appointments_patient_lnk where patient_id = $1)`,
      [eva.id],
    );
    const hold = `/access/patients/${eva.documentId}/legal-hold`;
    await as('clinic-admin', 'put', hold).send({ reason: 'Court case 12/2026' }).expect(200);
    expect((await answer(id, 'approve').expect(409)).body.error.code).toBe('LEGAL_HOLD');
    await completedTreatment(clinic, eva, {});
    const refused = await request(clinic.url)
      .delete(`/content-manager/collection-types/api::patient.patient/${eva.documentId}`)
      .set('Authorization', `Bearer ${tokens['strapi-super-admin']}`)
      .expect(409);
    expect(refused.body.error.message).toBe('A legal hold keeps this record.');
    await clinic.db.query(
      `insert into patient_files (document_id, patient_id, name, category, kind, bytes, added_at, added_by)
       values ('fstoryofeva01', $1, 'eva.png', 'x-ray', 'png', 10, now(), 'Test')`,
      [eva.id],
    );
    for (const deleting of [
      'delete from patient_files where patient_id = $1',
      'delete from treatments where id in (select treatment_id from treatments_patient_lnk where patient_id = $1)',
    ])
      await expect(clinic.db.query(deleting, [eva.id])).rejects.toThrow('A legal hold keeps');
    await clinic.db.query("update patient_files set name = 'kept.png' where patient_id = $1", [
      eva.id,
    ]);
    const { body } = await as('clinic-admin', 'get', `/access/erasures/${id}`).expect(200);
    expect(body.data.preview.hold).toMatchObject({ reason: 'Court case 12/2026' });
    expect(await record(eva)).toEqual({ ...before, treatments: 1, files: 1 });
    await as('eva', 'get', own).expect(200);
    await as('clinic-admin', 'put', hold).send({ reason: null }).expect(200);
    await answer(id, 'approve').expect(200);
  });

  test('goes, but for what the law keeps: locked, without a name, until its date', async () => {
    const fia = await signedIn('fia');
    await as(
      'clinic-admin',
      'put',
      `/content-manager/collection-types/api::patient.patient/${fia.documentId}`,
    )
      .send({
        lastName: 'Fiastory',
        nationalId: '2900501123456',
        insuranceNumber: 'CJ-1',
        sensitiveNotes: 'shelter',
        mobileNumber: '+40700111222',
        notes: 'afraid of needles',
      })
      .expect(200);
    await clinic.db.query(
      `insert into patient_files (document_id, patient_id, name, category, kind, bytes, added_at, added_by)
       values ('fstoryoffia01', $1, 'fia.png', 'x-ray', 'png', 10, '2026-03-02 09:00Z', 'Test')`,
      [fia.id],
    );
    await clinic.db.query(
      'create table backup_of_sealed as select * from sealed_fields where record = $1',
      [fia.documentId],
    );
    await visit(fia, '2026-03-02 08:00', 'completed');
    await completedTreatment(clinic, fia, {});
    await clinic.db.query(
      `insert into deliveries (event, subject_kind, subject_id, occasion, rule_id, rule_name, template_key, channel, patient_id,
         recipient, body, created_at)
       values ('x', 'appointment', 'a', 'o', 'r', 'R', 't', 'email', $1, 'fia@example.com', 'Dear Fia', now())`,
      [fia.documentId],
    );
    const id = await ask('fia');
    const preview = (await as('clinic-admin', 'get', `/access/erasures/${id}`).expect(200)).body
      .data.preview;
    const fate = Object.fromEntries(
      preview.sections.map(({ name, until }: { name: string; until: string | null }) => [
        name,
        until,
      ]),
    );
    expect(fate).toMatchObject({ person: null, account: null, messages: null, invoices: null });
    expect(fate.visits).toBe(fate.treatments);
    expect(fate.visits > '2036-01-01').toBe(true);
    expect((await record(fia)).patient.last_name).toBe('Fiastory');
    await answer(id, 'put-off', { reason: 'She is in a shelter' }).expect(200);
    const words = [
      'Fiastory',
      `${fia.documentId}@patients`,
      '700111222',
      '2900501123456',
      'in a shelter',
    ];
    expect(await tablesThatSay(words)).toContain('patients');

    const { body } = await answer(id, 'approve').expect(200);
    expect(body.data.kept.map(({ name }: { name: string }) => name).sort()).toEqual([
      'files',
      'remarks',
      'treatments',
      'visits',
    ]);
    const after = await record(fia);
    expect(JSON.stringify(after)).not.toMatch(/Story|Ștefania|0700111222|2900501|shelter/);
    expect(after).toMatchObject({
      visits: 1,
      treatments: 1,
      files: 1,
      accounts: 0,
      sealed: ['keptIdentity', 'sensitiveNotes'],
      kept: ['files', 'remarks', 'treatments', 'visits'],
    });
    expect(after.patient).toMatchObject({
      archived: true,
      email_reminders: false,
      date_of_birth: null,
    });
    const left = await clinic.db.query('select 1 from deliveries where patient_id = $1', [
      fia.documentId,
    ]);
    expect(left.rowCount).toBe(0);
    await as('fia', 'get', own).expect(401);
    const told = await mail.waitFor(`${fia.documentId}@patients.test`);
    expect(told.text).toMatch(/Visits: \d+ \w+ 2036/);
    await eventually(async () => {
      const { rows } = await clinic.db.query(
        'select 1 from privacy_erasures where id = $1 and notice is null',
        [id],
      );
      return rows.length === 1;
    });
    expect(await tablesThatSay(words)).toEqual([]);

    await as('clinic-admin', 'post', `/access/erasures/${id}/identity`).send({}).expect(400);
    await as('dentist', 'post', `/access/erasures/${id}/identity`)
      .send({ reason: 'x' })
      .expect(403);
    const opened = await as('clinic-admin', 'post', `/access/erasures/${id}/identity`)
      .send({ reason: 'The court asks' })
      .expect(200);
    expect(opened.body.data).toMatchObject({
      lastName: 'Fiastory',
      dateOfBirth: '1990-05-01',
      nationalId: '2900501123456',
    });
    expect(await lookReasons(fia)).toEqual(['The court asks']);
    expect(await tablesThatSay(['The court asks'])).toEqual(['audit_reasons']);

    const restored = await clinic.db.query(
      `insert into sealed_fields select * from backup_of_sealed where field <> 'sensitiveNotes'`,
    );
    expect(restored.rowCount).toBe(2);
    const page = await as('clinic-admin', 'get', `/api/patients/${fia.documentId}`).expect(500);
    expect(JSON.stringify(page.body)).not.toMatch(/2900501|CJ-1/);
    await clinic.db.query(
      `delete from sealed_fields where record = $1 and field in ('nationalId', 'insuranceNumber')`,
      [fia.documentId],
    );

    for (const change of [
      "update patients set notes = 'x' where id = $1",
      'delete from patients where id = $1',
      'delete from treatments where id in (select treatment_id from treatments_patient_lnk where patient_id = $1)',
      "update appointments set notes = 'x' where id in (select appointment_id from appointments_patient_lnk where patient_id = $1)",
      'delete from appointments_patient_lnk where patient_id = $1',
      'delete from patient_files where patient_id = $1',
    ])
      await expect(clinic.db.query(change, [fia.id])).rejects.toThrow('never changes');
    await as('clinic-admin', 'put', `/api/patients/${fia.documentId}`)
      .send({ data: { notes: 'x' } })
      .expect(409);
    const consent = await as('clinic-admin', 'post', `/access/patients/${fia.documentId}/consents`)
      .send({ key: 'whatever', act: 'given' })
      .expect(409);
    expect(consent.body.error.code).toBe('PATIENT_ERASED');
    expect(await record(fia)).toEqual(after);
  });

  test('goes wholly when the last date has come', async () => {
    const { rows } = await clinic.db.query(
      `select patient_id from privacy_kept group by patient_id having bool_or(section = 'remarks') limit 1`,
    );
    const documentId = rows[0].patient_id as string;
    const erased = await clinic.db.query('select id from patients where document_id = $1', [
      documentId,
    ]);
    const patient = { id: erased.rows[0].id, documentId };
    const { rows: asked } = await clinic.db.query(
      'select id from privacy_erasures where patient_id = $1',
      [documentId],
    );
    const identity = () =>
      as('clinic-admin', 'post', `/access/erasures/${asked[0].id}/identity`).send({ reason: 'x' });
    await identity().expect(200);
    await clinic.db.query(
      'create table later_backup as select * from sealed_fields where record = $1',
      [documentId],
    );
    await clinic.db.query("update privacy_kept set until = '2026-01-01' where patient_id = $1", [
      documentId,
    ]);
    await eventually(async () => (await record(patient)).kept.length === 0, 90);
    expect(await record(patient)).toMatchObject({
      visits: 0,
      treatments: 0,
      files: 0,
      sealed: [],
      kept: [],
    });
    const { rows: told } = await clinic.db.query(
      `select actor_kind, detail from audit_entries where action = 'privacy.retention-ended'`,
    );
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ actor_kind: 'system' });
    const reasons = await lookReasons(patient);
    expect(reasons.length).toBeGreaterThan(1);
    expect(reasons.every((reason) => reason === null)).toBe(true);
    await clinic.db.query('insert into sealed_fields select * from later_backup');
    expect((await identity().expect(404)).body.error.code).toBe('IDENTITY_GONE');
    await clinic.db.query('delete from sealed_fields where record = $1', [documentId]);
  });

  test('is erased again when a restored backup brings them back', async () => {
    const { rows } = await clinic.db.query('select patient_id from privacy_erased');
    const gia = await signedIn('gia');
    await visit(gia, '2026-03-02 08:00', 'completed');
    appendFileSync(erasedFile, `2026-11-01T08:00:00Z ${gia.documentId}\nnobody\n`);
    await clinic.startCms();
    expect(await record(gia)).toMatchObject({
      patient: { first_name: 'Erased', archived: true },
      accounts: 0,
      visits: 1,
      kept: ['visits'],
    });
    const list = readFileSync(erasedFile, 'utf8');
    for (const { patient_id } of rows) expect(list).toContain(patient_id);
    expect(list).not.toMatch(/Story/);
    const asked = await clinic.db.query(
      'select state, answered_by from privacy_erasures where patient_id = $1',
      [gia.documentId],
    );
    expect(asked.rows).toEqual([{ state: 'done', answered_by: 'ERASURE_FILE' }]);
  });

  test('leaves a trail that names nobody and is whole', async () => {
    const { rows } = await clinic.db.query(
      `select action, detail from audit_entries where action like 'privacy.%'`,
    );
    expect(rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['privacy.erasure-asked', 'privacy.erasure-done', 'privacy.hold-put']),
    );
    expect(JSON.stringify(rows)).not.toMatch(/Story|Court case|claim of yours|@patients/);
    const stateFolder = join(
      process.env.TEST_FOLDER ?? '',
      clinic.databaseUrl.split('/').pop() ?? '',
    );
    const verified = spawnSync(
      process.execPath,
      [join(__dirname, '../../scripts/audit-verify.ts')],
      {
        env: { ...process.env, DATABASE_URL: clinic.databaseUrl, STATE_DIR: stateFolder },
        encoding: 'utf8',
      },
    );
    expect(`${verified.stdout}${verified.stderr}`).toMatch(/Whole up to number/);
  });
});
