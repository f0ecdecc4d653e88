import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { writeVisits } from '../../tests/support/full-day.ts';
import { staffToken, staffTokenAt } from '../../tests/support/people.ts';
import { idOf, weekdays } from '../../tests/support/schedule.ts';
import { east, openTwoPlaces, people, west } from '../../tests/support/two-places.ts';

const now = '2027-03-29T06:30:00Z';
const monday = '2027-04-05';
const wanda = idOf('Wanda');
const evening = idOf('estera with Wanda in the evening');

interface Table {
  version: string;
  entries: { documentId?: string; location: string; weekday: number; from: string; to: string }[];
  timeOff: { documentId?: string; from: string; location: string | null; chair: string | null }[];
}

/** Wanda works at West by day and at East in the evening. */
const workAtBoth = async (clinic: Clinic) => {
  await clinic.db.query(
    `insert into practitioners_locations_lnk (practitioner_id, location_id)
     select p.id, l.id from practitioners p, locations l where p.document_id = $1 and l.document_id = $2`,
    [wanda, east],
  );
  for (const weekday of weekdays)
    await clinic.db.query(
      `with made as (
         insert into working_hours_entries (document_id, day_of_week, start_time, end_time, is_available, created_at, updated_at, published_at)
         values ($1, $2, '18:00', '20:00', true, now(), now(), now()) returning id),
       whose as (insert into working_hours_entries_practitioner_lnk (working_hours_id, practitioner_id)
         select made.id, p.id from made, practitioners p where p.document_id = $3)
       insert into working_hours_entries_location_lnk (working_hours_id, location_id)
       select made.id, l.id from made, locations l where l.document_id = $4`,
      [idOf(`Wanda ${weekday} evening`), weekday, wanda, east],
    );
  await writeVisits(clinic.db, [
    {
      name: 'estera with Wanda in the evening',
      patient: people.east,
      practitioner: 'Wanda',
      chair: 'East chair 2',
      location: 'East',
      type: 'East look',
      start: `${monday}T18:30:00+03:00`,
      minutes: 30,
    },
  ]);
};

describe('hours, as staff of one location see and change them', () => {
  let clinic: Clinic;
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: now } });
    await openTwoPlaces(clinic, monday);
    await workAtBoth(clinic);
    tokens.desk = await staffTokenAt(clinic, 'front-desk', west);
    tokens.everywhere = await staffToken(clinic, 'front-desk');
    const house = await read('house', 'everywhere');
    await save(
      'house',
      {
        ...house,
        timeOff: [
          ...house.timeOff,
          off('2027-06-01', '2027-06-02'),
          off('2027-06-03', '2027-06-04', { chair: idOf('East chair 1') }),
        ],
      },
      'everywhere',
    ).expect(200);
  });
  afterAll(() => clinic.close());

  const call = (method: 'get' | 'post' | 'put', path: string, who: string, body?: object) => {
    const asked = request(clinic.url)
      [method](`/scheduling${path}`)
      .set('authorization', `Bearer ${tokens[who]}`);
    return body ? asked.send(body) : asked;
  };
  const read = async (whose: string, who = 'desk') =>
    (await call('get', `/hours?whose=${whose}`, who).expect(200)).body.data as Table;
  const save = (whose: string, table: Table, who = 'desk', accepted: string[] = []) =>
    call('put', '/hours', who, { ...table, whose, accepted });
  const off = (from: string, until: string, more = {}) => ({
    kind: 'block',
    from: `${from}T00:00`,
    until: `${until}T00:00`,
    reason: null,
    location: null,
    chair: null,
    equipment: null,
    ...more,
  });
  const all = async () =>
    (
      await clinic.db.query(
        `select (select json_agg(h.* order by h.id) from working_hours_entries h) as hours,
                (select json_agg(o.* order by o.id) from time_offs o) as off`,
      )
    ).rows[0];
  const elsewhere = async () =>
    (
      await clinic.db.query(
        `select json_agg(h.* order by h.id) as hours,
           (select json_agg(o.* order by o.id) from time_offs o
              where not exists (select from time_offs_location_lnk l where l.time_off_id = o.id)
                and not exists (select from time_offs_practitioner_lnk l where l.time_off_id = o.id)) as off
         from working_hours_entries h
         join working_hours_entries_location_lnk l on l.working_hours_id = h.id
         join locations place on place.id = l.location_id where place.document_id = $1`,
        [east],
      )
    ).rows[0];

  test('show the own place alone, and whoever works there', async () => {
    const { body } = await call('get', `/hours?whose=${wanda}`, 'desk').expect(200);
    const ids = (list: { documentId: string }[]) => list.map(({ documentId }) => documentId);
    expect(ids(body.data.places)).toEqual([west]);
    expect(
      new Set(body.data.entries.map(({ location }: { location: string }) => location)),
    ).toEqual(new Set([west]));
    expect(ids(body.data.people)).toContain(wanda);
    expect(ids(body.data.people)).not.toContain(idOf('Emil'));
    expect(body.data.wholeHouse).toBe(false);
    const whole = await call('get', `/hours?whose=${wanda}`, 'everywhere').expect(200);
    expect(whole.body.data.entries).toHaveLength(10);
    expect(ids(whole.body.data.people)).toContain(idOf('Emil'));
    expect(whole.body.data.wholeHouse).toBe(true);
  });

  test('of somebody who works elsewhere too are saved, and those elsewhere stay as they are', async () => {
    const [table, before] = [await read(wanda), await elsewhere()];
    const wanted = {
      ...table,
      entries: table.entries.map((entry) =>
        entry.weekday === 1 ? { ...entry, to: '16:00' } : entry,
      ),
    };
    const checked = await call('post', '/hours/check', 'desk', {
      whose: wanda,
      entries: wanted.entries,
      timeOff: wanted.timeOff,
    });
    expect([checked.status, checked.body.data.stranded]).toEqual([200, []]);
    const saved = await save(wanda, wanted);
    expect(saved.status).toBe(200);
    expect(saved.body.data.entries).toHaveLength(5);
    expect(saved.body.data.entries[0]).toMatchObject({ weekday: 1, to: '16:00', location: west });
    expect(await elsewhere()).toEqual(before);
    expect((await read(wanda, 'everywhere')).entries).toHaveLength(10);
  });

  test('strand what does not fit at the own place, and nothing elsewhere', async () => {
    const table = await read(wanda);
    const { body } = await call('post', '/hours/check', 'desk', {
      whose: wanda,
      entries: [],
      timeOff: table.timeOff,
    }).expect(200);
    expect(body.data.stranded.map(({ location }: { location: string }) => location)).toEqual([
      west,
      west,
    ]);
  });

  test('an absence counts elsewhere too: what it strands there is counted and accepted, and names nobody', async () => {
    const [table, before] = [await read(wanda), await all()];
    const sick = {
      ...table,
      timeOff: [...table.timeOff, off(monday, '2027-04-06', { kind: 'sick' })],
    };
    const refused = await save(wanda, sick);
    expect([refused.status, refused.body.error.code]).toEqual([409, 'VISITS_STRANDED']);
    const stranded = refused.body.error.details.stranded as {
      documentId: string;
      known: boolean;
    }[];
    expect(stranded.map(({ known }) => known)).toEqual([true, true, false]);
    expect(stranded[2]).toMatchObject({ location: east, patient: null, type: null });
    expect(refused.text).not.toContain(people.east);
    expect(refused.text).not.toContain(evening);
    const names = stranded.map(({ documentId }) => documentId);
    expect((await save(wanda, sick, 'desk', names.slice(0, 2))).status).toBe(409);
    expect(await all()).toEqual(before);
    await save(wanda, sick, 'desk', names).expect(200);
    const { rows } = await clinic.db.query(
      `select action from audit_entries where $1 = any (patients) and action like 'hours.%'`,
      [idOf(people.east)],
    );
    expect(rows).toEqual([]);
    expect((await read(wanda, 'everywhere')).timeOff).toHaveLength(table.timeOff.length + 1);
  });

  test('of another place are neither written nor taken over', async () => {
    const [table, before] = [await read(wanda), await all()];
    const entry = { weekday: 6, from: '09:00', to: '12:00' };
    const wrong = await save(wanda, {
      ...table,
      entries: [...table.entries, { ...entry, location: east }],
    });
    expect([wrong.status, wrong.body.error.details.fields[0].field]).toEqual([
      400,
      `entries.${table.entries.length}.location`,
    ]);
    const taken = await save(wanda, {
      ...table,
      entries: [
        ...table.entries,
        { ...entry, location: west, documentId: idOf('Wanda monday evening') },
      ],
    });
    expect([taken.status, taken.body.error.code]).toEqual([409, 'HOURS_CHANGED']);
    const told = async (whose: string) => {
      const { status, body } = await save(whose, table);
      return [status, body.error.code, body.error.message];
    };
    expect(await told(idOf('Emil'))).toEqual(await told('nobody-has-this'));
    expect((await told(idOf('Emil')))[0]).toBe(404);
    expect(await all()).toEqual(before);
  });

  test('of the house: the own place is closed, the whole clinic and other places are not', async () => {
    const table = await read('house');
    const shut = table.timeOff.filter(({ from }) => from === '2027-06-01T00:00');
    expect(shut).toHaveLength(1);
    expect(JSON.stringify(table)).not.toContain(idOf('East chair 1'));
    const before = await all();
    const wishes: [object[], number, string][] = [
      [[...table.timeOff, off('2027-07-01', '2027-07-02')], 403, 'WHOLE_HOUSE'],
      [[], 403, 'WHOLE_HOUSE'],
      [shut.map((one) => ({ ...one, location: west })), 403, 'WHOLE_HOUSE'],
      [shut.map((one) => ({ ...one, until: '2027-06-05T00:00' })), 403, 'WHOLE_HOUSE'],
      [
        [...table.timeOff, off('2027-07-01', '2027-07-02', { chair: idOf('East chair 1') })],
        400,
        'VALIDATION_FAILED',
      ],
      [
        [...table.timeOff, off('2027-07-01', '2027-07-02', { location: east })],
        400,
        'VALIDATION_FAILED',
      ],
    ];
    for (const [timeOff, status, code] of wishes) {
      const answer = await save('house', { ...table, timeOff } as Table);
      expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    }
    expect(await all()).toEqual(before);
    const kept = await elsewhere();
    const closed = await save('house', {
      ...table,
      timeOff: [...table.timeOff, off('2027-07-01', '2027-07-02', { location: west })],
    });
    expect(closed.status).toBe(200);
    expect(await elsewhere()).toEqual(kept);
    expect((await all()).off).toHaveLength(before.off.length + 1);
  });
});
