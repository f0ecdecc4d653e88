import { createHmac } from 'node:crypto';
import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { completedTreatment, makePatient, patientToken } from '../../tests/support/patients.ts';
import { staffToken } from '../../tests/support/people.ts';
import { type StandIns, startStandIns } from '../../tests/support/stand-ins.ts';

let standIns: StandIns;
let clinic: Clinic;
let tokens: Record<string, string>;

beforeAll(async () => {
  standIns = await startStandIns();
  clinic = await openClinic({ port: standIns.cmsPort, variables: standIns.variables });
  await clinic.startCms();
  await clinic.db.query(
    `update clinics set currency = 'RON', invoice_prefix = 'TST', payment_instructions = 'At the desk.'`,
  );
  const roles = ['clinic-admin', 'dentist', 'front-desk', 'assistant'];
  tokens = Object.fromEntries(
    await Promise.all(roles.map(async (role) => [role, await staffToken(clinic, role)])),
  );
});
afterAll(async () => {
  await clinic.close();
  await standIns.stop();
});

const urlOf = (process: number) => clinic.servers[process]?.url as string;
const as = (who: string, method: 'get' | 'post', path: string, process = 0) =>
  request(urlOf(process))[method](path).set('Authorization', `Bearer ${tokens[who]}`);
const asPatient = (token: string, method: 'get' | 'post', path: string) =>
  request(clinic.url)[method](`/api/billing${path}`).set('Authorization', `Bearer ${token}`);

const count = async (table: string) =>
  (await clinic.db.query(`select count(*)::int as n from ${table}`)).rows[0].n as number;

const paymentsOf = async (invoice: string) => {
  const { rows } = await clinic.db.query(
    `select payment.amount, payment.reference from payments payment
     join payments_invoice_lnk link on link.payment_id = payment.id
     join invoices invoice on invoice.id = link.invoice_id
     where invoice.document_id = $1 order by payment.id`,
    [invoice],
  );
  return rows as { amount: number; reference: string | null }[];
};

const issue = async (prices: readonly number[], options: { process?: number } = {}) => {
  const patient = await makePatient(clinic);
  const treatments = [];
  for (const totalPrice of prices)
    treatments.push(await completedTreatment(clinic, patient, { totalPrice }));
  const { body } = await as('front-desk', 'post', '/billing/invoices', options.process)
    .send({ patient: patient.documentId, treatments })
    .expect(201);
  return { patient, treatments, invoice: body.data };
};

describe('an invoice', () => {
  test('is made of completed treatments, in whole minor units', async () => {
    const patient = await makePatient(clinic, { language: 'ro' });
    const filling = await completedTreatment(clinic, patient, {
      totalPrice: 35_000,
      discount: 5_001,
      toothNumber: '16',
    });
    const gift = await completedTreatment(clinic, patient, { totalPrice: 100, discount: 100 });
    const planned = await completedTreatment(clinic, patient, { status: 'planned' });
    const account = await as('front-desk', 'get', `/billing/patients/${patient.documentId}`);
    expect(account.body.data.unbilled.map((each: { amount: number }) => each.amount)).toEqual([
      29_999, 0,
    ]);
    const waiting = await as('dentist', 'get', '/billing/unbilled').expect(200);
    expect(waiting.body.data).toContainEqual(
      expect.objectContaining({
        documentId: patient.documentId,
        treatments: 2,
        amount: 29_999,
      }),
    );
    await as('assistant', 'get', '/billing/unbilled').expect(403);
    const refused = await as('front-desk', 'post', '/billing/invoices')
      .send({ patient: patient.documentId, treatments: [filling, planned] })
      .expect(409);
    expect(refused.body.error.code).toBe('NOTHING_TO_BILL');

    const { body } = await as('front-desk', 'post', '/billing/invoices')
      .send({ patient: patient.documentId, treatments: [filling, gift] })
      .expect(201);
    expect(body.data).toMatchObject({ state: 'unpaid', total: 29_999, balance: 29_999, paid: 0 });
    expect(body.data.number).toMatch(/^TST-\d{4}-\d{6}$/);
    expect(body.data.lines[0]).toEqual({
      description: 'Obturație',
      toothNumber: '16',
      quantity: 1,
      unitPrice: 35_000,
      discount: 5_001,
      amount: 29_999,
    });
    const again = await as('front-desk', 'post', '/billing/invoices')
      .send({ patient: patient.documentId, treatments: [filling] })
      .expect(409);
    expect(again.body.error.code).toBe('NOTHING_TO_BILL');
    const after = await as('front-desk', 'get', `/billing/patients/${patient.documentId}`);
    expect(after.body.data).toMatchObject({ unbilled: [], balance: 29_999 });
  });

  test('numbers follow one another without gaps, from two processes at once', async () => {
    const first = await issue([1_000]);
    const begin = Number(first.invoice.number.slice(-6));
    const patient = await makePatient(clinic);
    const treatments = await Promise.all(
      Array.from({ length: 24 }, () => completedTreatment(clinic, patient, {})),
    );
    // Every third request asks for a treatment that is not there and must not use up a number.
    const answers = await Promise.all(
      treatments.flatMap((treatment, index) => [
        as('front-desk', 'post', '/billing/invoices', index % 2).send({
          patient: patient.documentId,
          treatments: [treatment],
        }),
        ...(index % 2 === 0
          ? [
              as('front-desk', 'post', '/billing/invoices', 1).send({
                patient: patient.documentId,
                treatments: [treatment, 'nothing'],
              }),
            ]
          : []),
      ]),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(24);
    expect(statuses.filter((status) => status === 409)).toHaveLength(12);
    const numbers = answers
      .filter(({ status }) => status === 201)
      .map(({ body }) => Number(body.data.number.slice(-6)))
      .sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 24 }, (_, index) => begin + 1 + index));
  });

  test('numbers go on from the invoices that are there', async () => {
    const { rows } = await clinic.db.query(
      `select max(number) as last from invoices where number like 'ENM-' || extract(year from now()) || '-%'`,
    );
    await clinic.db.query(`update clinics set invoice_prefix = 'ENM'`);
    const { invoice } = await issue([1_000]);
    await clinic.db.query(`update clinics set invoice_prefix = 'TST'`);
    const last = rows[0].last === null ? 0 : Number(rows[0].last.slice(-6));
    expect(invoice.number).toMatch(new RegExp(`^ENM-\\d{4}-0*${last + 1}$`));
  });

  test('one treatment asked for twice at once is billed once', async () => {
    const patient = await makePatient(clinic);
    const treatment = await completedTreatment(clinic, patient, {});
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        as('front-desk', 'post', '/billing/invoices', index % 2).send({
          patient: patient.documentId,
          treatments: [treatment],
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  test('that nothing was paid for can be voided; its number stays, its treatments are free', async () => {
    const { patient, treatments, invoice } = await issue([5_000]);
    const path = `/billing/invoices/${invoice.documentId}`;
    await as('front-desk', 'post', `${path}/void`).send({ reason: '' }).expect(400);
    const { body } = await as('front-desk', 'post', `${path}/void`)
      .send({ reason: 'Wrong patient' })
      .expect(200);
    expect(body.data).toMatchObject({ state: 'void', number: invoice.number, balance: 0 });
    await as('front-desk', 'post', `${path}/void`).send({ reason: 'Again' }).expect(409);
    const refused = await as('front-desk', 'post', `${path}/payments`)
      .send({ amount: 100, method: 'cash' })
      .expect(409);
    expect(refused.body.error.code).toBe('INVOICE_VOID');
    const anew = await as('front-desk', 'post', '/billing/invoices')
      .send({ patient: patient.documentId, treatments })
      .expect(201);
    expect(anew.body.data.number).not.toBe(invoice.number);
  });

  test('never changes and never goes, whoever asks the database', async () => {
    const { invoice } = await issue([5_000]);
    for (const change of ['total = 1', `number = 'X'`, `currency = 'EUR'`, 'issued_on = null'])
      await expect(
        clinic.db.query(`update invoices set ${change} where document_id = $1`, [
          invoice.documentId,
        ]),
      ).rejects.toThrow('never changes');
    await expect(
      clinic.db.query('delete from invoices where document_id = $1', [invoice.documentId]),
    ).rejects.toThrow('never deleted');
  });

  test('is a PDF with the words of the patient’s language', async () => {
    const { invoice } = await issue([5_000]);
    const { body, headers } = await as(
      'front-desk',
      'get',
      `/billing/invoices/${invoice.documentId}/pdf`,
    )
      .buffer(true)
      .parse((answer, done) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => done(null, Buffer.concat(chunks)));
      })
      .expect(200);
    expect(headers['content-type']).toBe('application/pdf');
    expect(headers['cache-control']).toContain('no-store');
    expect(body.subarray(0, 5).toString()).toBe('%PDF-');
    expect(body.length).toBeGreaterThan(5_000);
  });
});

describe('at the desk', () => {
  const pay = (invoice: string, body: object, key?: string, process = 0) => {
    const sent = as('front-desk', 'post', `/billing/invoices/${invoice}/payments`, process);
    return (key ? sent.set('Idempotency-Key', key) : sent).send(body);
  };

  test('an invoice is paid in parts, never beyond its balance', async () => {
    const { invoice } = await issue([10_000]);
    const part = await pay(invoice.documentId, { amount: 4_000, method: 'cash' }).expect(201);
    expect(part.body.data).toMatchObject({ state: 'part-paid', paid: 4_000, balance: 6_000 });
    const over = await pay(invoice.documentId, { amount: 6_001, method: 'card' }).expect(400);
    expect(over.body.error).toMatchObject({
      code: 'MORE_THAN_OWED',
      details: { balance: 6_000 },
    });
    for (const amount of [0, -1, 1.5, '10'])
      await pay(invoice.documentId, { amount, method: 'cash' }).expect(400);
    await pay(invoice.documentId, { amount: 100, method: 'cash', reference: 'pi_fake' }).expect(
      400,
    );
    const full = await pay(invoice.documentId, { amount: 6_000, method: 'transfer' }).expect(201);
    expect(full.body.data).toMatchObject({ state: 'paid', balance: 0 });
    expect(full.body.data.paidAt).toBeTruthy();
    await pay(invoice.documentId, { amount: 1, method: 'cash' }).expect(409);
    expect(await paymentsOf(invoice.documentId)).toHaveLength(2);
    const refused = await as('front-desk', 'post', `/billing/invoices/${invoice.documentId}/void`)
      .send({ reason: 'Too late' })
      .expect(409);
    expect(refused.body.error.code).toBe('INVOICE_PAID');
  });

  test('the same payment sent again is taken once', async () => {
    const { invoice } = await issue([10_000]);
    const body = { amount: 4_000, method: 'cash' };
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => pay(invoice.documentId, body, 'desk-1', index % 2)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201));
    expect(await paymentsOf(invoice.documentId)).toHaveLength(1);
    const other = await pay(invoice.documentId, { ...body, amount: 1 }, 'desk-1').expect(409);
    expect(other.body.error.code).toBe('KEY_USED');
  });

  test('two desks at once cannot take more than is owed', async () => {
    const { invoice } = await issue([10_000]);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        pay(invoice.documentId, { amount: 3_000, method: 'cash' }, undefined, index % 2),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect(await paymentsOf(invoice.documentId)).toHaveLength(3);
  });

  test('money received stays received', async () => {
    const { invoice } = await issue([1_000]);
    await pay(invoice.documentId, { amount: 1_000, method: 'cash' }).expect(201);
    await expect(clinic.db.query('update payments set amount = 1')).rejects.toThrow(
      'never changes',
    );
    await expect(clinic.db.query('delete from payments')).rejects.toThrow('never changes');
  });

  test('each role does its part and no other', async () => {
    const { patient, invoice } = await issue([1_000]);
    const treatment = await completedTreatment(clinic, patient, {});
    const path = `/billing/invoices/${invoice.documentId}`;
    const order = { patient: patient.documentId, treatments: [treatment] };
    const money = { amount: 100, method: 'cash' };
    const before = [await count('invoices'), await count('payments')];
    await request(clinic.url).get(path).expect(401);
    await request(clinic.url).post('/billing/invoices').send(order).expect(401);
    await as('dentist', 'get', path).expect(200);
    await as('dentist', 'post', `${path}/payments`).send(money).expect(403);
    await as('dentist', 'post', '/billing/invoices').send(order).expect(403);
    await as('assistant', 'get', path).expect(403);
    await as('assistant', 'get', '/billing/invoices').expect(403);
    expect([await count('invoices'), await count('payments')]).toEqual(before);
    await as('clinic-admin', 'post', '/billing/invoices').send(order).expect(201);
  });

  test('the list says what is outstanding, filters, and goes into a spreadsheet', async () => {
    const { invoice } = await issue([7_700]);
    await pay(invoice.documentId, { amount: 700, method: 'cash' }).expect(201);
    const found = await as('front-desk', 'get', '/billing/invoices').query({
      search: invoice.number,
      state: 'outstanding',
    });
    expect(found.body).toMatchObject({
      data: [{ number: invoice.number, state: 'part-paid', balance: 7_000 }],
      meta: { total: 1, sums: [{ currency: 'RON', invoiced: 7_700, outstanding: 7_000 }] },
    });
    const byName = await as('front-desk', 'get', '/billing/invoices').query({
      search: 'stefania story',
      from: invoice.issuedOn,
      to: invoice.issuedOn,
      pageSize: 2,
    });
    expect(byName.body.data).toHaveLength(2);
    const none = await as('front-desk', 'get', '/billing/invoices').query({ to: '1999-01-01' });
    expect(none.body).toMatchObject({ data: [], meta: { total: 0, sums: [] } });
    const { text } = await as('front-desk', 'get', '/billing/invoices/csv')
      .query({ search: invoice.number, language: 'ro' })
      .expect('Content-Type', /csv/);
    expect(text).toContain(`${invoice.number},`);
    expect(text).toContain('77.00,7.00,70.00');
  });
});

describe('the patient', () => {
  test('sees and pays their own invoices only', async () => {
    const mine = await issue([2_000]);
    const other = await issue([3_000]);
    const token = await patientToken(clinic, mine.patient);
    const list = await asPatient(token, 'get', '/invoices').expect(200);
    expect(list.body.data.map((each: { number: string }) => each.number)).toEqual([
      mine.invoice.number,
    ]);
    await asPatient(token, 'get', `/invoices/${mine.invoice.documentId}`).expect(200);
    await asPatient(token, 'get', `/invoices/${mine.invoice.documentId}/pdf`).expect(200);
    for (const path of ['', '/pdf'])
      await asPatient(token, 'get', `/invoices/${other.invoice.documentId}${path}`).expect(404);
    await asPatient(token, 'post', `/invoices/${other.invoice.documentId}/checkout`).expect(404);
    await request(clinic.url).get('/api/billing/invoices').expect(403);
    await request(clinic.url)
      .get(`/api/billing/invoices/${mine.invoice.documentId}`)
      .set('Authorization', `Bearer ${tokens['front-desk']}`)
      .expect((answer) => expect([401, 403]).toContain(answer.status));
  });
});

describe('Stripe', () => {
  const signed = (event: object, secret = standIns.webhookSecret, at = Date.now()) => {
    const body = JSON.stringify(event);
    const time = Math.floor(at / 1000);
    const mac = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
    return { body, signature: `t=${time},v1=${mac}` };
  };
  const deliver = ({ body, signature }: { body: string; signature: string }, process = 0) =>
    request(urlOf(process))
      .post('/api/billing/stripe/webhook')
      .set('Content-Type', 'application/json')
      .set('Stripe-Signature', signature)
      .send(body);
  const told = (invoice: string, amount: number) => {
    const metadata = { invoice, amount: String(amount) };
    const intent = `pi_${invoice}`;
    return {
      session: {
        id: `evt_cs_${invoice}`,
        object: 'event',
        type: 'checkout.session.completed',
        data: {
          object: {
            id: `cs_${invoice}`,
            metadata,
            payment_status: 'paid',
            payment_intent: intent,
            amount_total: amount,
            currency: 'ron',
          },
        },
      },
      intent: {
        id: `evt_pi_${invoice}`,
        object: 'event',
        type: 'payment_intent.succeeded',
        data: { object: { id: intent, metadata, amount_received: amount, currency: 'ron' } },
      },
    };
  };
  const stateOf = async (invoice: string) =>
    (await as('front-desk', 'get', `/billing/invoices/${invoice}`)).body.data;

  test('an invoice is paid on Stripe’s page and marked paid by the webhook', async () => {
    const { patient, invoice } = await issue([12_000, 3_050]);
    const token = await patientToken(clinic, patient);
    const path = `/invoices/${invoice.documentId}/checkout`;
    const { body } = await asPatient(token, 'post', path).expect(200);
    expect(new URL(body.data.url).port).toBe(new URL(standIns.stripeUrl).port);
    const again = await asPatient(token, 'post', path).expect(200);
    expect(again.body.data.url).toBe(body.data.url);
    const page = await (await fetch(body.data.url)).text();
    expect(page).toContain('150.50');
    expect(page).toContain(invoice.number);
    expect(await stateOf(invoice.documentId)).toMatchObject({ state: 'unpaid' });

    const paid = await fetch(`${body.data.url}/complete`, { method: 'POST', redirect: 'manual' });
    expect(paid.headers.get('location')).toMatch(
      new RegExp(`/en/invoices/${invoice.documentId}\\?paid=1$`),
    );
    expect(await stateOf(invoice.documentId)).toMatchObject({
      state: 'paid',
      paid: 15_050,
      payments: [{ method: 'card', amount: 15_050 }],
    });
    const done = await asPatient(token, 'post', path).expect(409);
    expect(done.body.error.code).toBe('INVOICE_PAID');
  });

  test('what is left after a desk payment gets a page of its own, the old one is closed', async () => {
    const { patient, invoice } = await issue([10_000]);
    const token = await patientToken(clinic, patient);
    const path = `/invoices/${invoice.documentId}/checkout`;
    const first = (await asPatient(token, 'post', path).expect(200)).body.data.url;
    await as('front-desk', 'post', `/billing/invoices/${invoice.documentId}/payments`)
      .send({ amount: 4_000, method: 'cash' })
      .expect(201);
    expect(await (await fetch(first)).text()).toContain('expired');
    const second = (await asPatient(token, 'post', path).expect(200)).body.data.url;
    expect(second).not.toBe(first);
    expect(await (await fetch(second)).text()).toContain('60.00');
  });

  test('events in any order, any number of times, from two processes: one payment', async () => {
    for (const order of [
      ['session', 'intent'],
      ['intent', 'session'],
    ] as const) {
      const { invoice } = await issue([8_000]);
      const events = told(invoice.documentId, 8_000);
      for (const name of order) await deliver(signed(events[name])).expect(200);
      for (const name of order) await deliver(signed(events[name]), 1).expect(200);
      expect(await paymentsOf(invoice.documentId)).toEqual([
        { amount: 8_000, reference: `pi_${invoice.documentId}` },
      ]);
    }
    const { invoice } = await issue([9_000]);
    const { session, intent } = told(invoice.documentId, 9_000);
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, index) =>
        deliver(signed(index % 4 < 2 ? session : intent), index % 2),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(16).fill(200));
    expect(await paymentsOf(invoice.documentId)).toHaveLength(1);
    expect(await stateOf(invoice.documentId)).toMatchObject({ state: 'paid', paid: 9_000 });
    const { rows } = await clinic.db.query('select id from stripe_events where id like $1', [
      `%${invoice.documentId}`,
    ]);
    expect(rows).toHaveLength(2);
  });

  test('a wrong signature is refused and nothing is written', async () => {
    const { invoice } = await issue([8_000]);
    const { session } = told(invoice.documentId, 8_000);
    const before = await count('stripe_events');
    const right = signed(session);
    for (const delivery of [
      signed(session, 'whsec_of_somebody_else'),
      signed(session, standIns.webhookSecret, Date.now() - 3_600_000),
      { ...right, signature: '' },
      { ...right, body: right.body.replace('8000', '8001') },
      { ...right, body: `${right.body} ` },
    ]) {
      const { body } = await deliver(delivery).expect(400);
      expect(body.error.code).toBe('BAD_SIGNATURE');
    }
    expect(await count('stripe_events')).toBe(before);
    expect(await paymentsOf(invoice.documentId)).toEqual([]);
  });

  test('other news is taken note of and changes nothing', async () => {
    const before = await count('payments');
    for (const [index, event] of [
      { type: 'customer.created', data: { object: { id: 'cus_1' } } },
      { type: 'payment_intent.succeeded', data: { object: { id: 'pi_x', amount_received: 5 } } },
      told('nowhere', 500).intent,
    ].entries())
      await deliver(signed({ id: `evt_other_${index}`, object: 'event', ...event })).expect(200);
    expect(await count('payments')).toBe(before);
  });

  test('money that comes twice, at the desk and online, is written down and paid once', async () => {
    const { invoice } = await issue([6_000]);
    await as('front-desk', 'post', `/billing/invoices/${invoice.documentId}/payments`)
      .send({ amount: 6_000, method: 'cash' })
      .expect(201);
    const { paidAt } = await stateOf(invoice.documentId);
    await deliver(signed(told(invoice.documentId, 6_000).session)).expect(200);
    expect(await stateOf(invoice.documentId)).toMatchObject({
      state: 'paid',
      paid: 12_000,
      balance: 0,
      paidAt,
    });
  });

  test('without keys the patient reads how to pay at the desk', async () => {
    const off = await clinic.startCms({ STRIPE_SECRET_KEY: '', STRIPE_WEBHOOK_SECRET: '' });
    const { patient, invoice } = await issue([2_000]);
    const token = await patientToken(clinic, patient);
    const { body } = await request(off.url)
      .post(`/api/billing/invoices/${invoice.documentId}/checkout`)
      .set('Authorization', `Bearer ${token}`)
      .expect(409);
    expect(body.error).toMatchObject({ code: 'ONLINE_PAYMENT_OFF' });
    expect(body.error.details).toHaveProperty('instructions');
  });
});
