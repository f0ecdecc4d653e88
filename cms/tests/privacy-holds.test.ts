import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { type MadePatient, makePatient } from '../../tests/support/patients.ts';
import { staffToken } from '../../tests/support/people.ts';
import { addRecords, recordOf } from '../../tests/support/records.ts';
import { idOf } from '../../tests/support/schedule.ts';
import { openTwoPlaces, people } from '../../tests/support/two-places.ts';

const kept = 'A legal hold keeps this record.';

describe('a record under a legal hold', () => {
  let clinic: Clinic;
  let admin: string;
  const whose = idOf(people.west);
  const as = (method: 'get' | 'post' | 'put' | 'delete', path: string) =>
    request(clinic.url)[method](path).set('Authorization', `Bearer ${admin}`);
  const hold = (documentId: string, reason: string | null) =>
    as('put', `/access/patients/${documentId}/legal-hold`).send({ reason }).expect(200);

  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: '2027-03-29T06:30:00Z' } });
    await openTwoPlaces(clinic, '2027-03-29');
    await addRecords(clinic.db, people.west, { type: 'West look', location: 'West' });
    admin = await staffToken(clinic, 'clinic-admin');
    await as('put', `/api/patients/${whose}`)
      .send({ data: { nationalId: '2900501123456', sensitiveNotes: 'shelter' } })
      .expect(200);
    await clinic.db.query(
      `with said as (
         insert into consent_versions (key, language, version, title, text) values ('held', 'en', 1, 'Held', 'Held')
         returning key, language, version)
       insert into consent_acts (patient_id, key, language, version, act, at, way)
       select $1, key, language, version, 'given', now(), 'portal' from said`,
      [whose],
    );
    await clinic.db.query(
      `insert into deliveries (event, subject_kind, subject_id, occasion, rule_id, rule_name, template_key, channel,
         patient_id, state, body, created_at)
       values ('x', 'appointment', 'a', 'held', 'r', 'R', 't', 'email', $1, 'sent', 'Dear', now())`,
      [whose],
    );
    await clinic.db.query(
      `insert into patient_files (document_id, patient_id, name, category, kind, bytes, added_at, added_by)
       select 'fstoryofheld01', id, 'held.png', 'x-ray', 'png', 10, now(), 'Test' from patients where document_id = $1`,
      [whose],
    );
    await hold(whose, 'Court case 12/2027');
  });
  afterAll(() => clinic.close());

  /** All that the hold keeps, as the database has it. */
  const everything = async () => {
    const tables = [
      ...['appointments', 'treatments', 'tooth_findings', 'questionnaire_responses'],
      ...['invoices', 'payments', 'wait_list_entries'],
    ];
    const links = tables.map(
      (table) => `select '${table}' as name, md5(string_agg(l::text, '|' order by l.id)) as state
        from ${table}_patient_lnk l join patients p on p.id = l.patient_id where p.document_id = $1`,
    );
    // Other messages may be on their way.
    const more = ['consent_acts t where', `deliveries t where occasion = 'held' and`].map(
      (which, n) =>
        `select 'more ${n}', md5(string_agg(t::text, '|' order by t::text)) from ${which} patient_id = $1`,
    );
    const sealed = ['sealed_fields', 'record_keys'].map(
      (table) =>
        `select '${table}', md5(string_agg(t::text, '|' order by t::text)) from ${table} t where record = $1`,
    );
    const { rows } = await clinic.db.query([...links, ...more, ...sealed].join(' union all '), [
      whose,
    ]);
    return rows;
  };

  /** What is in the chart stays with its patient, held or not. */
  const wordsFor = (noun: string) =>
    ['treatment', 'tooth-finding'].includes(noun)
      ? 'An entry of the chart stays with its patient.'
      : kept;
  test.each(['treatment', 'tooth-finding', 'wait-list-entry', 'appointment'])(
    'a %s in it becomes nobody’s and nobody else’s',
    async (noun) => {
      const id =
        noun === 'appointment' ? idOf(`${people.west} at West`) : recordOf(noun, people.west);
      const path = `/content-manager/collection-types/api::${noun}.${noun}/${id}`;
      const before = await everything();
      const nobodys = await as('put', path).send({ patient: { set: [] } });
      expect([400, 409]).toContain(nobodys.status);
      const { status, body } = await as('put', path).send({
        patient: { set: [{ documentId: idOf(people.east) }] },
      });
      expect([status, body.error.message]).toEqual([409, wordsFor(noun)]);
      expect(await everything()).toEqual(before);
    },
  );

  test('a treatment in it becomes nobody else’s over REST either', async () => {
    const before = await everything();
    const { status, body } = await as(
      'put',
      `/api/treatments/${recordOf('treatment', people.west)}`,
    ).send({
      data: { patient: idOf(people.east) },
    });
    expect([status, body.error.message]).toEqual([409, wordsFor('treatment')]);
    expect(await everything()).toEqual(before);
  });

  const number = '(select id from patients where document_id = $1)';
  test.each([
    `delete from treatments_patient_lnk where patient_id = ${number}`,
    `update invoices_patient_lnk set patient_id = (select id from patients where document_id = '${idOf(people.east)}')
       where patient_id = ${number}`,
    `with spare as (insert into payments (document_id) values ('spare') returning id)
       update payments_patient_lnk set payment_id = spare.id from spare where patient_id = ${number}`,
    `delete from wait_list_entries where id in
       (select wait_list_entry_id from wait_list_entries_patient_lnk where patient_id = ${number})`,
    'delete from deliveries where patient_id = $1',
    `update deliveries set patient_id = 'another' where patient_id = $1`,
    'delete from consent_acts where patient_id = $1',
    `delete from sealed_fields where noun = 'patient' and record = $1`,
    `delete from record_keys where noun = 'patient' and record = $1`,
    `update patient_files set patient_id = (select id from patients where document_id = '${idOf(people.east)}')
       where patient_id = ${number}`,
  ])('stays whoever writes: %s', async (statement) => {
    const before = await everything();
    await expect(clinic.db.query(statement, [whose])).rejects.toThrow(kept);
    expect(await everything()).toEqual(before);
  });

  test('is written on all the same, but what is sealed is not wiped out', async () => {
    const treatment = `/api/treatments/${recordOf('treatment', people.west)}`;
    await as('put', treatment)
      .send({ data: { notes: 'seen again', patient: whose } })
      .expect(200);
    const path = `/api/patients/${whose}`;
    await as('put', path)
      .send({ data: { city: 'Turda', sensitiveNotes: 'shelter, moved' } })
      .expect(200);
    const { status, body } = await as('put', path).send({ data: { sensitiveNotes: null } });
    expect([status, body.error.message]).toEqual([409, kept]);
    expect((await as('get', path)).body.data.sensitiveNotes).toBe('shelter, moved');
  });

  test('is neither merged nor taken apart', async () => {
    const [one, two] = [await makePatient(clinic), await makePatient(clinic)];
    const merge = (winner: MadePatient, loser: MadePatient) =>
      as('post', '/access/merges').send({ winner: winner.documentId, loser: loser.documentId });
    await hold(two.documentId, 'Case 8');
    for (const [winner, loser] of [
      [one, two],
      [two, one],
    ] as const) {
      const refused = await merge(winner, loser).expect(409);
      expect(refused.body.error.code).toBe('LEGAL_HOLD');
    }
    await hold(two.documentId, null);
    const { body } = await merge(one, two).expect(201);
    await hold(two.documentId, 'Case 9');
    const undone = await as('post', `/access/merges/${body.data.id}/undo`).send({}).expect(409);
    expect(undone.body.error.code).toBe('LEGAL_HOLD');
    await hold(one.documentId, null);
    await as('post', `/access/merges/${body.data.id}/undo`).send({}).expect(200);
  });
});
