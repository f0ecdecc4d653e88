import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { type MadePatient, makePatient, patientToken } from '../../tests/support/patients.ts';
import { staffToken } from '../../tests/support/people.ts';
import { eventually } from './reminders-fixtures.ts';

const own = '/api/access/privacy/exports';

describe('a patient whose two records became one', () => {
  let clinic: Clinic;
  let admin: string;
  const erasedFile = join(process.env.TEST_FOLDER ?? '', `merged-${process.pid}.txt`);
  beforeAll(async () => {
    clinic = await openClinic({ variables: { ERASURE_FILE: erasedFile } });
    admin = await staffToken(clinic, 'clinic-admin');
  });
  afterAll(() => clinic.close());

  const as = (token: string, method: 'get' | 'post' | 'put', path: string) =>
    request(clinic.url)[method](path).set('Authorization', `Bearer ${token}`);
  const merge = async (winner: MadePatient, loser: MadePatient, choices = {}): Promise<string> => {
    const wish = { winner: winner.documentId, loser: loser.documentId, choices };
    const { body } = await as(admin, 'post', '/access/merges').send(wish).expect(201);
    return body.data.id;
  };
  const emailOf = ({ documentId }: MadePatient) => `${documentId}@patients.test`;
  const accounts = async (...patients: readonly MadePatient[]): Promise<number> => {
    const { rowCount } = await clinic.db.query('select from up_users where email = any ($1)', [
      patients.map(emailOf),
    ]);
    return rowCount ?? 0;
  };
  const marked = async (...patients: readonly MadePatient[]): Promise<number> => {
    const { rowCount } = await clinic.db.query(
      'select from privacy_erased where patient_id = any ($1)',
      [patients.map(({ documentId }) => documentId)],
    );
    return rowCount ?? 0;
  };
  const erase = async ({ documentId }: MadePatient) => {
    const asked = await as(admin, 'post', `/access/patients/${documentId}/erasures`)
      .send({})
      .expect(201);
    await as(admin, 'post', `/access/erasures/${asked.body.data.id}/approve`).send({}).expect(200);
  };

  test.each(['winner', 'loser'])(
    'is erased with both accounts when that of the %s was kept',
    async (kept) => {
      const [one, two] = [await makePatient(clinic), await makePatient(clinic)];
      for (const patient of [one, two]) await patientToken(clinic, patient);
      await merge(one, two, { account: kept });
      expect(await accounts(one, two)).toBe(2);
      await erase(one);
      expect(await accounts(one, two)).toBe(0);
      expect(await marked(one, two)).toBe(2);
    },
  );

  test('has each account again where it was when the two are two again', async () => {
    const [one, two] = [await makePatient(clinic), await makePatient(clinic)];
    for (const patient of [one, two]) await patientToken(clinic, patient);
    const links = async () =>
      (
        await clinic.db.query(
          'select id, patient_id, user_id from patients_account_lnk where patient_id = any ($1) order by 1',
          [[one.id, two.id]],
        )
      ).rows;
    const before = await links();
    const id = await merge(one, two, { account: 'loser' });
    expect(await links()).toHaveLength(2);
    await as(admin, 'post', `/access/merges/${id}/undo`).send({}).expect(200);
    expect(await links()).toEqual(before);
  });

  test('is asked for under any id, and is one patient', async () => {
    const [one, two] = [await makePatient(clinic), await makePatient(clinic)];
    await merge(one, two);
    const path = ({ documentId }: MadePatient, what: string) =>
      `/access/patients/${documentId}/${what}`;
    await as(admin, 'put', path(two, 'legal-hold')).send({ reason: 'Case 7' }).expect(200);
    await as(admin, 'post', path(two, 'exports')).send({}).expect(202);
    const { body } = await as(admin, 'post', path(two, 'erasures')).send({}).expect(201);
    const twice = await as(admin, 'post', path(one, 'erasures')).send({}).expect(409);
    expect(twice.body.error.code).toBe('ERASURE_UNDERWAY');
    const approve = `/access/erasures/${body.data.id}/approve`;
    const refused = await as(admin, 'post', approve).send({}).expect(409);
    expect(refused.body.error.code).toBe('LEGAL_HOLD');
    const { rows } = await clinic.db.query(
      `select patient_id from privacy_holds where patient_id = any ($1)
       union all select patient_id from privacy_exports where patient_id = any ($1)
       union all select patient_id from privacy_erasures where patient_id = any ($1)`,
      [[one.documentId, two.documentId]],
    );
    expect(new Set(rows.map(({ patient_id }) => patient_id))).toEqual(new Set([one.documentId]));
    await as(admin, 'put', path(two, 'legal-hold')).send({ reason: null }).expect(200);
    await as(admin, 'post', approve).send({}).expect(200);
    expect(await marked(one, two)).toBe(2);
  });

  test('has no copy that was made meanwhile once the two are two again', async () => {
    const [one, two] = [await makePatient(clinic), await makePatient(clinic)];
    const token = await patientToken(clinic, one);
    const copy = async (): Promise<string> => {
      const asked = await as(token, 'post', own).send({}).expect(202);
      await eventually(async () => {
        const { body } = await as(token, 'get', own);
        return body.data[0].state === 'ready';
      });
      return asked.body.data.id;
    };
    const before = await copy();
    const id = await merge(one, two);
    const meanwhile = await copy();
    await as(token, 'get', `${own}/${meanwhile}/archive`).expect(200);
    await as(admin, 'post', `/access/merges/${id}/undo`).send({}).expect(200);
    const gone = await as(token, 'get', `${own}/${meanwhile}/archive`).expect(404);
    expect(gone.body.error.code).toBe('EXPORT_NOT_FOUND');
    await as(token, 'get', `${own}/${before}/archive`).expect(200);
    const { rows } = await clinic.db.query('select sealed from privacy_exports where id = $1', [
      meanwhile,
    ]);
    expect(rows).toEqual([{ sealed: null }]);
  });

  test('is erased again, both records, when a backup brings them back apart', async () => {
    const [one, two] = [await makePatient(clinic), await makePatient(clinic)];
    const id = await merge(one, two);
    await erase(one);
    await clinic.startCms();
    const list = readFileSync(erasedFile, 'utf8');
    for (const { documentId } of [one, two]) expect(list).toContain(documentId);
    const both = [one.documentId, two.documentId];
    // In one go: the clinic looks at the list every minute.
    const backup = await clinic.db.connect();
    await backup.query('begin');
    await backup.query('delete from patient_merges where id = $1', [id]);
    await backup.query('delete from privacy_erased where patient_id = any ($1)', [both]);
    await backup.query(
      `update patients set first_name = 'Ștefania', archived = false where document_id = any ($1)`,
      [both],
    );
    await backup.query('commit');
    backup.release();
    await clinic.startCms();
    const { rows } = await clinic.db.query(
      'select first_name from patients where document_id = any ($1)',
      [both],
    );
    expect(rows).toEqual([{ first_name: 'Erased' }, { first_name: 'Erased' }]);
  });

  test('is not erased for somebody who was another person after the backup', async () => {
    const [one, two] = [await makePatient(clinic), await makePatient(clinic)];
    await merge(one, two);
    appendFileSync(erasedFile, `2026-11-01T08:00:00Z ${two.documentId}\n`);
    await clinic.startCms();
    expect(await marked(one, two)).toBe(0);
  });
});
