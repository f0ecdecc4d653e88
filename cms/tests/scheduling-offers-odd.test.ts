import { end } from '../../scripts/processes.ts';
import { staffToken } from '../../tests/support/people.ts';
import { idOf } from '../../tests/support/schedule.ts';
import { offerStage } from './offers-fixtures.ts';
import { eventually } from './reminders-fixtures.ts';

const people = [
  'anca',
  'bogdan',
  'cezar',
  'dana',
  'emil',
  'flora',
  'gelu',
  'horia',
  'ilie',
  'jana',
];

describe('an offer whose world changes meanwhile', () => {
  const { stage, open, reset, close, call, as, book, wait, offer, linkTo, answer, ...ask } =
    offerStage(people);
  const { target, rowsOf, statusOf, visitsOf, claimsOf } = ask;
  beforeAll(() => open(2));
  beforeEach(reset);
  afterEach(ask.expectNothingLoose);
  afterAll(close);

  const offered = async (name: string, start: string, more: Record<string, unknown> = {}) => {
    const entry = await wait(name);
    const { body } = await offer(entry, start, more).expect(201);
    const id = body.data.id as string;
    return { entry, id, ...(await linkTo(name, start)) };
  };
  const refusal = async (token: string, what: 'accept' | 'decline' = 'accept') => {
    const { status, body } = await answer(token, what);
    expect(body.error.message).toMatch(/^[A-Z].*\.$/);
    return `${status} ${body.error.code}`;
  };
  const takeBack = (id: string) => call('post', `/scheduling/wait-list/offers/${id}/withdraw`);
  const withdraw = (id: string) => takeBack(id).expect(200);

  test('the entry is closed where nobody knows of offers: the time is free again, the entry stays closed', async () => {
    const { entry, id, token } = await offered('anca', '2027-03-09T09:00:00+02:00');
    await rowsOf(`update wait_list_entries set status = 'closed' where document_id = $1`, [entry]);
    expect(await refusal(token)).toBe('409 OFFER_WITHDRAWN');
    expect(await statusOf(entry)).toBe('closed');
    expect(await claimsOf(id)).toEqual([]);
    expect(await visitsOf('anca')).toEqual([]);
    expect((await answer(token).expect(200)).body.data.state).toBe('withdrawn');
  });

  test('the entry is deleted: the time is free again without anybody asking', async () => {
    const { entry, id, token } = await offered('anca', '2027-03-09T10:05:00+02:00');
    await rowsOf('delete from wait_list_entries where document_id = $1', [entry]);
    await eventually(async () => (await claimsOf(id)).length === 0);
    expect(await refusal(token)).toBe('409 OFFER_WITHDRAWN');
  });

  test('the patient’s record is archived: nothing is booked, nobody offers to them', async () => {
    const { entry, id, token } = await offered('bogdan', '2027-03-09T11:10:00+02:00');
    await rowsOf('update patients set archived = true where document_id = $1', [idOf('bogdan')]);
    expect(await refusal(token)).toBe('409 OFFER_WITHDRAWN');
    expect(await visitsOf('bogdan')).toEqual([]);
    expect(await claimsOf(id)).toEqual([]);
    for (const patient of [idOf('bogdan'), 'nobody']) {
      const { body } = await call('post', '/scheduling/wait-list/offers', stage.desk, {
        ...target('bogdan'),
        patient,
        practitioner: idOf('Dan'),
        start: '2027-03-09T11:10:00+02:00',
      }).expect(404);
      expect(body.error.code).toBe('PATIENT_NOT_FOUND');
    }
    expect(await statusOf(entry)).toBe('waiting');
  });

  test('the service is not offered any more: what was promised is kept', async () => {
    const { token } = await offered('cezar', '2027-03-09T12:15:00+02:00');
    const active = (value: boolean) =>
      rowsOf('update appointment_types set active = $1 where document_id = $2', [
        value,
        idOf('Filling'),
      ]);
    await active(false);
    await answer(token, 'accept').expect(200);
    await active(true);
    expect(await visitsOf('cezar')).toHaveLength(1);
  });

  test('the practitioner has left: refused in words, until the desk takes it back', async () => {
    const { id, token, entry } = await offered('cezar', '2027-03-10T09:20:00+02:00');
    const active = (value: boolean) =>
      rowsOf('update practitioners set active = $1 where document_id = $2', [value, idOf('Dan')]);
    await active(false);
    expect(await refusal(token)).toBe('400 PRACTITIONER_NOT_SUITABLE');
    expect((await answer(token).expect(200)).body.data.state).toBe('open');
    await active(true);
    expect(await claimsOf(id)).toEqual(['chair', 'practitioner']);
    await withdraw(id);
    expect(await statusOf(entry)).toBe('waiting');
    expect(await visitsOf('cezar')).toHaveLength(1);
  });

  test('the clinic books over the time on purpose: refused in words, nothing lost', async () => {
    const start = '2027-03-10T10:25:00+02:00';
    const { id, token } = await offered('dana', start);
    const { body } = await call(
      'post',
      '/scheduling/appointments',
      await staffToken(stage.clinic, 'clinic-admin'),
      {
        ...target('emil'),
        practitioner: idOf('Dan'),
        start,
        overbooked: true,
        overbookReason: 'In pain',
      },
    ).expect(201);
    expect(await refusal(token)).toBe('409 SLOT_TAKEN');
    expect(await visitsOf('dana')).toEqual([]);
    expect(await claimsOf(id)).toEqual(['chair', 'practitioner']);
    await call('post', `/scheduling/appointments/${body.data.documentId}/status`, stage.desk, {
      to: 'cancelled',
    }).expect(200);
    await answer(token, 'accept').expect(200);
    expect(await visitsOf('dana')).toHaveLength(1);
  });

  test('two overlapping times for one person: of two yeses at once, one becomes a visit', async () => {
    const first = await offered('flora', '2027-03-11T10:00:00+02:00');
    const second = '2027-03-11T10:30:00+02:00';
    const { body } = await call('post', '/scheduling/wait-list/offers', stage.desk, {
      ...target('flora'),
      practitioner: idOf('Eva'),
      start: second,
    }).expect(201);
    const { token } = await linkTo('flora', second);
    const both = await Promise.all([answer(first.token, 'accept'), answer(token, 'accept')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.error.code).toBe('PATIENT_BUSY');
    expect(await visitsOf('flora')).toHaveLength(1);
    const left = both[0].status === 200 ? body.data.id : first.id;
    await withdraw(left);
  });

  test('the patient books by herself at the same moment: one of the two, in whichever process', async () => {
    const urls = stage.clinic.servers.map(({ url }) => url);
    for (const [round, name] of ['gelu', 'horia', 'ilie'].entries()) {
      const start = `2027-03-12T${10 + 2 * round}:40:00+02:00`;
      const { id, token } = await offered(name, start);
      const [accepted, booked] = await Promise.all([
        answer(token, 'accept', urls[0]),
        call(
          'post',
          '/api/scheduling/bookings',
          as(name),
          {
            appointmentType: idOf('Polish'),
            location: idOf('South'),
            practitioner: idOf('Eva'),
            start,
          },
          urls[1],
        ),
      ]);
      expect([accepted.status, booked.status].sort()).toEqual(
        accepted.status === 200 ? [200, 409] : [201, 409],
      );
      const lost = accepted.status === 200 ? booked : accepted;
      expect(lost.body.error.code).toBe('PATIENT_BUSY');
      expect(await visitsOf(name)).toHaveLength(1);
      if (accepted.status !== 200) await withdraw(id);
    }
  });

  test('desk, patient and clock act at once: one of them decides, and the rest is told', async () => {
    const start = '2027-03-15T09:50:00+02:00';
    const { entry, id, token } = await offered('jana', start, { thenNext: true });
    const answers = await Promise.all([
      answer(token, 'accept'),
      takeBack(id),
      call('post', `/scheduling/wait-list/${entry}/close`),
      call('post', `/api/scheduling/wait-list/${entry}/leave`, as('jana')),
      answer(token, 'decline'),
      answer(token, 'accept'),
    ]);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    const [{ state }] = await rowsOf('select state from wait_list_offers where id = $1', [id]);
    expect(['accepted', 'declined', 'withdrawn']).toContain(state);
    expect(await visitsOf('jana')).toHaveLength(state === 'accepted' ? 1 : 0);
  });

  test('whoever books the same meanwhile waits for an earlier time from then on, and an open offer moves that visit', async () => {
    const start = '2027-03-18T10:00:00+02:00';
    const { entry, token } = await offered('anca', start);
    const { body } = await call('post', '/api/scheduling/bookings', as('anca'), {
      appointmentType: idOf('Filling'),
      location: idOf('South'),
      practitioner: idOf('Eva'),
      start: '2027-03-25T10:00:00+02:00',
    }).expect(201);
    await eventually(async () => (await answer(token)).body.data.movesFrom !== null);
    expect((await answer(token)).body.data.movesFrom).toBe('2027-03-25T10:00:00+02:00');
    const own = await call('get', `/api/scheduling/wait-list/${entry}`, as('anca')).expect(200);
    expect(own.body.data.appointment).toEqual({
      documentId: body.data.documentId,
      start: '2027-03-25T10:00:00+02:00',
    });
    await answer(token, 'accept').expect(200);
    expect(await visitsOf('anca')).toEqual([
      { start: '2027-03-18 08:00', status: 'confirmed', id: body.data.documentId },
    ]);
    expect(await statusOf(entry)).toBe('booked');
  });

  test('what is offered to the next begins on the grid of the service they wait for', async () => {
    const next = await wait('dana', { appointmentType: idOf('Polish') });
    const { token } = await offered('cezar', '2027-03-19T11:10:00+02:00', { thenNext: true });
    await answer(token, 'decline').expect(200);
    await linkTo('dana', '2027-03-19T11:20:00+02:00');
    expect(await statusOf(next)).toBe('offered');
    await rowsOf('update wait_list_offers set followed = true');
  });

  // From here on Eva is gone, then the processes end and others begin.
  test('a practitioner who is deleted holds up nobody’s turn', async () => {
    const first = await wait('gelu');
    const { token, id } = await offered('emil', '2027-03-16T10:00:00+02:00', {
      practitioner: idOf('Eva'),
      thenNext: true,
    });
    await rowsOf('delete from practitioners where document_id = $1', [idOf('Eva')]);
    expect(await refusal(token)).toMatch(/^404 UNKNOWN_PRACTITIONER|400 PRACTITIONER_NOT_SUITABLE/);
    expect((await answer(token, 'decline').expect(200)).body.data.state).toBe('declined');
    expect(await claimsOf(id)).toEqual([]);
    await eventually(
      async () =>
        (await rowsOf('select followed from wait_list_offers where id = $1', [id]))[0].followed,
    );
    const start = '2027-03-16T11:45:00+02:00';
    const other = await offered('horia', start, { thenNext: true });
    await answer(other.token, 'decline').expect(200);
    await linkTo('gelu', start);
    expect(await statusOf(first)).toBe('offered');
  });

  test('the process ends after an offer ran out and before the next is asked: whoever starts asks', async () => {
    const start = '2027-03-17T10:00:00+02:00';
    const first = await offered('ilie', start, { thenNext: true });
    const second = await wait('jana');
    await Promise.all(stage.clinic.servers.map((server) => end(server.process)));
    await rowsOf(
      `with over as (update wait_list_offers set state = 'expired', settled_at = '2027-03-08 10:00+02' where id = $1
           returning hold_id),
         freed as (delete from time_claims using over where source_id = over.hold_id),
         gone as (delete from holds using over where holds.id = over.hold_id)
       update wait_list_entries set status = 'waiting' where document_id = $2`,
      [first.id, first.entry],
    );
    const [one] = await Promise.all([stage.clinic.startCms(), stage.clinic.startCms()]);
    await eventually(async () => (await statusOf(second)) === 'offered');
    expect(await statusOf(first.entry)).toBe('waiting');
    const { token } = await linkTo('jana', start);
    await answer(token, 'accept', one?.url).expect(200);
  });

  test('half an hour that begins on Friday at ten to five ends on Monday, an hour of the clock later', async () => {
    await Promise.all(stage.clinic.servers.map((server) => end(server.process)));
    const { url } = await stage.clinic.startCms({ CLOCK_START: '2027-03-26T14:50:00Z' });
    const desk = await staffToken({ ...stage.clinic, url }, 'front-desk');
    const post = (path: string, body: object) => call('post', path, desk, body, url).expect(201);
    const made = await post('/scheduling/wait-list', target('horia'));
    const { body } = await post('/scheduling/wait-list/offers', {
      entry: made.body.data.documentId,
      practitioner: idOf('Dan'),
      start: '2027-03-30T10:00:00+03:00',
    });
    expect(body.data.expiresAt).toMatch(/^2027-03-29T09:(19|2\d):\d\d\+03:00$/);
    const { token } = await linkTo('horia', '2027-03-30T10:00:00+03:00');
    const { data } = (await answer(token, '', url).expect(200)).body;
    expect(data.expiresAt).toBe(body.data.expiresAt);
    await answer(token, 'accept', url).expect(200);
    expect(await visitsOf('horia')).toContainEqual(
      expect.objectContaining({ start: '2027-03-30 07:00' }),
    );
  });
});
