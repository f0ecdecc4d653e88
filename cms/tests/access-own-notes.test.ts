import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { staffToken, staffTokenAt } from '../../tests/support/people.ts';
import { addRecords, recordOf } from '../../tests/support/records.ts';
import { idOf } from '../../tests/support/schedule.ts';
import { openTwoPlaces, people, west } from '../../tests/support/two-places.ts';

const entries = [
  ['treatments', recordOf('treatment', people.west)],
  ['tooth-findings', recordOf('tooth-finding', people.west)],
] as const;

describe('the note of an entry in the chart', () => {
  let clinic: Clinic;
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: '2027-03-29T06:30:00Z' } });
    await openTwoPlaces(clinic, '2027-03-29');
    await addRecords(clinic.db, people.west, { type: 'West look', location: 'West' });
    tokens.dentist = await staffTokenAt(clinic, 'dentist', west);
    tokens.assistant = await staffTokenAt(clinic, 'assistant', west);
    tokens.admin = await staffToken(clinic, 'clinic-admin');
    await clinic.db.query(
      `insert into practitioners_staff_user_lnk (practitioner_id, user_id)
       select p.id, u.id from practitioners p, admin_users u
       where p.document_id = $1 and u.email like 'dentist-of-%'`,
      [idOf('Wanda')],
    );
  });
  afterAll(() => clinic.close());
  beforeEach(async () => {
    for (const [plural, documentId] of entries)
      await clinic.db.query(
        `update ${plural.replace('-', '_')} set notes = 'sensitive to cold' where document_id = $1`,
        [documentId],
      );
  });

  const belongsTo = async (practitioner: string | null) => {
    for (const [plural, documentId] of entries) {
      const table = plural.replace('-', '_');
      await clinic.db.query(
        `delete from ${table}_practitioner_lnk using ${table} e where e.id = ${table.slice(0, -1)}_id and e.document_id = $1`,
        [documentId],
      );
      if (practitioner)
        await clinic.db.query(
          `insert into ${table}_practitioner_lnk (${table.slice(0, -1)}_id, practitioner_id)
           select e.id, p.id from ${table} e, practitioners p where e.document_id = $1 and p.document_id = $2`,
          [documentId, idOf(practitioner)],
        );
    }
  };
  const write = (who: string, [plural, documentId]: (typeof entries)[number], data: object) =>
    request(clinic.url)
      .put(`/api/${plural}/${documentId}`)
      .set('Authorization', `Bearer ${tokens[who]}`)
      .send({ data });
  const noteOf = async ([plural, documentId]: (typeof entries)[number]) => {
    const table = plural.replace('-', '_');
    const { rows } = await clinic.db.query(
      `select e.notes, (select p.document_id from practitioners p join ${table}_practitioner_lnk l on l.practitioner_id = p.id
         where l.${table.slice(0, -1)}_id = e.id) as author from ${table} e where e.document_id = $1`,
      [documentId],
    );
    return rows[0];
  };

  test.each(entries)('of a colleague stays as it was written: %s', async (...entry) => {
    await belongsTo('Emil');
    for (const data of [
      { notes: 'nothing to be seen' },
      { notes: '' },
      { practitioner: idOf('Wanda') },
      { practitioner: idOf('Wanda'), notes: 'mine now' },
    ]) {
      const { status, body } = await write('dentist', entry, data);
      expect([status, body.error.code]).toEqual([403, 'NOT_YOUR_NOTE']);
      expect(body.error.details.fields[0].field).toBe('notes');
      expect(await noteOf(entry)).toEqual({ notes: 'sensitive to cold', author: idOf('Emil') });
    }
  });

  test.each(entries)('of a colleague is no hindrance to the rest of it: %s', async (...entry) => {
    await belongsTo('Emil');
    await write('dentist', entry, { notes: 'sensitive to cold' }).expect(200);
    const { body } = await request(clinic.url)
      .get(`/api/${entry[0]}/${entry[1]}`)
      .set('Authorization', `Bearer ${tokens.dentist}`)
      .expect(200);
    expect(body.data.notes).toBe('sensitive to cold');
  });

  test.each(entries)('is changed by who wrote it: %s', async (...entry) => {
    await belongsTo('Wanda');
    await write('dentist', entry, { notes: 'better' }).expect(200);
    expect((await noteOf(entry)).notes).toBe('better');
  });

  test.each(entries)('of nobody in particular is changed by everybody: %s', async (...entry) => {
    await belongsTo(null);
    await write('dentist', entry, { notes: 'better' }).expect(200);
  });

  test.each(entries)('is changed by roles that the clinic does not bind: %s', async (...entry) => {
    await belongsTo('Emil');
    await write('assistant', entry, { notes: 'typed for Emil' }).expect(200);
    await write('admin', entry, { notes: 'put right' }).expect(200);
    expect((await noteOf(entry)).notes).toBe('put right');
  });
});
