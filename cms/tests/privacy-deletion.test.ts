import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { completedTreatment, type MadePatient, makePatient } from '../../tests/support/patients.ts';
import { staffToken } from '../../tests/support/people.ts';

const form = '/content-manager/collection-types/api::patient.patient';
const words = 'The clinic keeps records of this patient: ask for an erasure instead.';

describe('a patient of whom something is kept', () => {
  let clinic: Clinic;
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    clinic = await openClinic();
    for (const role of ['strapi-super-admin', 'clinic-admin'])
      tokens[role] = await staffToken(clinic, role);
  });
  afterAll(() => clinic.close());

  const as = (who: string, method: 'delete' | 'post', path: string) =>
    request(clinic.url)[method](path).set('Authorization', `Bearer ${tokens[who]}`);
  const deletions = (who: string, { documentId }: MadePatient) => [
    as(who, 'delete', `/api/patients/${documentId}`),
    as(who, 'delete', `${form}/${documentId}`),
    as(who, 'post', `${form}/actions/bulkDelete`).send({ documentIds: [documentId] }),
  ];
  const counts = async () =>
    (
      await clinic.db.query(
        `select (select count(*)::int from patients) as patients, (select count(*)::int from patients_cmps) as parts,
           (select count(*)::int from treatments_patient_lnk) as treatments, (select count(*)::int from sealed_fields) as sealed`,
      )
    ).rows;

  test.each<[string, (patient: MadePatient) => Promise<unknown>]>([
    ['a treatment', (patient) => completedTreatment(clinic, patient, {})],
    [
      'a message',
      ({ documentId }) =>
        clinic.db.query(
          `insert into deliveries (event, subject_kind, subject_id, occasion, rule_id, rule_name, template_key, channel,
             patient_id, state, created_at) values ('x', 'appointment', $1, 'o', 'r', 'R', 't', 'email', $1, 'sent', now())`,
          [documentId],
        ),
    ],
    [
      'a wish to be erased',
      ({ documentId }) =>
        clinic.db.query(
          `insert into privacy_erasures (id, patient_id, way, asked_at, due_on) values ('e' || $1, $1, 'desk', now(), now())`,
          [documentId],
        ),
    ],
  ])('goes by an erasure alone: %s', async (_, write) => {
    const patient = await makePatient(clinic);
    await write(patient);
    const before = await counts();
    for (const answer of deletions('strapi-super-admin', patient)) {
      const { status, body } = await answer;
      expect([status, body.error.message]).toEqual([409, words]);
    }
    for (const answer of deletions('clinic-admin', patient))
      expect((await answer).status).toBe(403);
    expect(await counts()).toEqual(before);
  });

  test('is not deleted along with others', async () => {
    const [empty, full] = [await makePatient(clinic), await makePatient(clinic)];
    await completedTreatment(clinic, full, {});
    const before = await counts();
    await as('strapi-super-admin', 'post', `${form}/actions/bulkDelete`)
      .send({ documentIds: [empty.documentId, full.documentId] })
      .expect(409);
    expect(await counts()).toEqual(before);
  });

  test('is no record that was made by mistake: that goes', async () => {
    for (const n of [0, 1, 2]) {
      const patient = await makePatient(clinic);
      const answer = await deletions('strapi-super-admin', patient)[n];
      expect(answer?.status).toBeLessThan(300);
      const { rowCount } = await clinic.db.query('select from patients where id = $1', [
        patient.id,
      ]);
      expect(rowCount).toBe(0);
    }
  });
});
