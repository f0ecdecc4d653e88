import request from 'supertest';
import {
  type Actor,
  actors,
  bound,
  mailOf,
  openMatrix,
  type Tokens,
} from '../../tests/support/access-matrix-actors.ts';
import {
  call,
  cases,
  codeFor,
  freeTime,
  type Ids,
  told,
} from '../../tests/support/access-matrix-calls.ts';
import { nobody, type Person, peopleOf } from '../../tests/support/access-matrix-people.ts';
import { table } from '../../tests/support/access-matrix-table.ts';
import type { Clinic } from '../../tests/support/clinic.ts';
import { held } from '../../tests/support/held-rows.ts';
import { patientToken } from '../../tests/support/people.ts';
import { signIn } from '../../tests/support/schedule.ts';
import { people as folk, west } from '../../tests/support/two-places.ts';

/** What is a place's more than a patient's: who sees their own patients alone is bound to no place. */
const ofPlaces = ['place-feed', 'gap', 'place-request'];
const at = () => freeTime;
const idsOf =
  ({ ids }: Person): Ids =>
  (noun) =>
    ids.get(noun) ?? '';

describe('a sound request for every route that reads or writes what is a patient’s', () => {
  let clinic: Clinic;
  let tokens: Tokens;
  let people: ReturnType<typeof peopleOf>;
  beforeAll(async () => {
    ({ clinic, tokens } = await openMatrix());
    people = peopleOf(clinic, tokens.super ?? '');
    tokens.patient = await signIn(clinic.url, folk.west);
    tokens.stranger = await patientToken(clinic, 'stranger@stories.test');
    const texts = '/content-manager/collection-types/api::consent.consent';
    const words = { key: 'test', language: 'en', title: 'Test', text: 'Yes.' };
    const as = { Authorization: `Bearer ${tokens.super}` };
    const { body } = await request(clinic.url).post(texts).set(as).send(words).expect(201);
    await request(clinic.url)
      .put(`${texts}/${body.data.documentId}`)
      .set(as)
      .send({ active: true })
      .expect(200);
  });
  afterAll(() => clinic.close());

  test('of a foreign record is answered like one of no record at all, and changes nothing', async () => {
    const foreign = await people.add('foreign', 'East', 'Emil');
    const colleagues = await people.add('colleagues', 'West', 'Emil');
    const mine = await people.add('mine');
    for (const noun of new Set(cases.flatMap(({ of, other }) => [...of, ...other])))
      for (const person of [foreign, colleagues, mine])
        await people.make(person, noun, 'test-clinic-admin@enamel.test');
    await people.make(mine, 'appointment');
    const all = async () => [await held(clinic, foreign), await held(clinic, colleagues)];
    const before = await all();
    const wrong: string[] = [];
    for (const one of cases) {
      const { route, letIn } = one.row;
      const ask = (name: string, of: Ids, other: Ids) =>
        call(clinic.url, one, tokens[name], { who: name, of, other, at });
      const compare = async (name: string) => {
        const theirs = idsOf(name === 'own' ? colleagues : foreign);
        const pairs: [Ids, Ids, Ids, Ids][] = [];
        if (one.of.size > 0) pairs.push([theirs, idsOf(mine), nobody, idsOf(mine)]);
        if (one.other.size > 0) pairs.push([idsOf(mine), theirs, idsOf(mine), nobody]);
        for (const [of, other, ofNobody, otherNobody] of pairs) {
          const asked = await ask(name, of, other);
          const unknown = await ask(name, ofNobody, otherNobody);
          const lets = asked.status < 400 && !one.reads && !one.harmless;
          if (lets || asked.status >= 500 || told(asked) !== told(unknown))
            wrong.push(`${name} ${route} ${one.noun} ${told(asked)} / ${told(unknown)}`);
        }
      };
      const who = [...bound, 'patient', 'stranger'].filter(
        (name) =>
          letIn.has(name === 'stranger' ? 'patient' : name) &&
          !(name === 'own' && ofPlaces.some((noun) => one.of.has(noun))),
      );
      await Promise.all(who.map(compare));
    }
    expect(wrong).toEqual([]);
    expect(await all()).toEqual(before);
    const { rows: trail } = await clinic.db.query(
      `select distinct e.action, e.actor_name from audit_entries e
       join admin_users u on u.id::text = e.actor_id and e.actor_kind = 'staff' and u.email like $2
       where $1 = any (e.patients)`,
      [foreign.ids.get('patient'), `%-of-${west}@%`],
    );
    expect(trail).toEqual([]);
  });

  test('of the own record is done for everybody who is let in', async () => {
    const wrong: string[] = [];
    const lasting = new Map<string, Person>();
    let count = 0;
    const someone = async (name: string, stays: boolean) => {
      const known = stays ? lasting.get(name) : undefined;
      const person = known ?? (await people.add(`guest ${++count}`));
      if (stays) lasting.set(name, person);
      if (name === 'own') await people.make(person, 'appointment');
      return person;
    };
    for (const one of cases) {
      const ask = async (name: Actor) => {
        const role = actors[name];
        const code = codeFor(one, name);
        const mail = bound.includes(name) ? mailOf(role ?? '') : `test-${role}@enamel.test`;
        const person = await someone(name, one.reads || code !== undefined);
        for (const noun of one.of) await people.make(person, noun, mail);
        const other = one.other.size > 0 ? await someone(name, false) : person;
        for (const noun of one.other) await people.make(other, noun, mail);
        const token = role ? tokens[name] : await signIn(clinic.url, person.name);
        const { status, text } = await call(clinic.url, one, token, {
          who: name,
          of: idsOf(person),
          other: idsOf(other),
          at: () => person.start.add({ minutes: 30 }).toString(),
        });
        if (code ? status !== code : status >= 300)
          wrong.push(`${name} ${one.row.route} ${one.noun}: ${status} ${text}`);
      };
      await Promise.all(
        [...one.letIn].filter((name): name is Actor => name !== 'visitor').map(ask),
      );
    }
    expect(wrong).toEqual([]);
  });

  test('in the name of a foreign minor is answered like one for nobody', async () => {
    const foreign = await people.add('foreign minor', 'East', 'Emil');
    const wrong: string[] = [];
    for (const { route, letIn } of table()) {
      if (!/^GET \/api\/[^:]*$/.test(route) || !letIn.has('patient') || letIn.has('visitor'))
        continue;
      const [asked, unknown] = await Promise.all(
        [idsOf(foreign)('patient'), nobody('patient')].map((whom) =>
          request(clinic.url)
            .get(route.slice(4))
            .set({ Authorization: `Bearer ${tokens.patient}`, 'x-enamel-for': whom }),
        ),
      );
      if (!asked || !unknown || told(asked) !== told(unknown)) wrong.push(route);
    }
    expect(wrong).toEqual([]);
  });
});
