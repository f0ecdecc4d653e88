import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { type MailServer, startMailServer } from '../../tests/support/mail.ts';
import { makePatient, patientToken } from '../../tests/support/patients.ts';
import { staffToken } from '../../tests/support/people.ts';

const api = join(__dirname, '../src/api');
const eventually = async <T>(look: () => Promise<T | undefined>): Promise<T> => {
  for (let tries = 0; tries < 100; tries++) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('it did not happen');
};

/** Nouns that point at a patient, and the patient. */
const nounsOfPatients = () =>
  readdirSync(api).filter((noun) => {
    const schema = JSON.parse(
      readFileSync(join(api, noun, 'content-types', noun, 'schema.json'), 'utf8'),
    );
    return (
      noun === 'patient' ||
      Object.values(schema.attributes as Record<string, { target?: string }>).some(
        ({ target }) => target === 'api::patient.patient',
      )
    );
  });

const schemaOf = (noun: string) =>
  JSON.parse(readFileSync(join(api, noun, 'content-types', noun, 'schema.json'), 'utf8'));

/** Tables that refer to patients and are not told, each with the reason. */
const untold: Readonly<Record<string, string>> = {
  patients_cmps: 'Alerts, told with the record.',
  patients_location_lnk: 'The place, told with the record.',
  time_claims: 'When somebody is busy: what visits tell already.',
  holds: 'A time that is kept for minutes.',
  audit_reasons: 'Why staff did what the trail tells: part of the trail.',
  privacy_holds: 'What a court wants is not told to the other side.',
  privacy_kept: 'Of erased patients, who can ask for no copy.',
  privacy_erased: 'Of erased patients, who can ask for no copy.',
};

describe('a copy of one’s data', () => {
  let clinic: Clinic;
  let mail: MailServer;
  let ana: { id: number; documentId: string };
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    mail = await startMailServer();
    clinic = await openClinic({ variables: { SMTP_URL: mail.url } });
    for (const role of ['clinic-admin', 'front-desk'])
      tokens[role] = await staffToken(clinic, role);
    ana = await makePatient(clinic);
    tokens.ana = await patientToken(clinic, ana);
    tokens.ion = await patientToken(clinic, await makePatient(clinic));
    await request(clinic.url)
      .put(`/content-manager/collection-types/api::patient.patient/${ana.documentId}`)
      .set('Authorization', `Bearer ${tokens['clinic-admin']}`)
      .send({ nationalId: '2900501123456', notes: 'afraid of needles' })
      .expect(200);
    await clinic.db.query(
      `with a as (insert into appointments (document_id, starts_at, ends_at, status, reason, created_at, updated_at)
         values ('a-export', '2026-03-29 00:30', '2026-03-29 01:00', 'completed', 'a broken tooth', now(), now()) returning id)
       insert into appointments_patient_lnk (appointment_id, patient_id) select a.id, $1::integer from a`,
      [ana.id],
    );
    await clinic.db.query(
      `with i as (insert into invoices (document_id, number, status, issued_on, currency, total, created_at, updated_at)
         values ('i-export', 'EXP-1', 'issued', '2026-03-29', 'RON', 12050, now(), now()) returning id)
       insert into invoices_patient_lnk (invoice_id, patient_id) select i.id, $1::integer from i`,
      [ana.id],
    );
    const brother = await makePatient(clinic, { dateOfBirth: '1988-02-03' });
    for (const sql of [
      `insert into patient_relations (id, patient_id, relative_id, kind, made_at, made_by, confirmed_at, confirmed_by)
       values ('r-export', $1, $2, 'family', now(), 'desk', now(), 'desk')`,
      'insert into patients_guarantor_lnk (patient_id, inv_patient_id) values ($1, $2)',
    ])
      await clinic.db.query(sql, [ana.id, brother.id]);
    await clinic.db.query(
      `insert into opened_records (id, user_id, patient_id, reason, opened_at, ends_at)
       select 'o-export', u.id, $1, 'Bleeding after a fall', '2026-03-29 08:00Z', '2026-03-29 09:00Z'
       from admin_users u order by u.id limit 1`,
      [ana.id],
    );
    await clinic.db.query(
      `insert into calendar_feeds (id, digest, kind, owner_id, language, made_at, made_by_kind, made_by_id)
       values ('f-export', sha256('x'), 'patient', $1, 'en', '2026-03-29 08:00Z', 'patient', $1)`,
      [ana.documentId],
    );
    await clinic.db.query(
      `insert into wait_list_offers (id, source, patient_id, appointment_type_id, location_id, practitioner_id, starts_at,
         ends_at, hold_id, chain_id, then_next, state, offered_at, expires_at, settled_at)
       values ('w-export', 'wait-list', $1, 't', 'l', 'p', '2026-03-30 08:00Z', '2026-03-30 09:00Z', 'h', 'w-export', false,
         'declined', '2026-03-29 08:00Z', '2026-03-29 09:00Z', '2026-03-29 09:00Z')`,
      [ana.documentId],
    );
  });
  afterAll(async () => {
    await clinic.close();
    await mail.stop();
  });

  const as = (who: string, method: 'get' | 'post', path: string) =>
    request(clinic.url)[method](path).set('Authorization', `Bearer ${tokens[who]}`);
  const own = '/api/access/privacy/exports';
  const readyExport = (who: string, path = own): Promise<string> =>
    eventually(async () => {
      const { body } = await as(who, 'get', path);
      const [newest] = body.data;
      return newest?.state === 'ready' ? newest.id : undefined;
    });
  const archive = async (who: string, path: string) => {
    const { body } = await as(who, 'get', path)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      })
      .expect(200)
      .expect('Content-Type', 'application/zip')
      .expect('Cache-Control', 'private, no-store');
    return unzipSync(new Uint8Array(body as Buffer));
  };

  test('is asked for in the portal, made in the background, told by mail and fetched when signed in', async () => {
    const asked = await as('ana', 'post', own).send({ language: 'en' }).expect(202);
    expect(asked.body.data).toMatchObject({ state: 'asked', way: 'portal', bytes: null });
    const id = await readyExport('ana');
    const files = await archive('ana', `${own}/${id}/archive`);
    expect(Object.keys(files).sort()).toEqual(['data.json', 'files/EXP-1.pdf', 'summary.pdf']);
    const { data } = JSON.parse(strFromU8(files['data.json'] as Uint8Array));
    expect(data.person[0]).toMatchObject({ lastName: 'Story', notes: 'afraid of needles' });
    expect(JSON.stringify(data.person)).toContain('2900501123456');
    expect(data.visits).toEqual([
      expect.objectContaining({ reason: 'a broken tooth', startsAt: '2026-03-29T00:30:00.000Z' }),
    ]);
    expect(data.invoices[0]).toMatchObject({ number: 'EXP-1', total: 12050 });
    expect(data.family.map(({ kind, name }: Record<string, string>) => [kind, name])).toEqual([
      ['family', 'Ștefania Story'],
      ['payer', 'Ștefania Story'],
    ]);
    expect(data.seen).toEqual([
      expect.objectContaining({ kind: 'emergency', reason: 'Bleeding after a fall' }),
    ]);
    expect(data.feeds).toEqual([expect.objectContaining({ language: 'en', revokedAt: null })]);
    expect(data.waiting).toEqual([
      expect.objectContaining({
        kind: 'offer',
        status: 'declined',
        startsAt: '2026-03-30T08:00:00Z',
      }),
    ]);
    expect(data.requests).toEqual([expect.objectContaining({ kind: 'copy', state: 'asked' })]);
    expect(JSON.stringify(data)).not.toMatch(/password|\$2a|digest|1988-02-03/);
    for (const pdf of ['summary.pdf', 'files/EXP-1.pdf'])
      expect(strFromU8((files[pdf] as Uint8Array).slice(0, 5))).toBe('%PDF-');
    const told = await mail.waitFor(`${ana.documentId}@patients.test`, ({ subject }) =>
      subject.includes('copy of your data'),
    );
    expect(told.text).toMatch(/\/en\/privacy/);
    expect(told.text).not.toContain(id);
  });

  test('holds every noun that tells of patients', async () => {
    const id = await readyExport('ana');
    const files = await archive('ana', `${own}/${id}/archive`);
    const { nouns } = JSON.parse(strFromU8(files['data.json'] as Uint8Array));
    const held = Object.values(nouns as Record<string, string[]>).flat();
    for (const noun of nounsOfPatients()) expect(held).toContain(`api::${noun}.${noun}`);
  });

  test('forgets no table that refers to patients', () => {
    const worker = join(__dirname, '../../tests/support/told-worker.ts');
    const { stdout } = spawnSync(process.execPath, [worker], {
      env: { ...process.env, DATABASE_URL: clinic.databaseUrl },
      encoding: 'utf8',
    });
    const { nouns, tables, references } = JSON.parse(stdout) as Record<string, string[]>;
    const told = [
      ...(tables ?? []),
      ...(nouns ?? []).map(
        (uid) => `${schemaOf(uid.slice(uid.indexOf('.') + 1)).collectionName}_patient_lnk`,
      ),
    ];
    expect(references).toEqual(expect.arrayContaining(['patient_files', 'deliveries']));
    expect(references?.filter((table) => !told.includes(table) && !(table in untold))).toEqual([]);
  });

  test('is nobody else’s, and without signing in there is none', async () => {
    const id = await readyExport('ana');
    await as('ion', 'get', `${own}/${id}/archive`).expect(404);
    expect((await as('ion', 'get', own).expect(200)).body.data).toEqual([]);
    await request(clinic.url).get(`${own}/${id}/archive`).expect(403);
    await request(clinic.url).post(own).send({}).expect(403);
    await as(
      'front-desk',
      'get',
      `/access/patients/${ana.documentId}/exports/${id}/archive`,
    ).expect(403);
    await as('clinic-admin', 'get', `/access/patients/nobody/exports/${id}/archive`).expect(404);
  });

  test('is kept sealed, and gone after a week', async () => {
    const id = await readyExport('ana');
    const { rows } = await clinic.db.query(
      `select encode(sealed, 'escape') as text, until - ready_at as lasts from privacy_exports where id = $1`,
      [id],
    );
    expect(rows[0].text).not.toMatch(/data\.json|summary\.pdf/);
    expect(rows[0].lasts.days ?? rows[0].lasts.hours / 24).toBe(7);
    await clinic.db.query(
      "update privacy_exports set until = now() - interval '1 second' where id = $1",
      [id],
    );
    await as('ana', 'get', `${own}/${id}/archive`).expect(404);
  });

  test('is made at the desk as well, three times a day at most, and every download is told', async () => {
    const path = `/access/patients/${ana.documentId}/exports`;
    await as('front-desk', 'post', path).send({}).expect(403);
    await as('clinic-admin', 'post', path).send({}).expect(202);
    const id = await readyExport('clinic-admin', path);
    await archive('clinic-admin', `${path}/${id}/archive`);
    expect((await as('clinic-admin', 'get', path)).body.data[0]).toMatchObject({
      way: 'desk',
      askedBy: 'Test clinic-admin',
      fetched: 1,
    });
    await as('ana', 'post', own).send({}).expect(202);
    await readyExport('ana');
    const refused = await as('ana', 'post', own).send({}).expect(409);
    expect(refused.body.error.code).toBe('TOO_MANY_EXPORTS');
    const { rows } = await clinic.db.query(
      `select actor_kind, action, patients from audit_entries where action = 'privacy.export' order by id`,
    );
    expect(rows.map(({ actor_kind }) => actor_kind)).toEqual(['patient', 'patient', 'staff']);
    expect(rows.every(({ patients }) => patients[0] === ana.documentId)).toBe(true);
  });
});
