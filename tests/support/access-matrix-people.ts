/** People of the route × role test, each with the records that a route asks for, made by the front door where there is one. */
import { createHash, randomUUID } from 'node:crypto';
import request from 'supertest';
import type { Clinic } from './clinic.ts';
import { inTheEnd, picture } from './files.ts';
import { writeVisits } from './full-day.ts';
import { completedTreatment } from './patients.ts';
import { addRecords, recordOf } from './records.ts';
import { addPatient, idOf, signIn } from './schedule.ts';

export interface Person {
  readonly name: string;
  readonly place: 'West' | 'East';
  /** Whose patient they are. */
  readonly practitioner: string;
  /** When their visit begins; the hour after it is free. */
  readonly start: Temporal.Instant;
  /** Document id by noun, as far as they were made. */
  readonly ids: Map<string, string>;
}

/** Five people a working day from the 30th of March 2027 on, an hour and a half each, within the hours of both places. */
const slot = (n: number): Temporal.Instant => {
  const days = Math.floor(n / 5);
  const date = Temporal.PlainDate.from('2027-03-30').add({
    days: days + 2 * Math.floor((days + 1) / 5),
  });
  return Temporal.Instant.from(`${date}T06:00:00Z`).add({ minutes: 90 * (n % 5) });
};

/** Somebody whom nobody knows: ids of the right shape that no record has. */
export const nobody = (noun: string): string =>
  noun === 'delivery'
    ? '00000000-0000-4000-8000-000000000000'
    : noun === 'gap'
      ? '2000000000'
      : idOf(`no ${noun}`);

type Send = (path: string, body?: object, token?: string) => Promise<Record<string, string>>;

export const peopleOf = (clinic: Clinic, admin: string) => {
  const send: Send = async (path, body = {}, token = admin) => {
    const { status, body: answer } = await request(clinic.url)
      .post(path)
      .set('Authorization', `Bearer ${token}`)
      .send(body);
    if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
    return answer.data;
  };
  const one = async (sql: string, ...values: unknown[]): Promise<string> =>
    String((await clinic.db.query(sql, values)).rows[0]?.id);

  let slots = 0;
  const add = async (
    name: string,
    place: Person['place'] = 'West',
    practitioner = 'Wanda',
  ): Promise<Person> => {
    await addPatient(clinic.db, name);
    await clinic.db.query(
      `insert into patients_location_lnk (patient_id, location_id)
       select p.id, l.id from patients p, locations l where p.document_id = $1 and l.document_id = $2`,
      [idOf(name), idOf(place)],
    );
    const ids = new Map([
      ['patient', idOf(name)],
      ['location', idOf(place)],
    ]);
    let taken: Temporal.Instant | undefined;
    return {
      name,
      place,
      practitioner,
      ids,
      get start() {
        taken ??= slot(slots++);
        return taken;
      },
    };
  };

  /** The records that {@link addRecords} makes come together. */
  const simple = async ({ name, place }: Person, noun: string) => {
    const id = recordOf(noun, name);
    const table = `${noun.replaceAll('-', '_').replace(/entry$/, 'entrie')}s`;
    if (!(await clinic.db.query(`select from ${table} where document_id = $1`, [id])).rowCount)
      await addRecords(clinic.db, name, { type: `${place} look`, location: place });
    return id;
  };
  const visit = async ({ name, place, practitioner, start }: Person, later = 0) => {
    const id = `${name} at ${place} in ${later}`;
    const about = {
      practitioner,
      chair: `${place} chair 1`,
      location: place,
      type: `${place} look`,
      start: start.add({ minutes: later }).toString(),
      minutes: 30,
    };
    await writeVisits(clinic.db, [{ name: id, patient: name, ...about }]);
    return idOf(id);
  };
  const feed = async (kind: string, owner: string) => {
    const id = idOf(`${kind} feed ${randomUUID()}`);
    await clinic.db.query(
      `insert into calendar_feeds (id, digest, kind, owner_id, language, made_at, made_by_kind, made_by_id)
       values ($1, $2, $3, $4, 'en', '2027-03-01Z', 'staff', '1')`,
      [id, createHash('sha256').update(id).digest(), kind, owner],
    );
    return id;
  };

  const makers: Record<string, (person: Person, staff: string) => Promise<string>> = {
    appointment: (person) => visit(person),
    'arrived-appointment': async (person) => {
      const id = await make(person, 'appointment');
      await send(`/scheduling/appointments/${id}/status`, { to: 'arrived' });
      return id;
    },
    file: async ({ name }) => {
      const { body } = await request(clinic.url)
        .post(`/charting/patients/${idOf(name)}/files`)
        .set('Authorization', `Bearer ${admin}`)
        .field('category', 'x-ray')
        .attach('file', picture, 'X-ray.png')
        .expect(201);
      return body.data.documentId;
    },
    'done-treatment': async ({ name }) => {
      const id = Number(await one('select id from patients where document_id = $1', idOf(name)));
      return completedTreatment(clinic, { id, documentId: idOf(name) }, {});
    },
    relation: async ({ name, place }) => {
      const kin = await add(`kin of ${name}`, place);
      // Also whoever sees their own patients alone sees both.
      await make(kin, 'appointment');
      await send(`/access/patients/${idOf(name)}/family`, {
        relative: kin.ids.get('patient'),
        kind: 'family',
      });
      return one(
        `select r.id from patient_relations r join patients p on p.id in (r.patient_id, r.relative_id)
         where p.document_id = $1`,
        idOf(name),
      );
    },
    merge: async ({ name, place }) => {
      const loser = `double of ${name}`;
      await add(loser, place);
      await clinic.db.query(
        `delete from patients_account_lnk a using patients p where p.id = a.patient_id and p.document_id = $1`,
        [idOf(loser)],
      );
      return (await send('/access/merges', { winner: idOf(name), loser: idOf(loser) })).id ?? '';
    },
    export: async ({ name }) => {
      await send(`/access/patients/${idOf(name)}/exports`);
      const find = () =>
        one(`select id from privacy_exports where patient_id = $1 and state = 'ready'`, idOf(name));
      await inTheEnd(async () => (await find()) !== 'undefined');
      return find();
    },
    erasure: async ({ name }) =>
      (await send(`/access/patients/${idOf(name)}/erasures`)) &&
      one('select id from privacy_erasures where patient_id = $1', idOf(name)),
    correction: async ({ name }) => {
      await send(
        '/api/access/privacy/corrections',
        { city: 'Turda' },
        await signIn(clinic.url, name),
      );
      return one('select id from privacy_corrections where patient_id = $1', idOf(name));
    },
    opening: ({ name }, staff) =>
      one(
        `insert into opened_records (id, user_id, patient_id, reason, opened_at, ends_at)
         select $1, u.id, p.id, 'for the route test', '2027-03-29T06:30Z', '2027-04-29Z'
         from admin_users u, patients p where u.email = $2 and p.document_id = $3 returning id`,
        idOf(`opening of ${name}`),
        staff,
        idOf(name),
      ),
    'place-request': async ({ name, place }) => {
      // Another that is made at the same moment may have taken the member of staff.
      for (let tries = 0; tries < 20; tries++) {
        const id = await one(
          `insert into place_requests (id, user_id, location_id, reason, asked_at)
           select $1, u.id, l.id, 'for the route test', '2027-03-29Z' from admin_users u, locations l
           where l.document_id = $2 and not exists (select from place_requests r where r.user_id = u.id
             and r.location_id = l.id and r.state = 'open') limit 1 on conflict do nothing returning id`,
          idOf(`request of ${name}`),
          idOf(place),
        );
        if (id !== 'undefined') return id;
      }
      return '';
    },
    feed: ({ name }) => ownFeed(name),
    'place-feed': ({ place }) => feed('location', idOf(place)),
    offer: async (person) => {
      const start = person.start.add({ minutes: 30 }).toString();
      const entry = await make(person, 'wait-list-entry');
      const practitioner = idOf(person.place === 'West' ? 'Wanda' : 'Emil');
      const order = { entry, practitioner, start };
      return (await send('/scheduling/wait-list/offers', order)).id ?? '';
    },
    gap: async (person) => {
      const id = await visit(person, 60);
      await send(`/scheduling/appointments/${id}/status`, { to: 'cancelled' });
      return one('select id from freed_times where appointment_id = $1', id);
    },
    delivery: ({ name }) =>
      one(
        `insert into deliveries (event, subject_kind, subject_id, occasion, rule_id, rule_name, template_key, channel,
           patient_id, state, created_at)
         values ('appointment.booked', 'appointment', $1, '', 'r', 'Rule', 'none', 'email', $2, 'skipped', '2027-03-29Z')
         returning id`,
        idOf(`visit of ${name}`),
        idOf(name),
      ),
    session: async ({ name }) => {
      await signIn(clinic.url, name);
      return one(
        `select s.id from access_sessions s join up_users u on u.id::text = s.user_id
         where s.origin = 'users-permissions' and u.username = $1 limit 1`,
        name,
      );
    },
  };
  const ownFeed = async (name: string) => {
    const token = await signIn(clinic.url, name);
    await send('/api/scheduling/feeds', {}, token);
    return one('select id from calendar_feeds where owner_id = $1', idOf(name));
  };

  /** The id of the person's record of a noun, made when there is none. @param staff whose opening an opened record is */
  const make = async (person: Person, noun: string, staff = ''): Promise<string> => {
    const known = person.ids.get(noun);
    if (known) return known;
    const id = await (makers[noun] ?? simple)(person, makers[noun] ? staff : noun);
    if (!id || id === 'undefined') throw new Error(`${person.name} has no ${noun}`);
    person.ids.set(noun, id);
    return id;
  };
  return { add, make };
};
