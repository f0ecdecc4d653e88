import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { type MailServer, startMailServer } from '../../tests/support/mail.ts';
import { staffToken, staffTokenAt } from '../../tests/support/people.ts';
import { idOf } from '../../tests/support/schedule.ts';
import { east, openTwoPlaces, people, west } from '../../tests/support/two-places.ts';

const foreign = idOf(people.east);
const reason = 'Collapsed in the waiting room';
const who = { name: 'STORYTELLER  estera', dateOfBirth: '1990-05-01' };

describe('a record out of scope', () => {
  let clinic: Clinic;
  let mail: MailServer;
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    mail = await startMailServer();
    clinic = await openClinic({
      variables: { SMTP_URL: mail.url, CLOCK_START: '2027-03-29T06:30:00Z' },
    });
    await openTwoPlaces(clinic, '2027-03-29');
    await clinic.db.query('update patients set date_of_birth = $1 where document_id = $2', [
      who.dateOfBirth,
      foreign,
    ]);
    tokens.dentist = await staffTokenAt(clinic, 'dentist', west);
    tokens.assistant = await staffTokenAt(clinic, 'assistant', west);
    tokens.desk = await staffTokenAt(clinic, 'front-desk', west);
    tokens.admin = await staffToken(clinic, 'clinic-admin');
  });
  afterAll(async () => {
    await clinic.close();
    await mail.stop();
  });

  const as = (who: string, path: string, body?: object) => {
    const sent = request(clinic.url)
      [body ? 'post' : 'get'](`/access${path}`)
      .set('Authorization', `Bearer ${tokens[who]}`);
    return body ? sent.send(body) : sent;
  };
  const trail = async (action: string) =>
    (
      await clinic.db.query(
        'select patients, detail from audit_entries where action = $1 order by id desc',
        [action],
      )
    ).rows;
  let opening = '';

  test('is opened by nobody without the permission, without a reason or by a guess', async () => {
    expect((await as('desk', '/openings', { ...who, reason })).status).toBe(403);
    for (const body of [
      { ...who, reason: 'why not' },
      { name: who.name, reason },
      { dateOfBirth: who.dateOfBirth, reason },
    ]) {
      const refused = await as('dentist', '/openings', body);
      expect(refused.status).toBe(400);
      expect(refused.body.error.details.fields).toHaveLength(1);
    }
    for (const body of [
      { name: 'Estera', dateOfBirth: who.dateOfBirth },
      { name: who.name, dateOfBirth: '1990-05-02' },
      { record: 'nobody-has-this' },
    ]) {
      const refused = await as('dentist', '/openings', { ...body, reason });
      expect([refused.status, refused.body.error.code]).toEqual([404, 'PATIENT_NOT_FOUND']);
    }
    expect(await trail('access.record-sought')).toHaveLength(3);
    expect((await clinic.db.query('select 1 from opened_records')).rows).toEqual([]);
    await as('dentist', `/patients/${foreign}`).expect(404);
  });

  test('opens for an hour by exact name and birth date, and the admins hear of it', async () => {
    const { body } = await as('dentist', '/openings', { ...who, reason }).expect(201);
    opening = body.data.id;
    expect(body.data.patient).toBe(foreign);
    const { rows } = await clinic.db.query(
      'select extract(epoch from ends_at - opened_at)::int as seconds from opened_records where id = $1',
      [opening],
    );
    expect(rows).toEqual([{ seconds: 3600 }]);
    const page = await as('dentist', `/patients/${foreign}`).expect(200);
    expect(page.body.data.firstName).toBe(people.east);
    const chart = await request(clinic.url)
      .get(`/charting/patients/${foreign}/chart`)
      .set('Authorization', `Bearer ${tokens.dentist}`);
    expect(chart.status).toBe(200);
    await as('assistant', `/patients/${foreign}`).expect(404);
    const [told] = await trail('access.record-opened');
    expect(told.patients).toEqual([foreign]);
    expect(told.detail.reason).toMatch(/^[0-9a-f]{64}$/);
    const alarm = await mail.waitFor('test-clinic-admin@enamel.test');
    expect(alarm.text).toContain('/admin/plugins/access/scope');
    expect(alarm.text).not.toContain(people.east);
    await mail.waitFor('admin@enamel.test');
  });

  test('is not made known for good by who has it open', async () => {
    const known = async () =>
      (
        await clinic.db.query(
          `select k.location_id, k.source from patient_locations k join patients p on p.id = k.patient_id
           where p.document_id = $1 order by 1, 2`,
          [foreign],
        )
      ).rows;
    await clinic.db.query(
      `insert into patients_location_lnk (patient_id, location_id)
       select p.id, l.id from patients p, locations l where p.document_id = $1 and l.document_id = $2`,
      [foreign, east],
    );
    const before = await known();
    expect(before).toHaveLength(2);
    for (const shared of [true, false]) {
      const refused = await as('dentist', `/patients/${foreign}/places`, { place: west, shared });
      expect([refused.status, refused.body.error.code]).toEqual([403, 'ONLY_OPENED']);
    }
    const write = (path: string, body: object) =>
      request(clinic.url).put(path).set('Authorization', `Bearer ${tokens.dentist}`).send(body);
    const manager = `/content-manager/collection-types/api::patient.patient/${foreign}`;
    for (const location of [
      west,
      { documentId: west },
      { connect: [{ documentId: west }], disconnect: [] },
      { set: [{ documentId: west }] },
      // Known nowhere would be known to everybody.
      { set: [] },
      [],
      null,
    ]) {
      for (const refused of [
        await write(`/api/patients/${foreign}`, { data: { location } }),
        await write(manager, { location }),
      ]) {
        expect([refused.status, location]).toEqual([403, location]);
        expect(refused.body.error.message).toContain('for an emergency only');
      }
    }
    const untouched = { connect: [], disconnect: [] };
    await write(manager, { city: 'Turda', location: untouched }).expect(200);
    expect(await known()).toEqual(before);
  });

  test('is listed with its reason for who watches, and for oneself', async () => {
    const own = await as('dentist', '/openings').expect(200);
    expect(own.body.data).toEqual([
      expect.objectContaining({ id: opening, own: true, open: true, seen: false, reason }),
    ]);
    expect((await as('assistant', '/openings')).body.data).toEqual([]);
    const all = await as('admin', '/openings?unseen=true').expect(200);
    expect(all.body.data[0]).toMatchObject({
      id: opening,
      patient: { documentId: foreign },
      own: false,
    });
    expect((await as('dentist', `/openings/${opening}/seen`, {})).status).toBe(403);
    await as('admin', `/openings/${opening}/seen`, {}).expect(200);
    expect((await as('admin', '/openings?unseen=true')).body.data).toEqual([]);
  });

  test('stays known to who treats its patient, and the admins hear of it', async () => {
    const visit = await request(clinic.url)
      .post('/scheduling/appointments')
      .set('Authorization', `Bearer ${tokens.dentist}`)
      .send({
        patient: foreign,
        appointmentType: idOf('West look'),
        location: west,
        practitioner: idOf('Wanda'),
        start: '2027-03-29T14:00:00+03:00',
      });
    expect(visit.status).toBe(201);
    const told = await mail.waitFor(
      'test-clinic-admin@enamel.test',
      ({ subject }) => subject === 'A patient stays known after an emergency',
    );
    expect(told.text).not.toContain(people.east);
    const [entry] = await trail('access.opening-kept');
    expect(entry).toEqual({ patients: [foreign], detail: { opening } });
    const unseen = await as('admin', '/openings?unseen=true').expect(200);
    expect(unseen.body.data).toEqual([expect.objectContaining({ id: opening, open: true })]);
    await clinic.db.query('delete from appointments where document_id = $1', [
      visit.body.data.documentId,
    ]);
  });

  test('is closed early by who opened it or by who watches, and by nobody else', async () => {
    expect((await as('assistant', `/openings/${opening}/end`, {})).status).toBe(404);
    await as('dentist', `/patients/${foreign}`).expect(200);
    await as('dentist', `/openings/${opening}/end`, {}).expect(200);
    await as('dentist', `/patients/${foreign}`).expect(404);
    expect((await as('dentist', `/openings/${opening}/end`, {})).status).toBe(404);
    expect(await trail('access.record-closed')).toHaveLength(1);
  });

  test('closes by itself', async () => {
    const { body } = await as('assistant', '/openings', { record: foreign, reason }).expect(201);
    await as('assistant', `/patients/${foreign}`).expect(200);
    await clinic.db.query(
      `update opened_records set opened_at = opened_at - interval '2 hours', ends_at = ends_at - interval '61 minutes'
       where id = $1`,
      [body.data.id],
    );
    await as('assistant', `/patients/${foreign}`).expect(404);
  });

  test('does not become part of a record that one knows', async () => {
    tokens.manager = await staffTokenAt(clinic, 'location-admin', west);
    await clinic.db.query(
      `insert into admin_users_roles_lnk (user_id, role_id)
       select u.id, r.id from admin_users u, admin_roles r
       where u.email = $1 and r.code = 'front-desk'`,
      [`location-admin-of-${west}@enamel.test`],
    );
    await as('manager', '/openings', { record: foreign, reason }).expect(201);
    const mine = idOf(people.west);
    for (const [winner, loser] of [
      [mine, foreign],
      [foreign, mine],
    ]) {
      const refused = await as('manager', '/merges', { winner, loser, choices: {} });
      expect([refused.status, refused.body.error.code]).toEqual([403, 'ONLY_OPENED']);
    }
    const { rows } = await clinic.db.query('select 1 from patients where archived');
    expect(rows).toEqual([]);
  });

  test('is not sought again and again', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 12; n++)
      statuses.push(
        (await as('assistant', '/openings', { ...who, name: `Guess Number${n}`, reason })).status,
      );
    expect(statuses.slice(0, 5)).toEqual([404, 404, 404, 404, 404]);
    expect(statuses.at(-1)).toBe(429);
  });

  test('is not sought more often by asking forty times at once', async () => {
    tokens.guesser = await staffTokenAt(clinic, 'dentist');
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        as('guesser', '/openings', { ...who, name: `Guess Number${n}`, reason }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array(10).fill(404),
      ...Array(30).fill(429),
    ]);
    const { rows } = await clinic.db.query(
      `select count(*)::int as count from audit_entries e join admin_users u on u.id::text = e.actor_id
       where e.action = 'access.record-sought' and u.email = 'dentist-of-nowhere@enamel.test'`,
    );
    expect(rows).toEqual([{ count: 10 }]);
  });
});

describe('access to a further location', () => {
  let clinic: Clinic;
  let mail: MailServer;
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    mail = await startMailServer();
    clinic = await openClinic({ variables: { SMTP_URL: mail.url } });
    await openTwoPlaces(clinic, '2027-03-29');
    tokens.desk = await staffTokenAt(clinic, 'front-desk', west);
    tokens.west = await staffTokenAt(clinic, 'location-admin', west);
    tokens.east = await staffTokenAt(clinic, 'location-admin', east);
    tokens.admin = await staffToken(clinic, 'clinic-admin');
  });
  afterAll(async () => {
    await clinic.close();
    await mail.stop();
  });
  const as = (who: string, path: string, body?: object, method: 'post' | 'put' = 'post') => {
    const sent = request(clinic.url)
      [body ? method : 'get'](`/access${path}`)
      .set('Authorization', `Bearer ${tokens[who]}`);
    return body ? sent.send(body) : sent;
  };
  const wish = { place: east, reason: 'I stand in for Ana next week' };
  const address = (role: string, place: string) => `${role}-of-${place}@enamel.test`;

  test('is asked for once, and told to who decides there', async () => {
    const before = await as('desk', '/place-requests').expect(200);
    expect(
      before.body.meta.places.map(({ documentId }: { documentId: string }) => documentId),
    ).toContain(east);
    expect((await as('desk', '/place-requests', { place: east, reason: 'please' })).status).toBe(
      400,
    );
    await as('desk', '/place-requests', wish).expect(201);
    const again = await as('desk', '/place-requests', wish);
    expect([again.status, again.body.error.code]).toEqual([409, 'ALREADY_ASKED']);
    expect((await as('desk', '/place-requests', { ...wish, place: west })).status).toBe(409);
    await mail.waitFor(address('location-admin', east));
    await mail.waitFor('test-clinic-admin@enamel.test');
    expect(mail.to(address('location-admin', west))).toEqual([]);
    await as('desk', `/patients/${idOf(people.east)}`).expect(404);
  });

  test('is decided by neither oneself nor who runs another place', async () => {
    const { body } = await as('east', '/place-requests').expect(200);
    const [request] = body.data;
    expect(request).toMatchObject({ own: false, state: 'open', place: { documentId: east } });
    const decision = `/place-requests/${request.id}/decision`;
    expect((await as('desk', decision, { approved: true })).status).toBe(403);
    expect((await as('west', decision, { approved: true })).status).toBe(404);
    await as('desk', `/patients/${idOf(people.east)}`).expect(404);
    await as('east', decision, { approved: true }).expect(200);
    expect((await as('admin', decision, { approved: false })).status).toBe(404);
    await as('desk', `/patients/${idOf(people.east)}`).expect(200);
    const told = await mail.waitFor(address('front-desk', west));
    expect(told.text).toContain('East');
    const { rows } = await clinic.db.query(
      `select action from audit_entries where action like 'access.place-%' order by id`,
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'access.place-asked',
      'access.place-approved',
    ]);
  });

  test('is given and taken by the clinic admin, and the trail says what', async () => {
    const { body } = await as('admin', '/staff-places').expect(200);
    const person = body.data.find(
      ({ email }: { email: string }) => email === address('front-desk', west),
    );
    expect(person).toMatchObject({ bound: true, everywhere: false });
    expect([...person.places].sort()).toEqual([east, west].sort());
    expect(
      body.data.find(({ email }: { email: string }) => email === 'admin@enamel.test'),
    ).toMatchObject({ bound: false });
    for (const who of ['desk', 'west']) expect((await as(who, '/staff-places')).status).toBe(403);
    const path = `/staff-places/${person.id}`;
    expect((await as('desk', path, { everywhere: true, places: [] }, 'put')).status).toBe(403);
    await as('admin', path, { everywhere: false, places: [west] }, 'put').expect(200);
    await as('desk', `/patients/${idOf(people.east)}`).expect(404);
    const { rows } = await clinic.db.query(
      `select detail from audit_entries where action = 'access.update' order by id desc limit 1`,
    );
    expect(rows[0].detail).toMatchObject({ granted: [], revoked: ['East'] });
    expect(
      (await as('admin', '/staff-places/999999', { everywhere: true, places: [] }, 'put')).status,
    ).toBe(404);
  });
});
