import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { staffToken, staffTokenAt } from '../../tests/support/people.ts';
import { idOf } from '../../tests/support/schedule.ts';
import { east, openTwoPlaces, west } from '../../tests/support/two-places.ts';

const now = '2027-03-29T06:30:00Z';
const manager = '/content-manager/collection-types';
const span = { kind: 'block', startsAt: '2027-06-01T06:00:00Z', endsAt: '2027-06-01T15:00:00Z' };

describe('what belongs to a place is written by its staff', () => {
  let clinic: Clinic;
  const tokens: Record<string, string> = {};
  /** Time off by what it is of. */
  const off: Record<string, string> = {};
  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: now } });
    await openTwoPlaces(clinic, '2027-04-05');
    tokens.manager = await staffTokenAt(clinic, 'location-admin', west);
    tokens.everywhere = await staffToken(clinic, 'location-admin');
    tokens.dentist = await staffTokenAt(clinic, 'dentist', west);
    await clinic.db.query(
      `insert into practitioners_staff_user_lnk (practitioner_id, user_id)
       select p.id, u.id from practitioners p, admin_users u
       where p.document_id = $1 and u.email like 'dentist-of-%'`,
      [idOf('Wanda')],
    );
    const made: [string, object][] = [
      ['East', { location: east }],
      ['a chair at East', { chair: idOf('East chair 1') }],
      ['Emil', { practitioner: idOf('Emil') }],
      ['the house', {}],
      ['West', { location: west }],
      ['Wanda', { practitioner: idOf('Wanda') }],
    ];
    for (const [name, more] of made) {
      const { body } = await as('everywhere', '/api/time-offs', 'post', {
        data: { ...span, ...more },
      }).expect(201);
      off[name] = body.data.documentId;
    }
  });
  afterAll(() => clinic.close());

  const as = (who: string, path: string, method: 'get' | 'post' | 'put' | 'delete', body = {}) => {
    const sent = request(clinic.url)[method](path).set('Authorization', `Bearer ${tokens[who]}`);
    return method === 'get' ? sent : sent.send(body);
  };
  const stored = async () =>
    (
      await clinic.db.query(
        `select (select json_agg(c.* order by c.id) from chairs c) as chairs,
                (select json_agg(l.* order by l.id) from chairs_location_lnk l) as places,
                (select json_agg(h.* order by h.id) from working_hours_entries h) as hours,
                (select json_agg(o.* order by o.id) from time_offs o) as off,
                (select json_agg(l.* order by l.id) from time_offs_location_lnk l) as where_off,
                (select json_agg(l.* order by l.id) from time_offs_practitioner_lnk l) as whose_off`,
      )
    ).rows[0];

  const foreign: [string, string, () => string, object][] = [
    ['a chair', 'chair', () => idOf('East chair 1'), { name: 'Mine' }],
    ['hours', 'working-hours', () => idOf('Emil monday 09:00 East'), { endTime: '10:00:00.000' }],
    ['a closure', 'time-off', () => off.East ?? '', { reason: 'mine' }],
    ['a closed chair', 'time-off', () => off['a chair at East'] ?? '', { location: west }],
    ['an absence', 'time-off', () => off.Emil ?? '', { practitioner: idOf('Wanda') }],
  ];
  const plurals: Record<string, string> = {
    chair: 'chairs',
    'working-hours': 'working-hours-entries',
    'time-off': 'time-offs',
  };
  test.each(foreign)(
    '%s of another place is read and stays as it is',
    async (_, noun, id, data) => {
      const before = await stored();
      const rest = `/api/${plurals[noun]}/${id()}`;
      const panel = `${manager}/api::${noun}.${noun}`;
      await as('manager', rest, 'get').expect(200);
      for (const answer of [
        await as('manager', rest, 'put', { data }),
        await as('manager', rest, 'delete'),
        await as('manager', `${panel}/${id()}`, 'put', data),
        await as('manager', `${panel}/${id()}`, 'delete'),
        await as('manager', `${panel}/actions/bulkDelete`, 'post', { documentIds: [id()] }),
      ])
        expect([answer.status, answer.body.error.code]).toEqual([403, 'NOT_YOUR_PLACE']);
      expect(await stored()).toEqual(before);
    },
  );

  test('nothing is made at another place or taken there', async () => {
    const { rows } = await clinic.db.query('select id from locations where document_id = $1', [
      east,
    ]);
    const before = await stored();
    const numeric = rows[0].id;
    const wishes: ['post' | 'put', string, object][] = [
      ['post', '/api/chairs', { name: 'New', kind: 'treatment', location: east }],
      ['post', '/api/chairs', { name: 'New', kind: 'treatment', location: numeric }],
      ['put', `/api/chairs/${idOf('West chair 1')}`, { location: { set: [{ id: numeric }] } }],
      ['post', '/api/time-offs', { ...span, location: { connect: [numeric] } }],
      ['post', '/api/time-offs', { ...span, chair: idOf('East chair 1') }],
      ['post', '/api/time-offs', { ...span, practitioner: idOf('Emil') }],
      ['put', `/api/time-offs/${off.West}`, { chair: idOf('East chair 1') }],
      ['put', `/api/time-offs/${off.Wanda}`, { practitioner: idOf('Emil') }],
    ];
    for (const [method, path, data] of wishes) {
      const { status } = await as('manager', path, method, { data });
      expect([path, data, [400, 403, 404].includes(status)]).toEqual([path, data, true]);
    }
    expect(await stored()).toEqual(before);
  });

  test('the whole house is closed and opened by staff of all places alone', async () => {
    const before = await stored();
    const wishes: ['post' | 'put' | 'delete', string, object][] = [
      ['post', '/api/time-offs', span],
      ['put', `/api/time-offs/${off['the house']}`, { location: west }],
      ['delete', `/api/time-offs/${off['the house']}`, {}],
      ['put', `/api/time-offs/${off.West}`, { location: null }],
      ['put', `/api/time-offs/${off.Wanda}`, { practitioner: { set: [] } }],
    ];
    for (const [method, path, data] of wishes) {
      const { status, body } = await as('manager', path, method, { data });
      expect([method, path, status, body.error?.code]).toEqual([method, path, 403, 'WHOLE_HOUSE']);
    }
    expect(await stored()).toEqual(before);
    await as('everywhere', `/api/time-offs/${off['the house']}`, 'put', {
      data: { reason: 'Cleaning' },
    }).expect(200);
  });

  test('the own place is its staff’s', async () => {
    await as('manager', `/api/chairs/${idOf('West chair 1')}`, 'put', {
      data: { name: 'By the window' },
    }).expect(200);
    await as('manager', `/api/working-hours-entries/${idOf('Wanda friday 09:00 West')}`, 'put', {
      data: { endTime: '16:00:00.000' },
    }).expect(200);
    for (const more of [
      { location: west },
      { chair: idOf('West chair 2') },
      { practitioner: idOf('Wanda') },
    ]) {
      const { body } = await as('manager', '/api/time-offs', 'post', {
        data: { ...span, ...more },
      }).expect(201);
      await as('manager', `/api/time-offs/${body.data.documentId}`, 'delete').expect(204);
    }
    await as('everywhere', `/api/chairs/${idOf('East chair 1')}`, 'put', {
      data: { name: 'Renamed' },
    }).expect(200);
  });

  test('a dentist enters their own time off on the page of hours, and nobody’s elsewhere', async () => {
    const before = await stored();
    for (const practitioner of [idOf('Emil'), idOf('Wanda')])
      await as('dentist', '/api/time-offs', 'post', { data: { ...span, practitioner } }).expect(
        403,
      );
    for (const name of ['Emil', 'Wanda', 'West'])
      for (const path of [
        `/api/time-offs/${off[name]}`,
        `${manager}/api::time-off.time-off/${off[name]}`,
      ])
        await as('dentist', path, 'put', { data: { reason: 'mine' }, reason: 'mine' }).expect(403);
    expect(await stored()).toEqual(before);
    const { body } = await as('dentist', '/scheduling/hours', 'get').expect(200);
    const { whose, version, entries, timeOff } = body.data;
    expect(whose).toBe(idOf('Wanda'));
    const sea = { kind: 'vacation', from: '2027-08-02T00:00', until: '2027-08-09T00:00' };
    await as('dentist', '/scheduling/hours', 'put', {
      whose,
      version,
      entries,
      timeOff: [...timeOff, sea],
    }).expect(200);
    expect((await stored()).off).toHaveLength(before.off.length + 1);
  });
});
