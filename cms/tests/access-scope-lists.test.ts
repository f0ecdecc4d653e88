import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { writeVisits } from '../../tests/support/full-day.ts';
import { staffToken, staffTokenAt } from '../../tests/support/people.ts';
import { idOf } from '../../tests/support/schedule.ts';
import { east, openTwoPlaces, people, west } from '../../tests/support/two-places.ts';

const now = '2027-03-29T06:30:00Z';
const tomorrow = '2027-03-30';
const places = { west: 'West', east: 'East' } as const;
type Side = keyof typeof places;
const ids = { west: idOf(people.west), east: idOf(people.east) };

describe('lists of staff of one location', () => {
  let clinic: Clinic;
  const tokens: Record<string, string> = {};
  const gaps = {} as Record<Side, number>;
  const entries = {} as Record<Side, string>;

  const as = (
    who: string,
    path: string,
    method: 'get' | 'post' | 'put' = 'get',
    body: object = {},
  ) => {
    const sent = request(clinic.url)[method](path).set('Authorization', `Bearer ${tokens[who]}`);
    return method === 'get' ? sent : sent.send(body);
  };
  const named = (text: string) =>
    (['west', 'east'] as const).filter(
      (side) => text.includes(people[side]) || text.includes(ids[side]),
    );
  const newest = async (action: string) =>
    (
      await clinic.db.query(
        'select patients from audit_entries where action = $1 order by id desc limit 1',
        [action],
      )
    ).rows[0].patients;

  const bill = async (side: Side) => {
    const { rows } = await clinic.db.query(
      `select t.document_id as id from treatments t join treatments_patient_lnk l on l.treatment_id = t.id
       join patients p on p.id = l.patient_id where p.document_id = $1`,
      [ids[side]],
    );
    const treatments = rows.map(({ id }) => id);
    await as('all', '/billing/invoices', 'post', { patient: ids[side], treatments }).expect(201);
  };
  /** A visit that is cancelled, and an offer of its time to who waits. */
  const free = async (side: Side) => {
    const target = { appointmentType: idOf(`${places[side]} look`), location: idOf(places[side]) };
    const practitioner = idOf(side === 'west' ? 'Wanda' : 'Emil');
    const start = `${tomorrow}T12:00:00+03:00`;
    const who = { patient: idOf(people.both), ...target, practitioner, start };
    if (side === 'east') Object.assign(who, { start: `${tomorrow}T13:00:00+03:00` });
    const { body } = await as('all', '/scheduling/appointments', 'post', who).expect(201);
    const visit = `/scheduling/appointments/${body.data.documentId}/status`;
    await as('all', visit, 'post', { to: 'cancelled', reason: 'Flu' }).expect(200);
    const entry = await as('all', '/scheduling/wait-list', 'post', {
      patient: ids[side],
      ...target,
    }).expect(201);
    entries[side] = entry.body.data.documentId;
    await as('all', '/scheduling/wait-list/offers', 'post', {
      entry: entries[side],
      practitioner,
      start: who.start,
    }).expect(201);
    const found = await as('all', `/scheduling/gaps?appointment=${body.data.documentId}`);
    gaps[side] = found.body.data[0].id;
  };
  const message = async (
    about: string | null,
    more: { relative?: string; visits?: readonly string[]; recipient?: string } = {},
  ): Promise<string> => {
    const id = randomUUID();
    await clinic.db.query(
      `insert into deliveries (id, event, subject_kind, subject_id, occasion, rule_id, rule_name, template_key, channel,
         patient_id, relative_id, visits, recipient, subject, body, state, detail, trace, created_at)
       values ($1::uuid, 'appointment.booked', 'appointment', $1::uuid::text, 'story', 'story', 'Story', 'booked', 'email', $2, $3, $4,
         $5, 'Your visit', 'Words for the reader', 'sent', 'told by the provider',
         '[{"at": "2027-03-29T06:30:00Z", "what": "sent", "detail": "250 OK"}]', $6)`,
      [
        id,
        about,
        more.relative ?? null,
        more.visits ? JSON.stringify(more.visits) : null,
        more.recipient ?? 'somebody@stories.test',
        now,
      ],
    );
    return id;
  };

  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: now } });
    await openTwoPlaces(clinic, '2027-03-29');
    await clinic.db.query(
      `with made as (
         insert into admin_permissions (document_id, action, subject, properties, conditions, action_parameters, created_at, updated_at)
         values ('desk-reads-the-trail', 'plugin::audit.trail.read', null, '{}', '[]', '{}', now(), now()) returning id)
       insert into admin_permissions_role_lnk (permission_id, role_id)
       select made.id, r.id from made, admin_roles r where r.code = 'front-desk'`,
    );
    tokens.west = await staffTokenAt(clinic, 'front-desk', west);
    tokens.east = await staffTokenAt(clinic, 'front-desk', east);
    tokens.all = await staffToken(clinic, 'front-desk');
    tokens.assistant = await staffTokenAt(clinic, 'assistant', west);
    for (const side of ['west', 'east'] as const) {
      await bill(side);
      await free(side);
      await message(ids[side]);
    }
  });
  afterAll(() => clinic.close());

  test.each([
    ['the outbox', '/reminders/deliveries?search=storyteller&pageSize=100'],
    ['invoices', '/billing/invoices?pageSize=100'],
    ['invoices as a table', '/billing/invoices/csv'],
    ['who waits', '/scheduling/wait-list?pageSize=100'],
    ['who waits, as a table', '/scheduling/wait-list/csv'],
    ['gaps and whom they are offered to', '/scheduling/gaps'],
    ['the trail', '/audit/entries?limit=200'],
  ])('show their own and never the other’s: %s', async (_what, path) => {
    const seen: Record<string, string[]> = {};
    for (const who of ['west', 'east', 'all']) {
      const { status, text } = await as(who, path);
      expect([who, status]).toEqual([who, 200]);
      seen[who] = named(text);
    }
    expect(seen).toEqual({ west: ['west'], east: ['east'], all: ['west', 'east'] });
  });

  test('count nobody of elsewhere', async () => {
    const totals = async (path: string) => {
      const found: number[] = [];
      for (const who of ['west', 'east', 'all'])
        found.push((await as(who, path).expect(200)).body.meta.total);
      return found;
    };
    for (const path of ['/billing/invoices?search=storyteller', '/scheduling/wait-list']) {
      const [here, there, everywhere] = await totals(path);
      expect([path, here, there, everywhere]).toEqual([path, 1, 1, 2]);
    }
  });

  test('lead to no gap of elsewhere', async () => {
    for (const [who, gap] of [
      ['west', gaps.east],
      ['east', gaps.west],
    ] as const) {
      await as(who, `/scheduling/gaps/${gap}`).expect(404);
      await as(who, `/scheduling/gaps/${gap}/dismiss`, 'post').expect(404);
      await as('all', `/scheduling/gaps/${gap}`).expect(200);
    }
    await as('west', `/scheduling/gaps/${gaps.west}`).expect(200);
  });

  test('name no patient in a gap to whom patients bind, not places', async () => {
    const bind = (condition: string) =>
      clinic.db.query(
        `update admin_permissions set conditions = $1 where subject = 'api::patient.patient'
           and action = 'plugin::content-manager.explorer.read' and id in (
           select l.permission_id from admin_permissions_role_lnk l join admin_roles r on r.id = l.role_id
           where r.code = 'assistant')`,
        [JSON.stringify([`plugin::access.${condition}`])],
      );
    expect(named((await as('assistant', '/scheduling/gaps').expect(200)).text)).toEqual(['west']);
    await bind('own-patients');
    expect(named((await as('assistant', '/scheduling/gaps').expect(200)).text)).toEqual([]);
    await as('assistant', `/scheduling/gaps/${gaps.west}`).expect(404);
    await bind('own-locations');
  });

  test('tell neither address nor words of a message that concerns somebody of elsewhere too', async () => {
    const address = 'guardian-of-elsewhere@stories.test';
    const strange = [
      await message(ids.west, { relative: ids.east, recipient: address }),
      await message(ids.west, {
        visits: [idOf(`${people.west} at West`), idOf(`${people.east} at East`)],
        recipient: address,
      }),
    ];
    for (const id of strange) {
      const { body, text } = await as('west', `/reminders/deliveries/${id}`).expect(200);
      expect(body.data).toMatchObject({
        elsewhere: true,
        patient: { documentId: ids.west },
        ...{ recipient: null, relative: null, body: null, html: null, detail: null },
        trace: [{ what: 'sent' }],
      });
      expect(named(text)).toEqual(['west']);
      for (const secret of [address, 'Words for', '250 OK', 'told by'])
        expect(text).not.toContain(secret);
      expect(await newest('read')).toEqual([ids.west]);
      await as('east', `/reminders/deliveries/${id}`).expect(404);
    }
    const found = await as('west', '/reminders/deliveries?search=guardian-of-elsewhere');
    expect(found.body.data).toEqual([]);
    const listed = await as('west', '/reminders/deliveries?pageSize=100').expect(200);
    expect(listed.text).not.toContain(address);
    expect((await newest('list')).sort()).not.toContain(ids.east);
  });

  test('put everybody whom a message concerns on the trail of who sees it all', async () => {
    const id = await message(ids.west, { relative: ids.east });
    const { body } = await as('all', `/reminders/deliveries/${id}`).expect(200);
    expect(body.data).toMatchObject({
      elsewhere: false,
      recipient: 'somebody@stories.test',
      relative: `${people.east} Storyteller`,
      body: 'Words for the reader',
    });
    expect((await newest('read')).sort()).toEqual([ids.west, ids.east].sort());
  });

  test('join no visit of elsewhere to a group', async () => {
    const visits = {
      west: idOf(`${people.west} at West`),
      east: idOf(`${people.east} at East`),
    };
    await clinic.db.query(
      `update appointments set group_id = 'story-group' where document_id = any ($1)`,
      [Object.values(visits)],
    );
    const kin = (who: string) => as(who, `/scheduling/appointments/${visits.west}/kin`).expect(200);
    expect(named((await kin('all')).text)).toEqual(['west', 'east']);
    const { text } = await kin('west');
    expect(named(text)).toEqual(['west']);
    expect(text).not.toContain(visits.east);
    expect(await newest('read')).toEqual([ids.west]);
    for (const what of ['move', 'cancel'])
      await as('west', `/scheduling/appointments/${visits.west}/group/${what}`, 'post', {
        ...(what === 'move' ? { start: `${tomorrow}T15:00:00+03:00` } : { reason: 'Flu' }),
      }).expect(404);
    expect(named((await kin('east')).text)).toEqual([]);
  });

  describe('about who works at both', () => {
    const visitElsewhere = 'estera with Wanda';
    const visitHere = 'westley with Wanda';
    beforeAll(async () => {
      await clinic.db.query(
        `insert into practitioners_locations_lnk (practitioner_id, location_id)
         select p.id, l.id from practitioners p, locations l where p.document_id = $1 and l.document_id = $2`,
        [idOf('Wanda'), east],
      );
      await clinic.db.query(
        `with made as (
           insert into working_hours_entries (document_id, day_of_week, start_time, end_time, is_available, created_at, updated_at, published_at)
           values ($1, 'tuesday', '09:00', '17:00', true, now(), now(), now()) returning id),
         whose as (
           insert into working_hours_entries_practitioner_lnk (working_hours_id, practitioner_id)
           select made.id, p.id from made, practitioners p where p.document_id = $2)
         insert into working_hours_entries_location_lnk (working_hours_id, location_id)
         select made.id, l.id from made, locations l where l.document_id = $3`,
        [idOf('Wanda at East'), idOf('Wanda'), east],
      );
      const visit = (name: string, patient: string, place: string, time: string) => ({
        ...{ name, patient, practitioner: 'Wanda', chair: `${place} chair 2`, location: place },
        ...{ type: `${place} look`, start: `${tomorrow}T${time}:00+03:00`, minutes: 30 },
      });
      await writeVisits(clinic.db, [
        visit(visitHere, people.west, 'West', '15:00'),
        visit(visitElsewhere, people.east, 'East', '16:00'),
      ]);
    });

    test.each(['/scheduling/explain', '/api/scheduling/slots/explain'])(
      'tell that the time is taken, and by which visit only where they work: %s',
      async (path) => {
        const why = async (who: string, time: string) => {
          const query = new URLSearchParams({
            appointmentType: idOf('West look'),
            location: west,
            practitioner: idOf('Wanda'),
            at: `${tomorrow}T${time}:00+03:00`,
          });
          const { body, text } = await as(who, `${path}?${query}`).expect(200);
          const [taken] = body.data.people[0].reasons.filter(
            ({ code }: { code: string }) => code === 'PRACTITIONER_BUSY',
          );
          return { record: taken.record, text };
        };
        const appointment = (name: string) => ({
          uid: 'api::appointment.appointment',
          documentId: idOf(name),
        });
        expect((await why('west', '15:00')).record).toEqual(appointment(visitHere));
        const elsewhere = await why('west', '16:00');
        expect(elsewhere.record).toBeNull();
        expect(elsewhere.text).not.toContain(idOf(visitElsewhere));
        expect((await why('all', '16:00')).record).toEqual(appointment(visitElsewhere));
      },
    );

    test('strand nobody of elsewhere by name, nor on the trail', async () => {
      const body = { whose: idOf('Wanda'), entries: [], timeOff: [] };
      const { text } = await as('west', '/scheduling/hours/check', 'post', body).expect(200);
      expect(named(text)).toEqual(['west']);
      const told = await newest('hours.checked');
      expect(told).toContain(ids.west);
      expect(told).not.toContain(ids.east);
    });
  });

  test('tell nothing of what the trail holds of a record that is gone', async () => {
    await clinic.db.query(
      `insert into audit_entries (at, actor_kind, actor_id, action, subject, subject_id, patients, detail)
       values (now(), 'system', 'story', 'update', 'patient', 'long-gone', '{long-gone}', '{"story": "told"}')`,
    );
    const of = (who: string) => as(who, '/audit/entries?action=update&subject=patient&limit=50');
    expect((await of('all').expect(200)).text).toContain('long-gone');
    expect((await of('west').expect(200)).text).not.toContain('long-gone');
  });
});
