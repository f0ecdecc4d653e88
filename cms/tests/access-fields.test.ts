import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { staffToken, staffTokenAt } from '../../tests/support/people.ts';
import { addRecords, recordOf } from '../../tests/support/records.ts';
import { idOf } from '../../tests/support/schedule.ts';
import { openTwoPlaces, people, west } from '../../tests/support/two-places.ts';

const day = '2027-03-29';
const visit = idOf(`${people.west} at West`);

describe('what a role may read and write, field by field, on every page', () => {
  let clinic: Clinic;
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: `${day}T06:30:00Z` } });
    await openTwoPlaces(clinic, day);
    await addRecords(clinic.db, people.west, { type: 'West look', location: 'West' });
    tokens.desk = await staffTokenAt(clinic, 'front-desk', west);
    tokens.dentist = await staffTokenAt(clinic, 'dentist', west);
    tokens.assistant = await staffTokenAt(clinic, 'assistant', west);
    tokens.admin = await staffToken(clinic, 'clinic-admin');
    await clinic.db.query(
      `update appointments set notes = 'clinical words', reason = 'a crown' where document_id = $1`,
      [visit],
    );
    await clinic.db.query(
      `insert into patients_guarantor_lnk (patient_id, inv_patient_id)
       select p.id, g.id from patients p, patients g where p.document_id = $1 and g.document_id = $2`,
      [idOf(people.west), idOf(people.east)],
    );
  });
  afterAll(() => clinic.close());

  const call = (who: string, method: 'get' | 'put' | 'post', path: string) =>
    request(clinic.url)[method](path).set('Authorization', `Bearer ${tokens[who]}`);
  const kept = async () =>
    (
      await clinic.db.query('select notes, reason from appointments where document_id = $1', [
        visit,
      ])
    ).rows[0];
  const entries = async (subjectId: string) =>
    (
      await clinic.db.query(
        'select action, patients, detail from audit_entries where subject_id = $1 order by id',
        [subjectId],
      )
    ).rows;

  const calendar = `/scheduling/calendar?from=${day}&location=${west}`;
  const shown = async (who: string) => {
    const { body } = await call(who, 'get', calendar).expect(200);
    return body.data.appointments.find(
      ({ documentId }: { documentId: string }) => documentId === visit,
    );
  };

  test('the calendar shows clinical words to the dentist, and not to the front desk', async () => {
    expect(await shown('dentist')).toMatchObject({ notes: 'clinical words', reason: 'a crown' });
    expect(await shown('desk')).toMatchObject({ notes: null, reason: 'a crown' });
    const { body } = await call('desk', 'put', `/scheduling/appointments/${visit}`)
      .send({ reason: 'a crown' })
      .expect(200);
    expect(body.data.notes).toBe(null);
  });

  test('why a colleague is away is shown to who may read it', async () => {
    await clinic.db.query(
      `with off as (
         insert into time_offs (document_id, starts_at, ends_at, reason, created_at, updated_at, published_at)
         values ('timeoffofwanda0000000001', '${day}T12:00:00Z', '${day}T13:00:00Z', 'of her own', now(), now(), now())
         returning id)
       insert into time_offs_practitioner_lnk (time_off_id, practitioner_id)
       select off.id, p.id from off, practitioners p where p.document_id = $1`,
      [idOf('Wanda')],
    );
    const reasons = async (who: string) =>
      (await call(who, 'get', calendar).expect(200)).body.data.timeOff.map(
        ({ reason }: { reason: string | null }) => reason,
      );
    expect(await reasons('desk')).toEqual(['of her own']);
    expect(await reasons('assistant')).toEqual([null]);
  });

  test('words about a visit are written by who may write them, and the trail tells of it', async () => {
    const before = await kept();
    const path = `/scheduling/appointments/${visit}`;
    for (const notes of ['overwritten', null]) {
      const { status, body } = await call('desk', 'put', path).send({ notes });
      expect([status, body.error.code]).toEqual([403, 'FIELD_NOT_ALLOWED']);
      expect(body.error.details.fields[0].field).toBe('notes');
    }
    const both = await call('desk', 'put', path).send({
      start: `${day}T14:00:00+03:00`,
      notes: 'overwritten',
    });
    expect(both.status).toBe(403);
    expect(await kept()).toEqual(before);
    const booked = await call('desk', 'post', '/scheduling/appointments').send({
      patient: idOf(people.west),
      appointmentType: idOf('West look'),
      location: west,
      practitioner: idOf('Wanda'),
      start: `${day}T15:00:00+03:00`,
      notes: 'clinical',
    });
    expect([booked.status, booked.body.error.code]).toEqual([403, 'FIELD_NOT_ALLOWED']);
    const told = (await entries(visit)).length;
    await call('dentist', 'put', path).send({ notes: 'by the dentist' }).expect(200);
    expect((await kept()).notes).toBe('by the dentist');
    const added = (await entries(visit)).slice(told);
    expect(added).toEqual([
      {
        action: 'update',
        patients: [idOf(people.west)],
        detail: { fields: ['notes'], values: {} },
      },
    ]);
  });

  test('undoing a cancellation at the desk loses no words that the desk may not read', async () => {
    const order = {
      patient: idOf(people.west),
      appointmentType: idOf('West look'),
      location: west,
      practitioner: idOf('Wanda'),
      start: `${day}T16:00:00+03:00`,
    };
    const first = await call('dentist', 'post', '/scheduling/appointments')
      .send({ ...order, notes: 'allergic to latex' })
      .expect(201);
    const instead = first.body.data.documentId;
    await call('desk', 'post', `/scheduling/appointments/${instead}/status`)
      .send({ to: 'cancelled' })
      .expect(200);
    const again = await call('desk', 'post', '/scheduling/appointments')
      .send({ ...order, instead })
      .expect(201);
    expect(again.body.data.notes).toBe(null);
    const notes = async (documentId: string) =>
      (await clinic.db.query('select notes from appointments where document_id = $1', [documentId]))
        .rows[0].notes;
    expect(await notes(again.body.data.documentId)).toBe('allergic to latex');
    const other = await call('desk', 'post', '/scheduling/appointments')
      .send({ ...order, start: `${day}T16:30:00+03:00`, patient: idOf(people.both), instead })
      .expect(201);
    expect(await notes(other.body.data.documentId)).toBe(null);
  });

  test('the answer of a write shows no patient of another location, as a read does not', async () => {
    const patient = `/api/patients/${idOf(people.west)}?populate=guarantor`;
    const appointment = `/api/appointments/${visit}?populate[patient][populate]=guarantor`;
    const own = await call('desk', 'put', patient).send({ data: { city: 'Iași' } });
    expect([own.status, own.body.data?.guarantor]).toEqual([200, null]);
    const theirs = await call('desk', 'put', appointment).send({ data: { reason: 'a bridge' } });
    expect([theirs.status, theirs.body.data?.patient?.guarantor]).toEqual([200, null]);
    const wide = await call('admin', 'put', patient).send({ data: { city: 'Cluj-Napoca' } });
    expect(wide.body.data.guarantor.documentId).toBe(idOf(people.east));
    expect((await entries(idOf(people.west))).at(-1).patients.sort()).toEqual(
      [idOf(people.west), idOf(people.east)].sort(),
    );
  });

  test('an entry of the chart stays with its patient, and billing says what is billed', async () => {
    const treatment = `/api/treatments/${recordOf('treatment', people.west)}`;
    await clinic.db.query(
      `insert into treatments_invoice_lnk (treatment_id, invoice_id)
       select t.id, i.id from treatments t, invoices i where t.document_id = $1 and i.document_id = $2`,
      [recordOf('treatment', people.west), recordOf('invoice', people.west)],
    );
    const links = async () =>
      (
        await clinic.db.query(
          `select p.patient_id, i.invoice_id from treatments t join treatments_patient_lnk p on p.treatment_id = t.id
           left join treatments_invoice_lnk i on i.treatment_id = t.id where t.document_id = $1`,
          [recordOf('treatment', people.west)],
        )
      ).rows;
    const before = await links();
    for (const [data, code] of [
      [{ patient: idOf(people.both) }, 'PATIENT_STAYS'],
      [{ invoice: null }, 'INVOICE_ELSEWHERE'],
    ] as const) {
      const { status, body } = await call('dentist', 'put', treatment).send({ data });
      expect([status, body.error?.code]).toEqual([409, code]);
    }
    const finding = `/api/tooth-findings/${recordOf('tooth-finding', people.west)}`;
    const moved = await call('dentist', 'put', finding).send({
      data: { patient: idOf(people.both) },
    });
    expect([moved.status, moved.body.error?.code]).toEqual([409, 'PATIENT_STAYS']);
    expect(await links()).toEqual(before);
  });
});
