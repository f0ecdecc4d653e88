import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { staffToken } from '../../tests/support/people.ts';
import { addLocation, addPatient, idOf, signIn, weekdays } from '../../tests/support/schedule.ts';

// A Monday morning four weeks before the clock changes.
const now = '2027-03-01T07:00:00Z';

describe('visits that repeat', () => {
  let clinic: Clinic;
  let desk: string;
  let assistant: string;
  let mara: string;
  let ion: string;
  const post = (path: string, token: string | undefined, body: object = {}) => {
    const sent = request(clinic.url).post(path);
    if (token) sent.set('authorization', `Bearer ${token}`);
    return sent.send(body);
  };
  const own = (path: string, token: string, body?: object) =>
    post(`/api/scheduling/bookings/${path}`, token, body);
  const series = (start: string, repeat: object, more: object = {}) => ({
    appointmentType: idOf('Brace check'),
    location: idOf('Hill'),
    practitioner: idOf('Ana'),
    start,
    repeat,
    ...more,
  });
  const weekly = (count: number) => ({ every: 'week', count });
  const counts = async () =>
    (
      await clinic.db.query(
        `select (select count(*)::int from appointments) as appointments,
                (select count(*)::int from time_claims) as claims,
                (select count(*)::int from booking_keys) as keys`,
      )
    ).rows[0];
  const standing = async (seriesId: string) =>
    (
      await clinic.db.query(
        `select to_char(starts_at, 'MM-DD HH24:MI') as start, status from appointments
         where series_id = $1 order by starts_at`,
        [seriesId],
      )
    ).rows.map(({ start, status }) => `${start} ${status}`);
  const overlaps = async () =>
    (
      await clinic.db.query(
        `select count(*)::int as n from time_claims a join time_claims b on a.id < b.id
           and a.resource_kind = b.resource_kind and a.resource_id = b.resource_id and a.during && b.during`,
      )
    ).rows[0].n;
  const at = (date: string, time: string, offset = '+02:00') => `${date}T${time}:00${offset}`;

  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: now } });
    const all = [...weekdays, 'saturday', 'sunday'];
    await addLocation(clinic.db, 'Hill', {
      zone: 'Europe/Bucharest',
      chairs: 2,
      practitioners: [
        { name: 'Ana', hours: weekdays.map((day) => [day, '09:00', '17:00'] as const) },
        { name: 'Bogdan', hours: all.map((day) => [day, '00:00', '12:00'] as const) },
      ],
      types: [
        { name: 'Brace check', duration: 30, values: { horizon_days: 730 } },
        { name: 'By phone only', duration: 30, values: { online_bookable: false } },
      ],
    });
    for (const name of ['mara', 'ion']) await addPatient(clinic.db, name);
    mara = await signIn(clinic.url, 'mara');
    ion = await signIn(clinic.url, 'ion');
    desk = await staffToken(clinic, 'clinic-admin');
    assistant = await staffToken(clinic, 'assistant');
  });
  beforeEach(async () => {
    await clinic.db.query(
      `delete from appointments where document_id in (select source_id from time_claims)`,
    );
    await clinic.db.query('delete from appointments where series_id is not null');
    await clinic.db.query('delete from time_claims');
    await clinic.db.query('delete from booking_keys');
  });
  afterAll(() => clinic.close());

  test('every week at nine, also after the clock has changed, and no one else is given those times', async () => {
    const { body } = await own('series', mara, series(at('2027-03-15', '09:00'), weekly(3))).expect(
      201,
    );
    expect(body.data.booked.map(({ start }: { start: string }) => start)).toEqual([
      at('2027-03-15', '09:00'),
      at('2027-03-22', '09:00'),
      at('2027-03-29', '09:00', '+03:00'),
    ]);
    expect(body.data.skipped).toEqual([]);
    const taken = await own('', ion, series(at('2027-03-29', '09:00', '+03:00'), {}));
    expect([taken.status, taken.body.error.code]).toEqual([409, 'SLOT_TAKEN']);
    const { body: list } = await request(clinic.url)
      .get('/api/scheduling/bookings')
      .set('authorization', `Bearer ${mara}`);
    expect(list.data.map(({ seriesId }: { seriesId: string }) => seriesId)).toEqual(
      Array(3).fill(body.data.series),
    );
  });

  test('in autumn the wall clock keeps its time too', async () => {
    const { body } = await own(
      'series',
      mara,
      series(at('2027-10-25', '09:00', '+03:00'), { every: 'week', until: '2027-11-01' }),
    ).expect(201);
    expect(body.data.booked.map(({ start }: { start: string }) => start)).toEqual([
      at('2027-10-25', '09:00', '+03:00'),
      at('2027-11-01', '09:00'),
    ]);
  });

  test('on the 31st of each month: months without it are listed and do not count', async () => {
    const wanted = series(
      at('2027-03-31', '09:00', '+03:00'),
      { every: 'month', count: 3 },
      {
        practitioner: idOf('Bogdan'),
      },
    );
    const { body } = await own('series', mara, wanted).expect(201);
    expect(body.data.booked.map(({ start }: { start: string }) => start.slice(0, 10))).toEqual([
      '2027-03-31',
      '2027-05-31',
      '2027-07-31',
    ]);
    expect(body.data.skipped).toEqual(
      ['2027-04', '2027-06'].map((date) => ({
        date,
        start: null,
        code: 'NO_SUCH_DATE',
        message: 'This month does not have the date.',
      })),
    );
  });

  test('a time that the clock skips is moved to the end of the gap', async () => {
    const wanted = series(
      at('2027-03-27', '03:30'),
      { every: 'day', count: 2 },
      {
        practitioner: idOf('Bogdan'),
      },
    );
    const { body } = await own('series', mara, wanted).expect(201);
    expect(body.data.booked.map(({ start }: { start: string }) => start)).toEqual([
      at('2027-03-27', '03:30'),
      at('2027-03-28', '04:00', '+03:00'),
    ]);
  });

  test('the preview says of each date whether it is free, else why not and what is near; it takes nothing', async () => {
    await own('', ion, series(at('2027-03-22', '09:00'), {})).expect(201);
    const before = await counts();
    const wanted = series(at('2027-03-15', '09:00'), weekly(3));
    const { body } = await own('series/preview', mara, wanted).expect(200);
    expect(body.data.zone).toBe('Europe/Bucharest');
    expect(body.data.dates).toEqual([
      expect.objectContaining({ date: '2027-03-15', free: true, practitioner: idOf('Ana') }),
      {
        date: '2027-03-22',
        start: at('2027-03-22', '09:00'),
        free: false,
        code: 'SLOT_TAKEN',
        message: 'This time has just been taken. Please choose another one.',
        alternatives: [expect.objectContaining({ start: at('2027-03-22', '09:30') })],
      },
      expect.objectContaining({ date: '2027-03-29', free: true }),
    ]);
    expect(await counts()).toEqual(before);
    const booked = await own('series', mara, wanted).expect(201);
    expect(booked.body.data.booked).toHaveLength(2);
    expect(booked.body.data.skipped).toEqual([
      {
        date: '2027-03-22',
        start: at('2027-03-22', '09:00'),
        code: 'SLOT_TAKEN',
        message: 'This time has just been taken. Please choose another one.',
      },
    ]);
  });

  test('daily through a weekend: closed days are skipped with their reason', async () => {
    const wanted = series(at('2027-03-04', '09:00'), { every: 'day', count: 5 });
    const { body } = await own('series', mara, wanted).expect(201);
    expect(
      body.data.skipped.map(({ date, code }: { date: string; code: string }) => [date, code]),
    ).toEqual([
      ['2027-03-06', 'OUTSIDE_HOURS'],
      ['2027-03-07', 'OUTSIDE_HOURS'],
    ]);
  });

  test('whoever does not mind who keeps one practitioner as long as that one is free', async () => {
    await own('', ion, series(at('2027-03-22', '09:00'), {})).expect(201);
    const first = series(at('2027-03-15', '09:00'), weekly(3), { practitioner: '' });
    const { body } = await own('series', mara, first).expect(201);
    const people = body.data.booked.map(
      ({ practitioner }: { practitioner: string }) => practitioner,
    );
    expect(people).toHaveLength(3);
    expect(people[0]).toBe(people[2]);
    expect(people[1]).toBe(idOf('Bogdan'));
  });

  test('52 visits are booked by the desk; 53 are refused in words', async () => {
    const body = series(at('2027-03-15', '09:00'), weekly(52), { patient: idOf('mara') });
    const answer = await post('/scheduling/series', desk, body);
    expect(answer.status).toBe(201);
    expect(answer.body.data.booked).toHaveLength(52);
    const more = await post('/scheduling/series', desk, { ...body, repeat: weekly(53) });
    expect(more.status).toBe(400);
    expect(more.body.error.details.fields).toEqual([
      { field: 'repeat.count', message: 'must be from 2 to 52' },
    ]);
    const long = await post('/scheduling/series/preview', desk, {
      ...body,
      repeat: { every: 'day', until: '2027-06-01' },
    });
    expect([long.status, long.body.error.code]).toEqual([400, 'SERIES_TOO_LONG']);
    expect(long.body.error.message).toBe('A series has at most 52 visits, within ten years.');
  });

  test('a patient has at most 52 visits ahead', async () => {
    const first = series(at('2027-03-15', '09:00'), { every: 'week', count: 50 });
    await own('series', mara, first).expect(201);
    const before = await counts();
    const more = await own('series', mara, series(at('2027-03-16', '09:00'), weekly(10)));
    expect([more.status, more.body.error.code]).toEqual([409, 'TOO_MANY_VISITS']);
    expect(await counts()).toEqual(before);
  });

  test('the same key books once and answers the same; another wish under it is refused', async () => {
    const wanted = series(at('2027-03-15', '09:00'), { every: 'day', count: 6 });
    const first = await own('series', mara, wanted).set('Idempotency-Key', 'twice').expect(201);
    const again = await own('series', mara, wanted).set('Idempotency-Key', 'twice').expect(201);
    expect(again.body).toEqual(first.body);
    expect(again.body.data.skipped).toHaveLength(1);
    expect((await counts()).keys).toBe(1);
    const other = await own('series', mara, { ...wanted, repeat: weekly(2) }).set(
      'Idempotency-Key',
      'twice',
    );
    expect([other.status, other.body.error.code]).toEqual([409, 'IDEMPOTENCY_MISMATCH']);
  });

  test('a held time becomes the first visit of a series', async () => {
    const { body: hold } = await post(
      '/api/scheduling/holds',
      mara,
      series(at('2027-03-15', '10:00'), {}),
    );
    const { body } = await own('series', mara, { hold: hold.data.id, repeat: weekly(2) }).expect(
      201,
    );
    expect(body.data.booked.map(({ start }: { start: string }) => start)).toEqual([
      at('2027-03-15', '10:00'),
      at('2027-03-22', '10:00'),
    ]);
    const spent = await own('series', mara, { hold: hold.data.id, repeat: weekly(2) });
    expect([spent.status, spent.body.error.code]).toEqual([409, 'ALREADY_BOOKED']);
  });

  test('this and the following move together, by the wall clock; what cannot stays and is listed', async () => {
    const { body } = await own('series', mara, series(at('2027-03-15', '09:00'), weekly(4))).expect(
      201,
    );
    const [, second] = body.data.booked;
    await own('', ion, series(at('2027-03-30', '10:00', '+03:00'), {})).expect(201);
    const moved = await own(`${second.documentId}/following/reschedule`, mara, {
      start: at('2027-03-23', '10:00'),
    }).expect(200);
    expect(moved.body.data.changed.map(({ start }: { start: string }) => start)).toEqual([
      at('2027-03-23', '10:00'),
      at('2027-04-06', '10:00', '+03:00'),
    ]);
    expect(moved.body.data.stayed).toEqual([
      expect.objectContaining({ start: at('2027-03-29', '09:00', '+03:00'), code: 'SLOT_TAKEN' }),
    ]);
    expect(await standing(body.data.series)).toEqual([
      '03-15 07:00 confirmed',
      '03-23 08:00 confirmed',
      '03-29 06:00 confirmed',
      '04-06 07:00 confirmed',
    ]);
    expect(await overlaps()).toBe(0);
  });

  test('a daily series moves a day on: nobody stands in his own way', async () => {
    const wanted = series(at('2027-03-08', '09:00'), { every: 'day', count: 4 });
    const { body } = await own('series', mara, wanted).expect(201);
    const [first] = body.data.booked;
    const answer = await own(`${first.documentId}/following/reschedule`, mara, {
      start: at('2027-03-09', '09:00'),
    }).expect(200);
    expect(answer.body.data.changed).toHaveLength(4);
    const back = await own(`${first.documentId}/following/reschedule`, mara, {
      start: at('2027-03-08', '09:00'),
    }).expect(200);
    expect(back.body.data.changed).toHaveLength(4);
  });

  test('only this one moves when only this one is asked for', async () => {
    const { body } = await own('series', mara, series(at('2027-03-15', '09:00'), weekly(2))).expect(
      201,
    );
    await own(`${body.data.booked[0].documentId}/reschedule`, mara, {
      start: at('2027-03-15', '11:00'),
    }).expect(200);
    expect(await standing(body.data.series)).toEqual([
      '03-15 09:00 confirmed',
      '03-22 07:00 confirmed',
    ]);
  });

  test('the desk gives this and the following to somebody else', async () => {
    const { body } = await own('series', mara, series(at('2027-03-15', '09:00'), weekly(3))).expect(
      201,
    );
    const path = `/scheduling/appointments/${body.data.booked[1].documentId}/following/move`;
    const answer = await post(path, desk, { practitioner: idOf('Bogdan') }).expect(200);
    expect(
      answer.body.data.changed.map(({ practitioner }: { practitioner: string }) => practitioner),
    ).toEqual([idOf('Bogdan'), idOf('Bogdan')]);
    expect(answer.body.data.stayed).toEqual([]);
    const nothing = await post(path, desk, {});
    expect([nothing.status, nothing.body.error.details.fields[0].field]).toEqual([400, 'start']);
    expect((await post(path, assistant, { practitioner: idOf('Ana') })).status).toBe(200);
    expect((await post(path, mara, { practitioner: idOf('Bogdan') })).status).toBe(401);
  });

  test('the desk is told which visits a change reaches; looking is kept in the trail', async () => {
    const { body } = await own('series', mara, series(at('2027-03-15', '09:00'), weekly(4))).expect(
      201,
    );
    const [, second, third, fourth] = body.data.booked;
    await own(`${third.documentId}/cancel`, mara, {}).expect(200);
    const kin = (token: string | undefined) => {
      const asked = request(clinic.url).get(`/scheduling/appointments/${second.documentId}/kin`);
      return token ? asked.set('authorization', `Bearer ${token}`) : asked;
    };
    const answer = await kin(assistant).expect(200);
    expect(answer.body.data.group).toEqual([]);
    expect(
      answer.body.data.following.map(({ documentId, start, name }: Record<string, string>) => [
        documentId,
        start,
        name,
      ]),
    ).toEqual([
      [second.documentId, at('2027-03-22', '09:00'), 'mara Storyteller'],
      [fourth.documentId, at('2027-04-05', '09:00', '+03:00'), 'mara Storyteller'],
    ]);
    const { rows } = await clinic.db.query(
      `select actor_kind, patients from audit_entries where subject = 'appointment-kin' and subject_id = $1`,
      [second.documentId],
    );
    expect(rows).toEqual([{ actor_kind: 'staff', patients: [idOf('mara')] }]);
    await kin(mara).expect(401);
    await kin(undefined).expect(401);
  });

  test('a patient cancels this and the following; what is too near stays and is listed', async () => {
    const { body } = await own('series', mara, series(at('2027-03-01', '15:00'), weekly(3))).expect(
      201,
    );
    const [first] = body.data.booked;
    const answer = await own(`${first.documentId}/following/cancel`, mara, {
      reason: 'We move away',
    }).expect(200);
    expect(answer.body.data.changed).toHaveLength(2);
    expect(answer.body.data.stayed).toEqual([
      expect.objectContaining({ documentId: first.documentId, code: 'TOO_LATE' }),
    ]);
    expect(await standing(body.data.series)).toEqual([
      '03-01 13:00 confirmed',
      '03-08 13:00 cancelled',
      '03-15 13:00 cancelled',
    ]);
    const rest = await post(`/scheduling/appointments/${first.documentId}/following/cancel`, desk, {
      reason: 'Called',
    }).expect(200);
    expect(rest.body.data.changed).toHaveLength(1);
  });

  test('strangers and single visits have no followers', async () => {
    const { body } = await own('series', mara, series(at('2027-03-15', '09:00'), weekly(2))).expect(
      201,
    );
    const path = `${body.data.booked[0].documentId}/following/cancel`;
    const stranger = await own(path, ion, {});
    expect([stranger.status, stranger.body.error.code]).toEqual([404, 'UNKNOWN_APPOINTMENT']);
    expect((await post(`/api/scheduling/bookings/${path}`, undefined)).status).toBe(403);
    const { body: single } = await own('', ion, series(at('2027-03-15', '10:00'), {})).expect(201);
    const alone = await own(`${single.data.documentId}/following/cancel`, ion, {});
    expect([alone.status, alone.body.error.code]).toEqual([409, 'STANDS_ALONE']);
    const wanted = series(at('2027-03-15', '09:00'), weekly(2), { patient: idOf('mara') });
    expect((await post('/scheduling/series', ion, wanted)).status).toBe(401);
    expect((await post('/scheduling/series', undefined, wanted)).status).toBe(401);
    expect((await post('/api/scheduling/bookings/series', undefined, wanted)).status).toBe(403);
  });

  test('two series over the same practitioner at once: each date is one patient’s, nobody waits for ever', async () => {
    const wanted = series(at('2027-04-05', '09:00', '+03:00'), weekly(12));
    const other = series(at('2027-04-05', '09:00', '+03:00'), weekly(12), { practitioner: '' });
    const answers = await Promise.all([
      own('series', mara, wanted),
      own('series', ion, other),
      post('/scheduling/series', desk, { ...wanted, patient: idOf('ion') }),
      own('series', mara, other),
    ]);
    for (const { status, body } of answers) {
      if (status === 409) expect(body.error.code).toBe('NOTHING_FREE');
      else expect(status).toBe(201);
    }
    const booked = answers.flatMap(({ body }) => body.data?.booked ?? []);
    expect(booked).toHaveLength(24);
    expect(await overlaps()).toBe(0);
  });

  test('when nothing is free nothing is booked, and the reasons are told', async () => {
    const wanted = series(at('2027-03-06', '09:00'), weekly(2));
    const before = await counts();
    const answer = await own('series', mara, wanted);
    expect([answer.status, answer.body.error.code]).toEqual([409, 'NOTHING_FREE']);
    expect(answer.body.error.details.skipped).toHaveLength(2);
    expect(await counts()).toEqual(before);
  });

  const good = () => series(at('2027-03-15', '09:00'), weekly(2));
  const bad: readonly [string, () => object, number, string][] = [
    ['no repeat', () => ({ ...good(), repeat: undefined }), 400, 'repeat'],
    ['repeat as text', () => ({ ...good(), repeat: 'weekly' }), 400, 'repeat'],
    [
      'an unknown rhythm',
      () => ({ ...good(), repeat: { every: 'year', count: 2 } }),
      400,
      'repeat.every',
    ],
    ['no end', () => ({ ...good(), repeat: { every: 'day' } }), 400, 'repeat.count'],
    ['one visit', () => ({ ...good(), repeat: weekly(1) }), 400, 'repeat.count'],
    ['half a visit', () => ({ ...good(), repeat: weekly(2.5) }), 400, 'repeat.count'],
    [
      'a count as text',
      () => ({ ...good(), repeat: { every: 'day', count: '3' } }),
      400,
      'repeat.count',
    ],
    [
      'interval zero',
      () => ({ ...good(), repeat: { ...weekly(2), interval: 0 } }),
      400,
      'repeat.interval',
    ],
    [
      'a huge interval',
      () => ({ ...good(), repeat: { ...weekly(2), interval: 1e9 } }),
      400,
      'repeat.interval',
    ],
    [
      'a date that is none',
      () => ({ ...good(), repeat: { every: 'day', until: '2027-02-30' } }),
      400,
      'repeat.until',
    ],
    [
      'an end before the start',
      () => ({ ...good(), repeat: { every: 'day', until: '2027-03-14' } }),
      400,
      'repeat.until',
    ],
    [
      'an end in another century',
      () => ({ ...good(), repeat: { every: 'month', until: '2199-01-01' } }),
      400,
      'repeat.until',
    ],
    [
      'ten years and more',
      () => ({ ...good(), repeat: { every: 'month', interval: 12, count: 12 } }),
      400,
      'repeat.count',
    ],
    ['no start', () => ({ ...good(), start: undefined }), 400, 'start'],
    ['a start without a zone', () => ({ ...good(), start: '2027-03-15T09:00:00' }), 400, 'start'],
    ['an unknown location', () => ({ ...good(), location: 'nowhere' }), 404, ''],
    ['an unknown type', () => ({ ...good(), appointmentType: 'nothing' }), 404, ''],
    ['an unknown practitioner', () => ({ ...good(), practitioner: 'nobody' }), 404, ''],
    [
      'a visit that is not booked online',
      () => ({ ...good(), appointmentType: idOf('By phone only') }),
      403,
      '',
    ],
    ['a start in the far future', () => ({ ...good(), start: '9999-03-15T09:00:00Z' }), 400, ''],
    ['an unknown hold', () => ({ hold: 'x'.repeat(22), repeat: weekly(2) }), 409, ''],
  ];
  test.each(bad)('%s is refused in words', async (_, body, status, field) => {
    const before = await counts();
    for (const path of ['series', 'series/preview']) {
      const answer = await own(path, mara, body());
      expect(answer.status).toBe(status);
      expect(answer.body.error.message).toMatch(/\w+ \w+/);
      if (field) expect(answer.body.error.details.fields[0].field).toBe(field);
    }
    expect(await counts()).toEqual(before);
  });
});
