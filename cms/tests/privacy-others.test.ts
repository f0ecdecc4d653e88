import { strFromU8, unzipSync } from 'fflate';
import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import {
  type MadePatient,
  makePatient,
  newDocumentId,
  patientToken,
} from '../../tests/support/patients.ts';
import { staffToken } from '../../tests/support/people.ts';
import { eventually } from './reminders-fixtures.ts';

const mothers = 'mother@stories.test';

describe('what is about several people', () => {
  let clinic: Clinic;
  let admin: string;
  beforeAll(async () => {
    clinic = await openClinic();
    // Nobody writes messages meanwhile.
    await clinic.db.query('update reminder_rules set active = false');
    admin = await staffToken(clinic, 'clinic-admin');
  });
  afterAll(() => clinic.close());

  const as = (token: string, method: 'get' | 'post' | 'put', path: string) =>
    request(clinic.url)[method](path).set('Authorization', `Bearer ${token}`);
  const erase = async ({ documentId }: MadePatient) => {
    const asked = await as(admin, 'post', `/access/patients/${documentId}/erasures`)
      .send({})
      .expect(201);
    await as(admin, 'post', `/access/erasures/${asked.body.data.id}/approve`).send({}).expect(200);
  };
  const visit = async (patient: MadePatient, day: string): Promise<string> => {
    const id = newDocumentId();
    await clinic.db.query(
      `with a as (insert into appointments (document_id, starts_at, ends_at, status, created_at, updated_at)
         values ($3, $2::date + time '08:00', $2::date + time '08:30', 'completed', now(), now()) returning id)
       insert into appointments_patient_lnk (appointment_id, patient_id) select a.id, $1::integer from a`,
      [patient.id, day, id],
    );
    return id;
  };
  const message = async (
    to: MadePatient,
    about: {
      relative?: MadePatient;
      state?: string;
      recipient?: string;
      body?: string;
      visits?: string[];
    },
  ): Promise<string> => {
    const { state = 'sent', recipient = mothers, body = 'Hello', visits } = about;
    const { rows } = await clinic.db.query(
      `insert into deliveries (event, subject_kind, subject_id, occasion, rule_id, rule_name, template_key, channel,
         patient_id, relative_id, state, recipient, subject, body, html, calendar, trace, visits, next_attempt_at, sent_at, created_at)
       values ('x', 'appointment', $1, 'o', 'r', 'R', 't', 'email', $2, $3, $4, $5, 'Your visits', $6, $6,
         jsonb_build_object('text', $5::text), jsonb_build_array(jsonb_build_object('at', 'x', 'what', 'sent', 'detail', $5::text)),
         $7, now() + interval '1 day', case when $4 = 'sent' then now() end, now()) returning id`,
      [
        newDocumentId(),
        to.documentId,
        about.relative?.documentId ?? null,
        state,
        recipient,
        body,
        visits ? JSON.stringify(visits) : null,
      ],
    );
    return rows[0].id;
  };
  const rowOf = async (id: string) =>
    (await clinic.db.query('select * from deliveries where id = $1', [id])).rows[0];

  test('a grown child’s copy does not tell at which address the mother read of them', async () => {
    const [child, mother] = [await makePatient(clinic), await makePatient(clinic)];
    await message(child, { relative: mother, body: 'Read by the mother' });
    await message(child, { recipient: 'child@stories.test', body: 'Read by the child' });
    const token = await patientToken(clinic, child);
    const own = '/api/access/privacy/exports';
    const asked = await as(token, 'post', own).send({}).expect(202);
    const { id } = asked.body.data;
    await eventually(async () => (await as(token, 'get', own)).body.data[0].state === 'ready');
    const { body } = await as(token, 'get', `${own}/${id}/archive`)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      })
      .expect(200);
    const files = unzipSync(new Uint8Array(body as Buffer));
    const { data } = JSON.parse(strFromU8(files['data.json'] as Uint8Array));
    expect(
      data.messages.map(({ recipient, body }: Record<string, string>) => [body, recipient]),
    ).toEqual([
      ['Read by the mother', null],
      ['Read by the child', 'child@stories.test'],
    ]);
    expect(JSON.stringify(data)).not.toContain(mothers);
  });

  test('a mother who is erased takes her address along, and none of what her child was told', async () => {
    const [child, mother] = [await makePatient(clinic), await makePatient(clinic)];
    const read = await message(child, { relative: mother, body: 'Hello Ștefania' });
    const unsent = await message(child, { relative: mother, state: 'queued' });
    const childs = await message(child, { recipient: 'child@stories.test' });
    const hers = await message(mother, {});
    const before = await rowOf(childs);
    await erase(mother);
    expect(await rowOf(read)).toMatchObject({
      body: 'Hello Ștefania',
      state: 'sent',
      recipient: null,
      trace: [{ at: 'x', what: 'sent' }],
    });
    expect(JSON.stringify(await rowOf(read))).not.toContain(mothers);
    expect(await rowOf(childs)).toEqual(before);
    expect([await rowOf(unsent), await rowOf(hers)]).toEqual([undefined, undefined]);
  });

  // A visit of long ago goes with its patient, a recent one stays as the law wants: either way nobody else is told of it.
  test.each(['2009-03-02', '2026-03-02'])(
    'a child who is erased is in no message of the mother about visits of %s',
    async (day) => {
      const [child, mother] = [await makePatient(clinic), await makePatient(clinic)];
      const [childs, hers] = [await visit(child, day), await visit(mother, day)];
      const together = await message(mother, {
        body: 'Ilinca at eight, and you',
        visits: [childs, hers],
      });
      const alone = await message(mother, { body: 'You at eight', visits: [hers] });
      const before = await rowOf(alone);
      await erase(child);
      const left = await rowOf(together);
      expect(left).toMatchObject({ recipient: mothers, body: null, html: null, subject: null });
      expect(left.visits).toEqual([hers]);
      expect(JSON.stringify(left)).not.toMatch(/Ilinca/);
      expect(await rowOf(alone)).toEqual(before);
    },
  );

  test('the books keep sums and numbers of whoever was erased, and no word or reference', async () => {
    const patient = await makePatient(clinic);
    const [invoice, payment] = [newDocumentId(), newDocumentId()];
    await clinic.db.query(
      `with i as (insert into invoices (document_id, number, status, issued_on, currency, total, notes, void_reason, created_at, updated_at)
         values ($2, $2, 'void', '2009-03-01', 'RON', 12050, 'For Ștefania', 'Story paid twice', now(), now()) returning id),
       p as (insert into payments (document_id, amount, currency, method, received_at, reference, created_at, updated_at)
         values ($3, 12050, 'RON', 'transfer', '2009-03-02', 'RO49AAAA1B31007593840000 Story', now(), now()) returning id),
       il as (insert into invoices_patient_lnk (invoice_id, patient_id) select i.id, $1::integer from i)
       insert into payments_patient_lnk (payment_id, patient_id) select p.id, $1::integer from p`,
      [patient.id, invoice, payment],
    );
    await erase(patient);
    const { rows } = await clinic.db.query(
      `select number, total, notes, void_reason, (select amount from payments where document_id = $2) as amount,
         (select reference from payments where document_id = $2) as reference,
         (select count(*)::int from invoices_patient_lnk l where l.invoice_id = i.id) as links
       from invoices i where document_id = $1`,
      [invoice, payment],
    );
    expect(rows).toEqual([
      {
        number: invoice,
        total: 12050,
        notes: null,
        void_reason: null,
        amount: 12050,
        reference: null,
        links: 0,
      },
    ]);
    await expect(
      clinic.db.query('update payments set amount = 1 where document_id = $1', [payment]),
    ).rejects.toThrow('A payment never changes.');
  });
});
