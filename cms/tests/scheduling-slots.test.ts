import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { staffToken } from '../../tests/support/people.ts';
import { addLocation, addPatient, idOf, signIn, weekdays } from '../../tests/support/schedule.ts';

const monday = '2027-03-08';

describe('free slots are remembered, and never out of date', () => {
  let clinic: Clinic;
  let turn = 0;
  const read = async (more: Record<string, string> = {}) => {
    const server = clinic.servers[turn++ % 2] as Clinic['servers'][number];
    const { body } = await request(server.url)
      .get('/api/scheduling/slots')
      .query({
        appointmentType: idOf('Remembered'),
        location: idOf('Lake'),
        practitioner: idOf('Ana'),
        from: monday,
        days: '1',
        ...more,
      })
      .expect(200);
    return body.data as { start: string; practitioner: string }[];
  };
  const times = async (more?: Record<string, string>) =>
    (await read(more)).map(({ start }) => start.slice(11, 16));
  const all = ['09:00', '10:00', '11:00'];

  beforeAll(async () => {
    clinic = await openClinic({
      processes: 2,
      variables: { CLOCK_START: '2027-03-01T07:00:00Z' },
    });
    await addLocation(clinic.db, 'Lake', {
      zone: 'Europe/Bucharest',
      chairs: 3,
      practitioners: ['Ana', 'Bogdan'].map((name) => ({
        name,
        hours: weekdays.map((day) => [day, '09:00', '12:00'] as const),
      })),
      types: [
        {
          name: 'Remembered',
          duration: 60,
          values: { slot_step: 60, late_cancellation: 'allow', cancellation_window_hours: 200 },
        },
      ],
    });
    await addPatient(clinic.db, 'mara');
  });
  afterAll(() => clinic.close());

  test('a thousand changes, each read at once from the other process', async () => {
    const change = {
      claim: [
        `insert into time_claims (resource_kind, resource_id, during, source_kind, source_id)
         values ('practitioner', $1, '[2027-03-08 08:00+00, 2027-03-08 09:00+00)', 'block', 'b')`,
        `delete from time_claims where resource_id = $1 and source_id = 'b'`,
      ],
      'time off': [
        `with o as (insert into time_offs (document_id, kind, starts_at, ends_at)
           values ('off-ana', 'block', '2027-03-08 08:00', '2027-03-08 09:00') returning id)
         insert into time_offs_practitioner_lnk (time_off_id, practitioner_id)
         select o.id, p.id from o, practitioners p where p.document_id = $1`,
        `with p as (select id from practitioners where document_id = $1)
         delete from time_offs where document_id = 'off-ana' and exists (select from p)`,
      ],
      link: [
        `delete from practitioners_appointment_types_lnk where practitioner_id =
           (select id from practitioners where document_id = $1)`,
        `insert into practitioners_appointment_types_lnk (practitioner_id, appointment_type_id)
         select p.id, t.id from practitioners p, appointment_types t where p.document_id = $1 and t.name = 'Remembered'`,
      ],
      rule: [
        `update practitioners set online_bookable = false where document_id = $1`,
        `update practitioners set online_bookable = true where document_id = $1`,
      ],
    } as const;
    const expected: Record<string, string[]> = {
      claim: ['09:00', '11:00'],
      'time off': ['09:00', '11:00'],
      link: [],
      rule: [],
    };
    const wrong: string[] = [];
    for (let n = 0; n < 500; n++) {
      const [name, [there, back]] = Object.entries(change)[n % 4] as [string, [string, string]];
      await clinic.db.query(there, [idOf('Ana')]);
      if (String(await times()) !== String(expected[name])) wrong.push(`${n} ${name}`);
      await clinic.db.query(back, [idOf('Ana')]);
      if (String(await times()) !== String(all)) wrong.push(`${n} no ${name}`);
    }
    expect(wrong).toEqual([]);
  });

  test('what a transaction changed counts from its commit, however long it took', async () => {
    const client = await clinic.db.connect();
    try {
      await client.query('begin');
      await client.query(
        `update practitioners set online_bookable = false where document_id = $1`,
        [idOf('Ana')],
      );
      for (let n = 0; n < 4; n++) expect(await times()).toEqual(all);
      await client.query('commit');
      for (let n = 0; n < 2; n++) expect(await times()).toEqual([]);
    } finally {
      client.release();
      await clinic.db.query('update practitioners set online_bookable = true');
    }
  });

  test('an edit in the panel is seen at once', async () => {
    const desk = await staffToken(clinic, 'clinic-admin');
    const edit = (duration: number) =>
      request(clinic.url)
        .put(
          `/content-manager/collection-types/api::appointment-type.appointment-type/${idOf('Remembered')}`,
        )
        .set('authorization', `Bearer ${desk}`)
        .send({ duration })
        .expect(200);
    expect(await times()).toEqual(all);
    await edit(120);
    for (let n = 0; n < 2; n++) expect(await times()).toEqual(['09:00', '10:00']);
    await edit(60);
    for (let n = 0; n < 2; n++) expect(await times()).toEqual(all);
  });

  test('an answer is small for whoever reads compressed ones, and the same', async () => {
    const url = `${clinic.url}/api/scheduling/slots?appointmentType=${idOf('Remembered')}&location=${idOf('Lake')}&from=${monday}&days=31`;
    const plain = await (await fetch(url, { headers: { 'accept-encoding': 'identity' } })).text();
    const small = await fetch(url, { headers: { 'accept-encoding': 'gzip' } });
    expect(small.headers.get('content-encoding')).toBe('gzip');
    expect(await small.text()).toBe(plain);
  });

  test('anyone: one slot for each start, fairly; a booking of anyone goes to whoever has least', async () => {
    const both = await read({ practitioner: '' });
    expect(both).toHaveLength(6);
    const mara = await signIn(clinic.url, 'mara');
    const call = (path: string, body: object) =>
      request(clinic.url)
        .post(`/api/scheduling/${path}`)
        .set('authorization', `Bearer ${mara}`)
        .send(body);
    const visit = { appointmentType: idOf('Remembered'), location: idOf('Lake') };
    const first = await call('bookings', {
      ...visit,
      practitioner: idOf('Ana'),
      start: `${monday}T09:00:00+02:00`,
    }).expect(201);
    const one = await read({ practitioner: '', anyone: '1' });
    expect(one.map(({ practitioner }) => practitioner)).toEqual(Array(3).fill(idOf('Bogdan')));
    // Mara knows Ana by now, and is offered her and given her where anyone will do; nobody else is.
    const offered = async (token: string) => {
      const { body } = await request(clinic.url)
        .get('/api/scheduling/slots')
        .query({ ...visit, from: monday, days: '1', anyone: '1' })
        .set('authorization', `Bearer ${token}`)
        .expect(200);
      return (body.data as { practitioner: string }[]).map(({ practitioner }) => practitioner);
    };
    const [nine, ...later] = await offered(mara);
    expect([nine, later]).toEqual([idOf('Bogdan'), [idOf('Ana'), idOf('Ana')]]);
    expect(await offered('not-a-token')).toEqual(Array(3).fill(idOf('Bogdan')));
    const held = await call('holds', { ...visit, start: `${monday}T10:00:00+02:00` }).expect(201);
    expect(held.body.data.practitioner).toBe(idOf('Ana'));
    await call(`holds/${held.body.data.id}/release`, {}).expect(200);
    const usual = await call('bookings', { ...visit, start: `${monday}T10:00:00+02:00` });
    expect(usual.body.data.practitioner).toBe(idOf('Ana'));
    const cancelled = await call(`bookings/${first.body.data.documentId}/cancel`, {}).expect(200);
    expect(cancelled.body.data).toMatchObject({ status: 'cancelled', cancellable: false });
    const late = await clinic.db.query(
      'select cancelled_late from appointments where document_id = $1',
      [first.body.data.documentId],
    );
    expect(late.rows).toEqual([{ cancelled_late: true }]);
    const moved = await call(`bookings/${usual.body.data.documentId}/reschedule`, {
      start: `${monday}T11:00:00+02:00`,
    }).expect(409);
    expect(moved.body.error.code).toBe('TOO_LATE');
  });

  test('public holidays are closed where the location keeps them', async () => {
    const holidays = (observed: boolean) =>
      clinic.db.query(
        `update locations set observes_holidays = $2, country = 'RO' where document_id = $1`,
        [idOf('Lake'), observed],
      );
    await holidays(true);
    expect(await times({ from: '2027-12-01' })).toEqual([]);
    expect(await times({ from: '2027-12-02' })).toEqual(all);
    await holidays(false);
    expect(await times({ from: '2027-12-01' })).toEqual(all);
  });
});
