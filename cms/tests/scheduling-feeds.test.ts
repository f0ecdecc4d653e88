import request from 'supertest';
import { readCalendar } from '../../tests/support/calendars.ts';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { staffToken, staffTokenAt } from '../../tests/support/people.ts';
import { addLocation, addPatient, idOf, signIn, weekdays } from '../../tests/support/schedule.ts';
import { east, openTwoPlaces, west } from '../../tests/support/two-places.ts';

/** The Wednesday before a clock change in Bucharest (Sunday 28 March 2027). */
const now = '2027-03-24T07:30:00Z';

describe('calendar feeds', () => {
  let clinic: Clinic;
  let admin: string;
  let dentist: string;
  let paula: string;
  let quentin: string;
  const call = (method: 'get' | 'post', path: string, token: string, body?: object) => {
    const asked = request(clinic.url)[method](path).set('authorization', `Bearer ${token}`);
    return body ? asked.send(body) : asked;
  };
  const one = async (sql: string, values: unknown[] = []) =>
    (await clinic.db.query(sql, values)).rows[0];
  const book = async (token: string, start: string) =>
    (
      await call('post', '/api/scheduling/bookings', token, {
        appointmentType: idOf('Filling, white'),
        location: idOf('South'),
        practitioner: idOf('Dan'),
        start,
      }).expect(201)
    ).body.data.documentId as string;
  const make = async (kind: string, owner: string, token = admin) =>
    (await call('post', '/scheduling/calendar-feeds', token, { kind, owner }).expect(201)).body
      .data as { id: string; url: string };
  const makeOwn = async (token: string) =>
    (await call('post', '/api/scheduling/feeds', token, { language: 'en' }).expect(201)).body
      .data as { id: string; url: string };
  const fetchFeed = (url: string, headers: Record<string, string> = {}) =>
    request(clinic.url).get(new URL(url).pathname).set(headers);
  const read = async (url: string) => {
    const answer = await fetchFeed(url).expect(200);
    return readCalendar(answer.text);
  };

  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: now } });
    await addLocation(clinic.db, 'South', {
      zone: 'Europe/Bucharest',
      chairs: 2,
      practitioners: ['Dan', 'Eva'].map((name) => ({
        name,
        hours: weekdays.map((day) => [day, '09:00', '17:00'] as const),
      })),
      types: [{ name: 'Filling, white', duration: 60 }],
    });
    for (const name of ['paula', 'quentin']) await addPatient(clinic.db, name);
    await clinic.db.query(
      `update locations set address = 'Str. Ștefan cel Mare 1; ap. 2' where document_id = $1`,
      [idOf('South')],
    );
    admin = await staffToken(clinic, 'clinic-admin');
    dentist = await staffToken(clinic, 'dentist');
    await clinic.db.query(
      `insert into practitioners_staff_user_lnk (practitioner_id, user_id)
       select p.id, u.id from practitioners p, admin_users u
       where p.document_id = $1 and u.email = 'test-dentist@enamel.test'`,
      [idOf('Dan')],
    );
    paula = await signIn(clinic.url, 'paula');
    quentin = await signIn(clinic.url, 'quentin');
  });
  afterAll(() => clinic.close());

  test('a patient reads the own visits on both sides of a clock change, and nobody else’s', async () => {
    const friday = await book(paula, '2027-03-26T10:00:00+02:00');
    const monday = await book(paula, '2027-03-29T10:00:00+03:00');
    await book(quentin, '2027-03-29T12:00:00+03:00');
    const { url } = await makeOwn(paula);
    const answer = await fetchFeed(url).expect(200);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('private, no-cache');
    const { events } = readCalendar(answer.text);
    const told = Object.fromEntries(events.map((event) => [event.uid, event]));
    expect(Object.keys(told).sort()).toEqual([`${friday}@enamel`, `${monday}@enamel`].sort());
    expect(told[`${friday}@enamel`]).toMatchObject({
      start: '2027-03-26T08:00:00.000Z',
      end: '2027-03-26T09:00:00.000Z',
      summary: expect.stringMatching(/^Filling, white – /),
      location: 'South, Str. Ștefan cel Mare 1; ap. 2, Cluj-Napoca',
      description: 'Dr. Dan Test\n+40 264 000 000',
      status: 'CONFIRMED',
      sequence: 0,
    });
    expect(told[`${monday}@enamel`]?.start).toBe('2027-03-29T07:00:00.000Z');
  });

  test('moved, an entry is newer; cancelled, it stays as cancelled for thirty days', async () => {
    const { url } = await makeOwn(quentin);
    const id = await book(quentin, '2027-03-31T10:00:00+03:00');
    const entry = async () => (await read(url)).events.find(({ uid }) => uid === `${id}@enamel`);
    expect((await entry())?.sequence).toBe(0);
    await call('post', `/api/scheduling/bookings/${id}/reschedule`, quentin, {
      start: '2027-03-31T14:00:00+03:00',
    }).expect(200);
    expect(await entry()).toMatchObject({ sequence: 1, start: '2027-03-31T11:00:00.000Z' });
    await call('post', `/api/scheduling/bookings/${id}/cancel`, quentin, {}).expect(200);
    expect(await entry()).toMatchObject({ sequence: 2, status: 'CANCELLED' });
    await clinic.db.query(
      `update appointments set cancelled_at = cancelled_at - interval '31 days' where document_id = $1`,
      [id],
    );
    expect(await entry()).toBeUndefined();
  });

  test('calendars of staff carry initials, no name, phone, reason or note of a patient', async () => {
    await clinic.db.query(`update appointments set reason = 'Secret pain', notes = 'Secret note'`);
    const practitioner = await make('practitioner', idOf('Dan'));
    const location = await make('location', idOf('South'));
    for (const { url } of [practitioner, location]) {
      const { text } = await fetchFeed(url).expect(200);
      expect(text).toContain('p.S.');
      expect(text).not.toMatch(/paula|quentin|Storyteller|721 000|Secret/i);
      readCalendar(text);
    }
    const eva = await make('practitioner', idOf('Eva'));
    expect((await read(eva.url)).events).toEqual([]);
    const friday = (await read(location.url)).events.find(({ start }) => start.includes('-03-26T'));
    expect(friday?.summary).toBe('Filling, white · p.S. · Dr. Dan Test');
  });

  test('what has not changed is not sent again', async () => {
    const { url } = await makeOwn(paula);
    const first = await fetchFeed(url).expect(200);
    const { etag = '', 'last-modified': changed = '' } = first.headers as Record<string, string>;
    expect(new Date(changed).toISOString()).toMatch(/^2027-03-24T07:3/);
    expect((await fetchFeed(url, { 'if-none-match': etag }).expect(304)).text).toBe('');
    await fetchFeed(url, { 'if-modified-since': changed }).expect(304);
    const id = await book(paula, '2027-04-01T10:00:00+03:00');
    const second = await fetchFeed(url, { 'if-none-match': etag }).expect(200);
    expect(second.headers.etag).not.toBe(etag);
    expect(second.text).toContain(id);
    await request(clinic.url)
      .head(new URL(url).pathname)
      .set('if-none-match', second.headers.etag as string)
      .expect(304);
  });

  test('a reader is told in the trail once an hour, and whenever the visits changed', async () => {
    const { id, url } = await makeOwn(quentin);
    const told = async () =>
      one(
        `select count(*)::int as n, max(actor_kind) as kind, max(actor_id) as actor, max(patients[1]) as patient
         from audit_entries where subject = 'calendar-feed' and action = 'list' and subject_id = $1`,
        [id],
      );
    for (let turn = 0; turn < 3; turn++) await fetchFeed(url).expect(200);
    expect(await told()).toEqual({ n: 1, kind: 'system', actor: 'feed', patient: idOf('quentin') });
    await book(quentin, '2027-04-02T10:00:00+03:00');
    await fetchFeed(url).expect(200);
    expect((await told()).n).toBe(2);
    await clinic.db.query(
      `update calendar_feeds set told_at = told_at - interval '61 minutes' where id = $1`,
      [id],
    );
    await fetchFeed(url).expect(200);
    expect((await told()).n).toBe(3);
    const { rows } = await clinic.db.query('select fetched_at from calendar_feeds where id = $1', [
      id,
    ]);
    expect(rows[0].fetched_at.toISOString()).toMatch(/^2027-03-24T07:3/);
  });

  test('only a digest of the secret is kept, and none of it is ever told again', async () => {
    const { url } = await makeOwn(paula);
    const token = url.split('/').at(-1)?.replace('.ics', '') ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    const { all } = await one('select json_agg(f)::text as all from calendar_feeds f');
    expect(all).not.toContain(token);
    const own = await call('get', '/api/scheduling/feeds', paula).expect(200);
    const staff = await call('get', '/scheduling/calendar-feeds', admin).expect(200);
    expect(JSON.stringify([own.body, staff.body])).not.toContain(token);
  });

  test('a revoked link, and every other that is none, reads alike: there is no such feed', async () => {
    const { id, url } = await makeOwn(paula);
    await call('post', `/api/scheduling/feeds/${id}/revoke`, quentin, {}).expect(404);
    await fetchFeed(url).expect(200);
    await call('post', `/api/scheduling/feeds/${id}/revoke`, paula, {}).expect(200);
    await call('post', `/api/scheduling/feeds/${id}/revoke`, paula, {}).expect(404);
    const path = '/api/scheduling/feeds/';
    for (const gone of [
      new URL(url).pathname,
      `${path}${'A'.repeat(43)}.ics`,
      `${path}short.ics`,
      `${path}${'A'.repeat(43)}`,
      `${path}${'A'.repeat(5000)}.ics`,
      `${path}%00%ff.ics`,
    ]) {
      const { status, body } = await request(clinic.url).get(gone);
      expect([gone.slice(0, 60), [400, 404].includes(status)]).toEqual([gone.slice(0, 60), true]);
      expect(body.error.message).toEqual(expect.any(String));
    }
    await expect(
      clinic.db.query('update calendar_feeds set revoked_at = null where id = $1', [id]),
    ).rejects.toThrow('stays revoked');
  });

  test('a practitioner keeps the own calendar, and nobody else’s', async () => {
    const own = await make('practitioner', idOf('Dan'), dentist);
    const evas = await make('practitioner', idOf('Eva'));
    for (const [kind, owner] of [
      ['practitioner', idOf('Eva')],
      ['location', idOf('South')],
    ]) {
      const { body } = await call('post', '/scheduling/calendar-feeds', dentist, {
        kind,
        owner,
      }).expect(400);
      expect(body.error.details.fields[0].field).toBe('owner');
    }
    const { body } = await call('get', '/scheduling/calendar-feeds', dentist).expect(200);
    expect(body.meta.owners).toEqual([
      { kind: 'practitioner', documentId: idOf('Dan'), name: 'Dr. Dan Test' },
    ]);
    expect(
      body.data.every(
        (feed: { owner: { documentId: string } }) => feed.owner.documentId === idOf('Dan'),
      ),
    ).toBe(true);
    await call('post', `/scheduling/calendar-feeds/${evas.id}/revoke`, dentist, {}).expect(404);
    await call('post', `/scheduling/calendar-feeds/${own.id}/revoke`, dentist, {}).expect(200);
    await fetchFeed(own.url).expect(404);
    await fetchFeed(evas.url).expect(200);
    // An assistant who is no practitioner has no calendar to share.
    const assistant = await staffToken(clinic, 'assistant');
    await call('get', '/scheduling/calendar-feeds', assistant).expect(403);
    await call('post', '/scheduling/calendar-feeds', assistant, {
      kind: 'location',
      owner: idOf('South'),
    }).expect(403);
  });

  test('staff make no link of a patient; they see and revoke them', async () => {
    await call('post', '/scheduling/calendar-feeds', admin, {
      kind: 'patient',
      owner: idOf('paula'),
    }).expect(400);
    await call('post', '/scheduling/calendar-feeds', admin, {
      kind: 'location',
      owner: idOf('paula'),
    }).expect(400);
    const { id, url } = await makeOwn(quentin);
    const { body } = await call('get', '/scheduling/calendar-feeds?kind=patient', admin).expect(
      200,
    );
    expect(body.data).toContainEqual(
      expect.objectContaining({
        id,
        kind: 'patient',
        owner: { documentId: idOf('quentin'), name: 'Storyteller quentin' },
        madeBy: null,
        fetchedAt: null,
      }),
    );
    await call('post', `/scheduling/calendar-feeds/${id}/revoke`, admin, {}).expect(200);
    await fetchFeed(url).expect(404);
    await call('get', '/scheduling/calendar-feeds?kind=dog', admin).expect(400);
    await call('get', '/scheduling/calendar-feeds?page=0', admin).expect(400);
    await call('get', '/scheduling/calendar-feeds', paula).expect(401);
    await call('get', '/api/scheduling/feeds', admin).expect(403);
    await request(clinic.url).get('/api/scheduling/feeds').expect(403);
  });

  test('a feed ends with the account of whoever made it, with the permission and with its owner', async () => {
    const mine = await makeOwn(quentin);
    await clinic.db.query(
      `update up_users set blocked = true where email = 'quentin@stories.test'`,
    );
    await fetchFeed(mine.url).expect(404);
    await clinic.db.query(
      `update up_users set blocked = false where email = 'quentin@stories.test'`,
    );
    await fetchFeed(mine.url).expect(200);

    const dans = await make('practitioner', idOf('Dan'), dentist);
    await fetchFeed(dans.url).expect(200);
    await clinic.db.query(
      `update admin_users set is_active = false where email = 'test-dentist@enamel.test'`,
    );
    await fetchFeed(dans.url).expect(404);
    await clinic.db.query(
      `update admin_users set is_active = true where email = 'test-dentist@enamel.test'`,
    );
    await clinic.db.query('update practitioners set active = false where document_id = $1', [
      idOf('Dan'),
    ]);
    await fetchFeed(dans.url).expect(404);
    await clinic.db.query('update practitioners set active = true where document_id = $1', [
      idOf('Dan'),
    ]);
    await fetchFeed(dans.url).expect(200);
    await clinic.db.query(`delete from practitioners_staff_user_lnk`);
    await fetchFeed(dans.url).expect(404);
  });

  test('ten links at most, also when many are asked for at once', async () => {
    await clinic.db.query(
      `update calendar_feeds set revoked_at = now() where owner_id = $1 and revoked_at is null`,
      [idOf('paula')],
    );
    const answers = await Promise.all(
      Array.from({ length: 14 }, () => call('post', '/api/scheduling/feeds', paula, {})),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array(10).fill(201),
      ...Array(4).fill(409),
    ]);
    const { body } = await call('get', '/api/scheduling/feeds', paula).expect(200);
    expect(body.data).toHaveLength(10);
  });
});

describe('calendar feeds of staff who are bound', () => {
  let clinic: Clinic;
  const tokens: Record<string, string> = {};
  const desk = `front-desk-of-${west}@enamel.test`;
  const call = (who: string, path: string, body?: object) => {
    const sent = request(clinic.url)
      [body ? 'post' : 'get'](`/scheduling/calendar-feeds${path}`)
      .set('authorization', `Bearer ${tokens[who]}`);
    return body ? sent.send(body) : sent;
  };
  const make = async (who: string, kind: string, owner: string) =>
    (await call(who, '', { kind, owner }).expect(201)).body.data as { id: string; url: string };
  const statusOf = async ({ url }: { url: string }) =>
    (await request(clinic.url).get(new URL(url).pathname)).status;
  const worksAt = async (...places: readonly string[]) => {
    await clinic.db.query(
      'delete from staff_places where user_id = (select id from admin_users where email = $1)',
      [desk],
    );
    await clinic.db.query(
      `insert into staff_places (user_id, location_id) select u.id, l.id from admin_users u, locations l
       where u.email = $1 and l.document_id = any ($2::text[])`,
      [desk, places],
    );
  };
  const bind = (noun: string, ...conditions: readonly string[]) =>
    clinic.db.query(
      `update admin_permissions set conditions = $2 where subject = $1
         and action = 'plugin::content-manager.explorer.read' and id in (
         select l.permission_id from admin_permissions_role_lnk l join admin_roles r on r.id = l.role_id
         where r.code = 'front-desk')`,
      [`api::${noun}.${noun}`, JSON.stringify(conditions.map((name) => `plugin::access.${name}`))],
    );

  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: '2027-03-29T06:30:00Z' } });
    await openTwoPlaces(clinic, '2027-03-29');
    tokens.desk = await staffTokenAt(clinic, 'front-desk', west);
    tokens.dentist = await staffTokenAt(clinic, 'dentist', west);
    tokens.admin = await staffToken(clinic, 'clinic-admin');
  });
  afterAll(() => clinic.close());

  test('are read as long as whoever made them works there', async () => {
    const feeds = [
      await make('desk', 'location', west),
      await make('desk', 'practitioner', idOf('Wanda')),
    ];
    const all = () => Promise.all(feeds.map(statusOf));
    expect(await all()).toEqual([200, 200]);
    await worksAt(east);
    expect(await all()).toEqual([404, 404]);
    await worksAt();
    expect(await all()).toEqual([404, 404]);
    await worksAt(west, east);
    expect(await all()).toEqual([200, 200]);
    await worksAt(west);
  });

  test('show no calendar to whom only patients or a schedule are open', async () => {
    const feeds = [
      await make('desk', 'location', west),
      await make('desk', 'practitioner', idOf('Wanda')),
    ];
    const isShut = async () => {
      expect(await Promise.all(feeds.map(statusOf))).toEqual([404, 404]);
      for (const [kind, owner] of [
        ['location', west],
        ['practitioner', idOf('Wanda')],
      ])
        expect((await call('desk', '', { kind, owner })).status).toBe(400);
      expect((await call('desk', '')).body).toMatchObject({ data: [], meta: { owners: [] } });
    };
    await bind('patient', 'own-patients');
    await isShut();
    await bind('patient', 'own-locations');
    expect(await Promise.all(feeds.map(statusOf))).toEqual([200, 200]);
    await bind('appointment', 'own-schedule');
    await isShut();
    await bind('appointment', 'own-locations');
    expect(await Promise.all(feeds.map(statusOf))).toEqual([200, 200]);
  });

  test('are revoked by who works there alone', async () => {
    for (const [kind, here, elsewhere] of [
      ['location', west, east],
      ['practitioner', idOf('Wanda'), idOf('Emil')],
    ] as const) {
      const [near, far] = [await make('admin', kind, here), await make('admin', kind, elsewhere)];
      expect((await call('desk', `/${far.id}/revoke`, {})).status).toBe(404);
      expect(await statusOf(far)).toBe(200);
      await call('desk', `/${near.id}/revoke`, {}).expect(200);
      expect(await statusOf(near)).toBe(404);
    }
  });

  test('are a practitioner’s own wherever else they work', async () => {
    await clinic.db.query(
      `insert into practitioners_staff_user_lnk (practitioner_id, user_id)
       select p.id, u.id from practitioners p, admin_users u
       where p.document_id = $1 and u.email = $2`,
      [idOf('Emil'), `dentist-of-${west}@enamel.test`],
    );
    const own = await make('dentist', 'practitioner', idOf('Emil'));
    expect(await statusOf(own)).toBe(200);
    const { body } = await call('dentist', '').expect(200);
    expect(body.data).toContainEqual(expect.objectContaining({ id: own.id }));
    await call('dentist', `/${own.id}/revoke`, {}).expect(200);
  });
});
