import { end } from '../../scripts/processes.ts';
import { idOf } from '../../tests/support/schedule.ts';
import { offerStage } from './offers-fixtures.ts';
import { eventually } from './reminders-fixtures.ts';

const people = ['ana', 'bob', 'cora', 'dora', 'ema', 'fred', 'gina', 'hugo', 'ines'];

describe('an offered time', () => {
  const { stage, open, reset, close, call, as, book, wait, offer, linkTo, answer, ...ask } =
    offerStage(people);
  const { statusOf, visitsOf, claimsOf, automatic } = ask;
  beforeAll(() => open(2));
  beforeEach(reset);
  afterEach(ask.expectNothingLoose);
  afterAll(close);

  test('reaches the patient by e-mail and SMS, is kept for them, and becomes the exact visit', async () => {
    const start = '2027-03-09T10:15:00+02:00';
    const entry = await wait('ana');
    const made = await offer(entry, start).expect(201);
    expect(made.body.data).toMatchObject({
      state: 'open',
      start,
      end: '2027-03-09T11:15:00+02:00',
      appointment: null,
    });
    // Half an hour of opening hours from half past nine.
    expect(made.body.data.expiresAt).toMatch(/^2027-03-08T10:0\d:\d\d\+02:00$/);
    expect(await claimsOf(made.body.data.id)).toEqual(['chair', 'practitioner']);
    expect(await statusOf(entry)).toBe('offered');
    const twice = await offer(entry, '2027-03-09T12:00:00+02:00').expect(409);
    expect(twice.body.error.code).toBe('NOT_WAITING');

    const { mail, token } = await linkTo('ana', start);
    expect(mail.subject).toBe('A time for you: Tuesday, 9 March 2027 at 10:15');
    expect(mail.text).toContain('We keep it for you until Monday, 8 March 2027, 10:0');
    const [sms] = await eventually(async () => {
      const texts = await stage.standIns.sms('+40721000100');
      return texts.length > 0 && texts;
    });
    expect(sms?.body).toContain('/en/offers/');
    expect(sms?.body).not.toContain(token);
    const { rows } = await stage.clinic.db.query('select * from wait_list_offer_links');
    expect(JSON.stringify(rows)).not.toContain(token);

    // Nobody else gets it meanwhile.
    const other = await call('post', '/api/scheduling/bookings', as('bob'), {
      appointmentType: idOf('Filling'),
      location: idOf('South'),
      practitioner: idOf('Dan'),
      start,
    }).expect(409);
    expect(other.body.error.code).toBe('SLOT_TAKEN');

    const view = (await answer(token).expect(200)).body.data;
    expect(view).toMatchObject({
      state: 'open',
      start,
      zone: 'Europe/Bucharest',
      appointmentType: 'Filling',
      practitioner: 'Dr. Dan Test',
      location: { name: 'South', city: 'Cluj-Napoca' },
      movesFrom: null,
    });
    const accepted = await answer(token, 'accept').expect(200);
    expect(accepted.body).toMatchObject({ data: { state: 'accepted' }, meta: { again: false } });
    expect((await answer(token, 'accept').expect(200)).body.meta.again).toBe(true);
    expect((await answer(token, 'decline').expect(409)).body.error.code).toBe('OFFER_ACCEPTED');
    const [visit, ...more] = await visitsOf('ana');
    expect(more).toEqual([]);
    expect(visit).toMatchObject({ start: '2027-03-09 08:15', status: 'confirmed' });
    expect(await claimsOf(visit.id)).toEqual(['chair', 'patient', 'practitioner']);
    expect(await claimsOf(made.body.data.id)).toEqual([]);
    expect(await statusOf(entry)).toBe('booked');
    await stage.standIns.mail.waitFor('ana@stories.test', ({ subject }) =>
      subject.includes('Your visit on'),
    );
    const { rows: trail } = await stage.clinic.db.query(
      `select action, actor_kind as who from audit_entries where subject = 'wait-list-offer' and subject_id = $1 order by id`,
      [made.body.data.id],
    );
    expect(trail.map(({ action, who }) => `${who} ${action}`)).toEqual(
      expect.arrayContaining(['staff wait-list.offered', 'link read', 'link wait-list.accepted']),
    );
    await stage.clinic.db.query(
      `update wait_list_offers set settled_at = settled_at - interval '25 hours' where id = $1`,
      [made.body.data.id],
    );
    for (const what of ['', 'accept', 'decline'])
      expect((await answer(token, what).expect(404)).body.error.code).toBe('OFFER_INVALID');
  });

  test('is decided once, whoever asks at the same moment, in whichever process', async () => {
    const start = '2027-03-10T10:00:00+02:00';
    const entry = await wait('bob');
    await offer(entry, start).expect(201);
    const { token } = await linkTo('bob', start);
    const urls = stage.clinic.servers.map(({ url }) => url);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => answer(token, 'accept', urls[n % urls.length])),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200));
    expect(answers.filter(({ body }) => body.meta.again === false)).toHaveLength(1);
    expect(await visitsOf('bob')).toHaveLength(1);

    const second = '2027-03-10T12:00:00+02:00';
    await offer(await wait('bob'), second).expect(201);
    const link = (await linkTo('bob', second)).token;
    const mixed = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        answer(link, n % 2 ? 'accept' : 'decline', urls[(n >> 1) % urls.length]),
      ),
    );
    const state = (await answer(link)).body.data.state;
    expect(['accepted', 'declined']).toContain(state);
    const won = mixed.filter((_, n) => (n % 2 === 1) === (state === 'accepted'));
    expect(won.every(({ status }) => status === 200)).toBe(true);
    expect(mixed.filter(({ status }) => status >= 500)).toEqual([]);
    expect(await visitsOf('bob')).toHaveLength(state === 'accepted' ? 2 : 1);
  });

  test('that is declined goes to the next by their turn, and to nobody twice', async () => {
    const start = '2027-03-11T10:00:00+02:00';
    const first = await wait('cora');
    const second = await wait('dora');
    await wait('ema', { weekdays: ['friday'] });
    await offer(first, start, { thenNext: true }).expect(201);
    const { token } = await linkTo('cora', start);
    expect((await answer(token, 'decline').expect(200)).body.data.state).toBe('declined');
    expect(await statusOf(first)).toBe('waiting');
    const next = await linkTo('dora', start);
    expect(await statusOf(second)).toBe('offered');
    expect((await answer(token, 'accept').expect(409)).body.error).toMatchObject({
      code: 'OFFER_DECLINED',
      message: 'You have declined this time already.',
    });
    await answer(next.token, 'decline').expect(200);
    await eventually(async () => (await statusOf(second)) === 'waiting');
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    const { rows } = await stage.clinic.db.query(
      `select count(*)::int as n from wait_list_offers where starts_at = $1`,
      [start],
    );
    expect(rows[0].n).toBe(2);
    for (const entry of [first, second])
      await call('post', `/scheduling/wait-list/${entry}/close`, stage.desk).expect(200);
  });

  test('moves a visit forward instead of booking another, and its old time is free', async () => {
    const later = await book('fred', '2027-03-25T10:00:00+02:00');
    const joined = await call('post', '/api/scheduling/wait-list', as('fred'), {
      appointment: later,
    }).expect(201);
    const entry = joined.body.data.documentId;
    expect((await offer(entry, '2027-03-26T10:00:00+02:00').expect(400)).body.error.code).toBe(
      'NOT_EARLIER',
    );
    const start = '2027-03-12T10:00:00+02:00';
    await offer(entry, start).expect(201);
    const { token } = await linkTo('fred', start);
    expect((await answer(token)).body.data.movesFrom).toBe('2027-03-25T10:00:00+02:00');
    await answer(token, 'accept').expect(200);
    expect(await visitsOf('fred')).toEqual([
      expect.objectContaining({ start: '2027-03-12 08:00', id: later }),
    ]);
    const gaps = await call('get', `/scheduling/gaps?appointment=${later}`).expect(200);
    expect(gaps.body.data).toEqual([
      expect.objectContaining({
        start: '2027-03-25T10:00:00+02:00',
        minutes: 60,
        practitioner: { documentId: idOf('Dan'), name: 'Dr. Dan Test' },
      }),
    ]);
  });

  test('whose patient is busy by then is refused in words and stays open', async () => {
    const start = '2027-03-15T10:00:00+02:00';
    const entry = await wait('gina');
    const made = await offer(entry, start).expect(201);
    const { token } = await linkTo('gina', start);
    await call('post', '/scheduling/appointments', stage.desk, {
      patient: idOf('gina'),
      appointmentType: idOf('Polish'),
      location: idOf('South'),
      practitioner: idOf('Eva'),
      start: '2027-03-15T10:30:00+02:00',
    }).expect(201);
    const refused = await answer(token, 'accept').expect(409);
    expect(refused.body.error.code).toBe('PATIENT_BUSY');
    expect((await answer(token)).body.data.state).toBe('open');
    expect(await claimsOf(made.body.data.id)).toEqual(['chair', 'practitioner']);
    await call('post', `/scheduling/wait-list/offers/${made.body.data.id}/withdraw`).expect(200);
    expect((await answer(token, 'accept').expect(409)).body.error.code).toBe('OFFER_WITHDRAWN');
    expect(await claimsOf(made.body.data.id)).toEqual([]);
    expect(await statusOf(entry)).toBe('waiting');
    await call('post', `/api/scheduling/wait-list/${entry}/leave`, as('gina')).expect(200);
  });

  test('opens to nobody without its link', async () => {
    const before = (await stage.clinic.db.query('select count(*)::int as n from appointments'))
      .rows[0].n;
    for (const token of ['x'.repeat(43), 'x', '%00'.repeat(20)]) {
      const { status } = await answer(token);
      expect([400, 404]).toContain(status);
    }
    expect((await answer('x'.repeat(43), 'accept').expect(404)).body.error.code).toBe(
      'OFFER_INVALID',
    );
    await answer('x'.repeat(43), 'decline').expect(404);
    expect(
      (await stage.clinic.db.query('select count(*)::int as n from appointments')).rows[0].n,
    ).toBe(before);
  });

  test('a cancelled visit leaves a gap, with who could take it and why', async () => {
    const cancelled = await book('hugo', '2027-03-16T14:00:00+02:00');
    const old = await wait('cora', { timeFrom: '13:00' });
    const urgent = await wait('dora', { urgent: true });
    const elsewhere = await wait('gina', { practitioners: [idOf('Eva')] });
    await stage.clinic.db.query(
      `with made as (insert into treatments (document_id, procedure, status, tooth_number, total_price, created_at, updated_at, published_at)
         values ('tplanned', 'crown', 'planned', '16', 1000, now(), now(), now()) returning id),
       who as (insert into treatments_patient_lnk (treatment_id, patient_id)
         select made.id, p.id from made, patients p where p.document_id = $1)
       insert into treatments_appointment_type_lnk (treatment_id, appointment_type_id)
         select made.id, t.id from made, appointment_types t where t.document_id = $2`,
      [idOf('ines'), idOf('Filling')],
    );
    await call('post', `/scheduling/appointments/${cancelled}/status`, stage.desk, {
      to: 'cancelled',
    }).expect(200);
    const [gap] = (await call('get', `/scheduling/gaps?appointment=${cancelled}`).expect(200)).body
      .data;
    expect(gap).toMatchObject({ start: '2027-03-16T14:00:00+02:00', minutes: 60, offer: null });
    const { body } = await call('get', `/scheduling/gaps/${gap.id}`).expect(200);
    const shown = body.data.candidates.map(
      (one: { source: string; entry: string | null; reasons: string[] }) => [
        one.source,
        one.entry,
        one.reasons,
      ],
    );
    expect(shown.slice(0, 2)).toEqual([
      ['wait-list', urgent, ['urgent']],
      ['wait-list', old, ['times']],
    ]);
    expect(shown.map(([, entry]: [string, string]) => entry)).not.toContain(elsewhere);
    const planned = body.data.candidates.find(
      ({ patient }: { patient: { documentId: string } }) => patient.documentId === idOf('ines'),
    );
    expect(planned).toMatchObject({
      source: 'plan',
      entry: null,
      start: '2027-03-16T14:00:00+02:00',
      words: { en: 'Planned: crown, tooth 16', ro: 'Planificat: coroană, dintele 16' },
    });
    await call('post', '/scheduling/wait-list/offers', stage.desk, {
      patient: idOf('ines'),
      appointmentType: idOf('Filling'),
      location: idOf('South'),
      source: 'plan',
      practitioner: idOf('Dan'),
      start: planned.start,
      gap: gap.id,
    }).expect(201);
    const asked = (await call('get', `/scheduling/gaps/${gap.id}`).expect(200)).body.data;
    expect(asked.gap.offer.patient.documentId).toBe(idOf('ines'));
    const { token } = await linkTo('ines', '2027-03-16T14:00:00+02:00');
    await answer(token, 'accept').expect(200);
    // Taken again: no gap any more.
    expect((await call('get', `/scheduling/gaps?appointment=${cancelled}`)).body.data).toEqual([]);
    await call('get', `/scheduling/gaps/${gap.id}`).expect(404);
    for (const entry of [old, urgent, elsewhere])
      await call('post', `/scheduling/wait-list/${entry}/close`, stage.desk).expect(200);
  });

  test('an earlier visit is waited for no more once the visit is cancelled', async () => {
    const visit = await book('hugo', '2027-03-29T10:00:00+03:00');
    const { body } = await call('post', '/api/scheduling/wait-list', as('hugo'), {
      appointment: visit,
    }).expect(201);
    await call('post', `/scheduling/appointments/${visit}/status`, stage.desk, {
      to: 'cancelled',
    }).expect(200);
    await eventually(async () => (await statusOf(body.data.documentId)) === 'closed');
  });

  test('freed times go out by themselves where the clinic wants that, once however many processes look', async () => {
    await stage.clinic.db.query('update freed_times set taken_up = true');
    const entry = await wait('hugo');
    const visit = await book('ines', '2027-03-17T10:00:00+02:00');
    await call('post', `/scheduling/appointments/${visit}/status`, stage.desk, {
      to: 'cancelled',
    }).expect(200);
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(await statusOf(entry)).toBe('waiting');
    await automatic(true);
    const { token } = await linkTo('hugo', '2027-03-17T10:00:00+02:00');
    const { rows } = await stage.clinic.db.query(
      'select count(*)::int as n from wait_list_offers where entry_id = $1',
      [entry],
    );
    expect(rows[0].n).toBe(1);
    await automatic(false);
    await answer(token, 'accept').expect(200);
    expect(await statusOf(entry)).toBe('booked');
  });

  // The last story: the clinic's processes end here and others begin, later on the clock.
  test('runs out while nobody watches, and the next is asked by whoever starts again', async () => {
    const start = '2027-03-18T11:15:00+02:00';
    const first = await wait('cora');
    const second = await wait('dora');
    const made = await offer(first, start, { thenNext: true }).expect(201);
    const { token } = await linkTo('cora', start);
    await Promise.all(stage.clinic.servers.map((server) => end(server.process)));
    const later = { CLOCK_START: '2027-03-08T08:15:00Z' };
    const [one] = await Promise.all([stage.clinic.startCms(later), stage.clinic.startCms(later)]);
    const url = one?.url as string;
    await eventually(async () => (await statusOf(second)) === 'offered');
    expect(await statusOf(first)).toBe('waiting');
    const late = await answer(token, 'accept', url).expect(409);
    expect(late.body.error).toMatchObject({
      code: 'OFFER_EXPIRED',
      message:
        'The time to decide is over. You are still on the list: we write when the next time is free.',
    });
    expect((await answer(token, '', url).expect(200)).body.data.state).toBe('expired');
    expect(await visitsOf('cora')).toEqual([]);
    const next = await linkTo('dora', start);
    await answer(next.token, 'accept', url).expect(200);
    expect(await visitsOf('dora')).toHaveLength(1);
    expect(await claimsOf(made.body.data.id)).toEqual([]);
    const { rows } = await stage.clinic.db.query(
      `select state, entry_id from wait_list_offers where starts_at = $1 order by offered_at`,
      [start],
    );
    expect(rows).toEqual([
      { state: 'expired', entry_id: first },
      { state: 'accepted', entry_id: second },
    ]);
  });
});
