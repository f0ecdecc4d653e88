import request from 'supertest';
import {
  type AppointmentStatus,
  appointmentStatuses,
  possibleMoves,
} from '../../plugins/scheduling/shared/statuses.ts';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { staffToken } from '../../tests/support/people.ts';
import { addLocation, addPatient, idOf, signIn, weekdays } from '../../tests/support/schedule.ts';

/** A Wednesday noon in Bucharest: visits lie on both sides of it. */
const now = '2027-03-10T10:00:00Z';

describe('the states of a visit', () => {
  let clinic: Clinic;
  let desk: string;
  let patient: string;
  const call = (
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    body?: object,
    token = desk,
  ) => {
    const asked = request(clinic.url)[method](path).set('authorization', `Bearer ${token}`);
    return body ? asked.send(body) : asked;
  };
  const one = async (sql: string, values: unknown[] = []) =>
    (await clinic.db.query(sql, values)).rows[0];

  let made = 0;
  /** A visit in a state, as an old import may have left it: without claims. */
  const visitThatIs = async (
    status: AppointmentStatus,
    startsAt: string,
    practitioner = 'Dan',
    who = 'paula',
  ): Promise<string> => {
    const documentId = `v${String(++made).padStart(23, '0')}`;
    await clinic.db.query(
      `with new as (insert into appointments (document_id, starts_at, ends_at, status, sequence, created_at, updated_at, published_at)
         values ($1, $2::timestamptz at time zone 'UTC', ($2::timestamptz + interval '30 minutes') at time zone 'UTC', $3, 0,
           now(), now(), now()) returning id),
       a as (insert into appointments_patient_lnk (appointment_id, patient_id) select new.id, x.id from new, patients x where x.document_id = $4),
       b as (insert into appointments_practitioner_lnk (appointment_id, practitioner_id) select new.id, x.id from new, practitioners x where x.document_id = $5),
       c as (insert into appointments_location_lnk (appointment_id, location_id) select new.id, x.id from new, locations x where x.document_id = $6)
       insert into appointments_appointment_type_lnk (appointment_id, appointment_type_id)
         select new.id, x.id from new, appointment_types x where x.document_id = $7`,
      [documentId, startsAt, status, idOf(who), idOf(practitioner), idOf('North'), idOf('Check')],
    );
    return documentId;
  };
  const stateOf = async (documentId: string) =>
    one(
      `select status, sequence, arrived_at, cancelled_at, cancel_reason,
         (select count(*)::int from appointment_moves where appointment_id = document_id) as moves
       from appointments where document_id = $1`,
      [documentId],
    );
  const historyOf = async (documentId: string) =>
    (await call('get', `/scheduling/appointments/${documentId}/moves`).expect(200)).body.data;

  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: now } });
    await addLocation(clinic.db, 'North', {
      zone: 'Europe/Bucharest',
      chairs: 2,
      practitioners: [
        { name: 'Dan', hours: weekdays.map((day) => [day, '09:00', '17:00'] as const) },
      ],
      types: [{ name: 'Check', duration: 30 }],
    });
    for (const name of ['paula', 'quentin']) await addPatient(clinic.db, name);
    desk = await staffToken(clinic, 'clinic-admin');
    patient = await signIn(clinic.url, 'paula');
  });
  afterAll(() => clinic.close());

  const doors = {
    desk: (documentId: string, to: AppointmentStatus) =>
      call('post', `/scheduling/appointments/${documentId}/status`, { to }),
    'the REST API': (documentId: string, to: AppointmentStatus) =>
      call('put', `/api/appointments/${documentId}`, { data: { status: to } }),
  };
  const times = { past: '2027-03-10T09:00:00Z', future: '2027-03-11T09:00:00Z' };
  const table = Object.keys(doors).flatMap((door) =>
    Object.keys(times).flatMap((time) =>
      appointmentStatuses.map((from) => [from, time, door] as const),
    ),
  );

  test.each(table)('from %s, in the %s, by %s: only the possible moves', async (from, time, by) => {
    for (const to of appointmentStatuses) {
      const id = await visitThatIs(from, times[time as keyof typeof times]);
      const before = await stateOf(id);
      const { status, body } = await doors[by as keyof typeof doors](id, to);
      // Writing a record anew with the state it has moves nothing.
      if (by === 'the REST API' && to === from) {
        expect([status, await stateOf(id)]).toEqual([200, before]);
        continue;
      }
      const tooEarly = to === 'no-show' && time === 'future';
      const possible = possibleMoves(from);
      if (possible.includes(to) && !tooEarly) {
        expect({ to, status }).toEqual({ to, status: 200 });
        expect(await stateOf(id)).toMatchObject({ status: to, moves: before.moves + 1 });
        const [, last] = await historyOf(id);
        expect(last).toMatchObject({
          from,
          to,
          actor: { kind: 'staff', name: 'Test clinic-admin' },
        });
        continue;
      }
      expect({ to, status }).toEqual({ to, status: 409 });
      expect(body.error).toMatchObject({
        code: possible.includes(to) ? 'NOT_YET' : 'ILLEGAL_MOVE',
        details: {
          from,
          possible: possible.filter(
            (move) => !tooEarly || move !== 'no-show' || !possible.includes(to),
          ),
        },
      });
      expect(await stateOf(id)).toEqual(before);
    }
  });

  test('a patient may only cancel, only the own visit, and only in time', async () => {
    const cancel = (id: string) =>
      call('post', `/api/scheduling/bookings/${id}/cancel`, { reason: 'Away' }, patient);
    for (const from of appointmentStatuses) {
      const id = await visitThatIs(from, '2027-03-20T09:00:00Z');
      const before = await stateOf(id);
      const { status, body } = await cancel(id);
      if (possibleMoves(from).includes('cancelled')) {
        expect([from, status]).toEqual([from, 200]);
        expect(await stateOf(id)).toMatchObject({ status: 'cancelled', cancel_reason: 'Away' });
        expect((await historyOf(id)).at(-1)).toMatchObject({
          from,
          to: 'cancelled',
          reason: 'Away',
          actor: { kind: 'patient', name: 'Storyteller paula' },
        });
        continue;
      }
      expect([from, status, body.error.code]).toEqual([from, 409, 'ILLEGAL_MOVE']);
      expect(await stateOf(id)).toEqual(before);
    }
    const soon = await visitThatIs('confirmed', '2027-03-10T12:00:00Z');
    expect((await cancel(soon)).body.error.code).toBe('TOO_LATE');
    const other = await visitThatIs('confirmed', '2027-03-20T11:00:00Z', 'Dan', 'quentin');
    await cancel(other).expect(404);
    for (const id of [soon, other]) expect(await stateOf(id)).toMatchObject({ moves: 1 });
  });

  test('a booking begins the history, whoever books', async () => {
    const wanted = {
      appointmentType: idOf('Check'),
      location: idOf('North'),
      practitioner: idOf('Dan'),
    };
    const { body: own } = await call(
      'post',
      '/api/scheduling/bookings',
      { ...wanted, start: '2027-03-15T10:00:00+02:00' },
      patient,
    ).expect(201);
    expect(await historyOf(own.data.documentId)).toEqual([
      {
        from: null,
        to: 'confirmed',
        at: expect.stringMatching(/^2027-03-10T10:\d\d:\d\dZ$/),
        actor: { kind: 'patient', name: 'Storyteller paula' },
        reason: null,
      },
    ]);
    const { body: form } = await call(
      'post',
      '/content-manager/collection-types/api::appointment.appointment',
      {
        startsAt: '2027-03-16T10:00:00Z',
        status: 'pending',
        ...Object.fromEntries(
          Object.entries({ ...wanted, patient: idOf('quentin') }).map(([field, documentId]) => [
            field,
            { connect: [{ documentId }] },
          ]),
        ),
      },
    ).expect(201);
    expect(await historyOf(form.data.documentId)).toMatchObject([
      { from: null, to: 'pending', actor: { kind: 'staff', name: 'Test clinic-admin' } },
    ]);
  });

  test('what SQL alone writes is kept as the system’s', async () => {
    const id = await visitThatIs('confirmed', times.past);
    await clinic.db.query(`update appointments set status = 'arrived' where document_id = $1`, [
      id,
    ]);
    expect(await historyOf(id)).toMatchObject([
      { from: null, to: 'confirmed', actor: { kind: 'system', name: null } },
      { from: 'confirmed', to: 'arrived', actor: { kind: 'system', name: null } },
    ]);
  });

  test('counters, stamps and kinship are scheduling’s to write, not a form’s', async () => {
    const id = await visitThatIs('confirmed', times.future);
    const kept = () =>
      one('select * from appointments where document_id = $1', [id]) as Promise<object>;
    const before = await kept();
    const form = `/content-manager/collection-types/api::appointment.appointment/${id}`;
    for (const [field, value] of Object.entries({
      sequence: 9,
      confirmedAt: '2027-01-01T00:00:00.000Z',
      arrivedAt: '2027-01-01T00:00:00.000Z',
      seatedAt: '2027-01-01T00:00:00.000Z',
      completedAt: '2027-01-01T00:00:00.000Z',
      cancelledAt: '2027-01-01T00:00:00.000Z',
      cancelledLate: true,
      seriesId: 'mine',
      groupId: 'mine',
    }))
      for (const [path, body] of [
        [`/api/appointments/${id}`, { data: { [field]: value } }],
        [form, { [field]: value }],
      ] as const) {
        const answer = await call('put', path, body);
        expect([path, field, answer.status]).toEqual([path, field, 400]);
        expect(answer.body.error.details.fields).toEqual([
          { field, message: 'is kept by scheduling itself' },
        ]);
      }
    expect(await kept()).toEqual(before);
    // A form sends back what it was shown.
    await call('put', form, { notes: 'Bring X-ray', sequence: 0, confirmedAt: null }).expect(200);
    expect(await kept()).toMatchObject({ notes: 'Bring X-ray', sequence: 0 });
  });

  test('the history is only ever added to; a reason may be erased', async () => {
    const id = await visitThatIs('pending', '2027-03-20T09:00:00Z');
    await call('post', `/scheduling/appointments/${id}/status`, { to: 'cancelled', reason: 'Flu' });
    for (const statement of [
      `update appointment_moves set to_state = 'completed' where appointment_id = '${id}'`,
      `update appointment_moves set reason = 'Other' where appointment_id = '${id}'`,
      `delete from appointment_moves where appointment_id = '${id}'`,
      'truncate appointment_moves',
    ])
      await expect(clinic.db.query(statement)).rejects.toThrow('append-only');
    expect((await historyOf(id)).at(-1).reason).toBe('Flu');
    await clinic.db.query('update appointment_moves set reason = null where appointment_id = $1', [
      id,
    ]);
    expect((await historyOf(id)).at(-1)).toMatchObject({ to: 'cancelled', reason: null });
  });

  test('who may not see the calendar sees no history; looking at it is told', async () => {
    const id = await visitThatIs('confirmed', times.future);
    const path = `/scheduling/appointments/${id}/moves`;
    await request(clinic.url).get(path).expect(401);
    await call('get', path, undefined, patient).expect(401);
    await call('get', '/scheduling/appointments/nothing/moves').expect(404);
    await historyOf(id);
    expect(
      await one(
        `select actor_kind, patients from audit_entries where subject = 'appointment-history' and subject_id = $1`,
        [id],
      ),
    ).toEqual({ actor_kind: 'staff', patients: [idOf('paula')] });
  });
});
