import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { staffToken } from '../../tests/support/people.ts';
import { addRecords, recordOf } from '../../tests/support/records.ts';
import { idOf } from '../../tests/support/schedule.ts';
import { openTwoPlaces, people } from '../../tests/support/two-places.ts';

describe('whoever looks at a record that is a patient’s has looked at the patient', () => {
  let clinic: Clinic;
  let token: string;
  let last = '0';
  const patient = people.west;
  const records: Readonly<Record<string, string>> = {
    appointment: idOf(`${patient} at West`),
    treatment: recordOf('treatment', patient),
    'tooth-finding': recordOf('tooth-finding', patient),
    'questionnaire-response': recordOf('questionnaire-response', patient),
    invoice: recordOf('invoice', patient),
    payment: recordOf('payment', patient),
    'wait-list-entry': recordOf('wait-list-entry', patient),
  };

  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: '2027-03-29T06:30:00Z' } });
    await openTwoPlaces(clinic, '2027-03-29');
    await addRecords(clinic.db, patient, { type: 'West look', location: 'West' });
    await clinic.db.query(
      `insert into patients_guarantor_lnk (patient_id, inv_patient_id)
       select p.id, g.id from patients p, patients g where p.document_id = $1 and g.document_id = $2`,
      [idOf(patient), idOf(people.east)],
    );
    token = await staffToken(clinic, 'clinic-admin');
  });
  afterAll(() => clinic.close());

  const routeOf = (noun: string) => `/api/${noun.replace(/y$/, 'ie')}s`;
  const lookedAt = async (path: string): Promise<string[]> => {
    const { status } = await request(clinic.url).get(path).set('Authorization', `Bearer ${token}`);
    expect([path, status]).toEqual([path, 200]);
    const { rows } = await clinic.db.query(
      "select id, patients from audit_entries where id > $1 and actor_kind = 'staff' order by id",
      [last],
    );
    last = rows.at(-1)?.id ?? last;
    return rows.flatMap((row) => row.patients);
  };
  beforeEach(() => lookedAt('/api/locations'));

  test.each(Object.entries(records))('a %s over REST, alone and in a list', async (noun, id) => {
    expect(await lookedAt(`${routeOf(noun)}/${id}`)).toContain(idOf(patient));
    expect(await lookedAt(`${routeOf(noun)}?filters[documentId][$eq]=${id}`)).toContain(
      idOf(patient),
    );
  });

  test.each(Object.entries(records))('a %s in the panel', async (noun, id) => {
    const path = `/content-manager/collection-types/api::${noun}.${noun}`;
    expect(await lookedAt(`${path}/${id}`)).toContain(idOf(patient));
    expect(await lookedAt(`${path}?filters[documentId][$eq]=${id}`)).toContain(idOf(patient));
  });

  test('whom an answer names beside', async () => {
    const seen = await lookedAt(`/api/patients/${idOf(patient)}?populate=guarantor`);
    expect([...new Set(seen)].sort()).toEqual([idOf(patient), idOf(people.east)].sort());
  });

  test.each(['consents', 'exports', 'erasures'])('what there is of %s', async (what) => {
    expect(await lookedAt(`/access/patients/${idOf(patient)}/${what}`)).toEqual([idOf(patient)]);
  });

  test('who shares a phone with them', async () => {
    const mate = idOf(people.both);
    await clinic.db.query(
      "update patients set mobile_number = '0745777111' where document_id = any ($1)",
      [[idOf(patient), mate]],
    );
    expect(await lookedAt(`/access/patients/${idOf(patient)}/family`)).toContain(mate);
  });

  test('whoever writes whom it points to has told both, before and after', async () => {
    const written = async (guarantor: string | null) => {
      await request(clinic.url)
        .put(`/api/patients/${idOf(patient)}`)
        .set('Authorization', `Bearer ${token}`)
        .send({ data: { guarantor } })
        .expect(200);
      const { rows } = await clinic.db.query(
        `select patients, detail from audit_entries where action = 'update' and subject_id = $1
         order by id desc limit 1`,
        [idOf(patient)],
      );
      return rows[0];
    };
    const [east, both] = [idOf(people.east), idOf(people.both)];
    expect(await written(both)).toEqual({
      patients: [idOf(patient), east, both],
      detail: { fields: ['guarantor'], values: { guarantor: { old: east, new: both } } },
    });
    expect((await written(null)).detail.values).toEqual({ guarantor: { old: both, new: null } });
  });
});
