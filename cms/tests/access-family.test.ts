import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { staffToken } from '../../tests/support/people.ts';
import { addPatient, idOf, signIn } from '../../tests/support/schedule.ts';

describe('a family', () => {
  let clinic: Clinic;
  let desk: string;
  let mara: string;
  let ion: string;

  const staff = (method: 'get' | 'post', path: string, body?: object) => {
    const asked = request(clinic.url)
      [method](`/access/patients/${path}`)
      .set('authorization', `Bearer ${desk}`);
    return body ? asked.send(body) : asked;
  };
  const portal = (path: string, token: string, whom?: string, url = clinic.url) => {
    const asked = request(url).get(`/api${path}`).set('authorization', `Bearer ${token}`);
    return whom ? asked.set('x-enamel-for', idOf(whom)) : asked;
  };
  const relate = (patient: string, relation: object) =>
    staff('post', `${idOf(patient)}/family`, relation);
  const born = (patient: string, date: string | null) =>
    clinic.db.query('update patients set date_of_birth = $2 where document_id = $1', [
      idOf(patient),
      date,
    ]);
  const relations = async (patient: string) =>
    (await staff('get', `${idOf(patient)}/family`).expect(200)).body.data.relations;
  const names = (people: { name: string }[]) => people.map(({ name }) => name);

  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: '2027-03-01T07:00:00Z' } });
    for (const name of ['mara', 'lia', 'ion', 'otto']) await addPatient(clinic.db, name);
    await born('mara', '1985-01-01');
    await born('lia', '2011-03-03');
    await born('ion', '1990-01-01');
    desk = await staffToken(clinic, 'clinic-admin');
    mara = await signIn(clinic.url, 'mara');
    ion = await signIn(clinic.url, 'ion');
  });
  afterAll(() => clinic.close());

  test('a guardian acts for a minor once somebody has confirmed it, and nobody else does', async () => {
    const added = await relate('lia', { relative: idOf('mara'), kind: 'guardian' }).expect(201);
    const [relation] = added.body.data.relations;
    expect(relation).toMatchObject({ kind: 'guardian', confirmed: false, until: '2029-03-02' });
    expect((await portal('/access/family', mara)).body.data).toEqual([]);
    expect((await portal('/scheduling/family', mara)).body.data).toEqual([]);
    expect((await portal('/access/me', mara, 'lia')).status).toBe(404);

    await staff('post', `${idOf('lia')}/family/${relation.id}/confirm`).expect(200);
    expect((await portal('/access/family', mara)).body.data).toEqual([
      {
        documentId: idOf('lia'),
        name: 'lia Storyteller',
        guardian: true,
        until: '2029-03-02',
      },
    ]);
    expect(names((await portal('/scheduling/family', mara)).body.data)).toEqual([
      'lia Storyteller',
    ]);
    expect((await portal('/access/me', mara, 'lia')).body.data.firstName).toBe('lia');
    expect((await portal('/access/me', mara)).body.data.firstName).toBe('mara');
    for (const path of ['/scheduling/bookings', '/charting/record', '/billing/invoices'])
      expect([200, 404]).toContain((await portal(path, mara, 'lia')).status);
    const refused = await portal('/access/me', ion, 'lia');
    expect([refused.status, refused.body.error.code]).toEqual([404, 'PATIENT_NOT_FOUND']);
  });

  test('it is seen from both sides', async () => {
    expect(await relations('mara')).toMatchObject([
      { kind: 'ward', relative: { documentId: idOf('lia') }, holds: true },
    ]);
    expect(await relations('lia')).toMatchObject([
      { kind: 'guardian', relative: { documentId: idOf('mara') }, holds: true },
    ]);
  });

  test('the guardian loses sight on the day of consent, at midnight where the clinic is', async () => {
    await clinic.db.query('update clinics set consent_age = 16');
    const seenAt = async (start: string) => {
      const { url } = await clinic.startCms({ CLOCK_START: start });
      const token = await signIn(url, 'mara');
      const { status } = await portal('/access/me', token, 'lia', url);
      const family = await portal('/scheduling/family', token, undefined, url);
      return [status, names(family.body.data)];
    };
    expect(await seenAt('2027-03-02T21:50:00Z')).toEqual([200, ['lia Storyteller']]);
    expect(await seenAt('2027-03-02T22:00:01Z')).toEqual([404, []]);
    await clinic.db.query('update clinics set consent_age = null');
  });

  test('what is usual in the country holds where the clinic set nothing', async () => {
    const { rows } = await clinic.db.query(
      'select id, country from locations where active order by position, id limit 1',
    );
    await clinic.db.query(`update locations set country = 'GB' where id = $1`, [rows[0].id]);
    expect((await relations('lia'))[0].until).toBe('2027-03-02');
    await clinic.db.query('update locations set country = $2 where id = $1', [
      rows[0].id,
      rows[0].country,
    ]);
    expect((await relations('lia'))[0].until).toBe('2029-03-02');
  });

  test('grown-ups book for one another when both agreed, and see no record', async () => {
    await relate('mara', {
      relative: idOf('ion'),
      kind: 'family',
      mayBook: true,
      confirmed: true,
    }).expect(201);
    expect(names((await portal('/scheduling/family', ion)).body.data)).toEqual([
      'mara Storyteller',
    ]);
    expect((await portal('/access/family', ion)).body.data).toMatchObject([{ guardian: false }]);
    expect((await portal('/access/me', ion, 'mara')).status).toBe(404);
  });

  test('who pays is a relation too, kept with the patient', async () => {
    await relate('otto', { relative: idOf('ion'), kind: 'payer' }).expect(201);
    expect(await relations('otto')).toMatchObject([{ kind: 'payer', id: 'payer' }]);
    expect((await relations('ion')).map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'family',
      'paid-for',
    ]);
    await staff('post', `${idOf('otto')}/family/payer/remove`).expect(200);
    expect(await relations('otto')).toEqual([]);
  });

  test('several people on one phone are shown as such', async () => {
    const { body } = await staff('get', `${idOf('lia')}/family`);
    const mates = body.data.housemates.map(
      ({ documentId, shares }: { documentId: string; shares: string[] }) => [documentId, shares],
    );
    expect(mates).toContainEqual([idOf('ion'), ['phone']]);
    expect(mates.map(([id]: [string]) => id)).not.toContain(idOf('mara'));
  });

  test('so are several at one address, however it was typed, and not their namesakes in another town', async () => {
    const live = (name: string, address: string, city: string) =>
      clinic.db.query('update patients set address = $2, city = $3 where document_id = $1', [
        idOf(name),
        address,
        city,
      ]);
    await live('otto', 'Str. Morii 9', 'Iași');
    await live('mara', 'STR. MORII 9', 'Iasi');
    await live('ion', 'Str. Morii 9', 'Cluj');
    const { body } = await staff('get', `${idOf('otto')}/family`);
    const mates = body.data.housemates.filter(({ shares }: { shares: string[] }) =>
      shares.includes('address'),
    );
    expect(mates.map(({ documentId }: { documentId: string }) => documentId)).toEqual([
      idOf('mara'),
    ]);
  });

  test('what cannot be is refused in words, and nothing is written', async () => {
    const count = async () =>
      (await clinic.db.query('select count(*)::int as n from patient_relations')).rows[0].n;
    const before = await count();
    const refusals: [string, object, number, string][] = [
      ['lia', { relative: idOf('mara'), kind: 'family' }, 409, 'RELATED_ALREADY'],
      ['mara', { relative: idOf('otto'), kind: 'guardian' }, 400, 'NOT_A_MINOR'],
      ['otto', { relative: idOf('ion'), kind: 'guardian' }, 400, 'BIRTH_DATE_NEEDED'],
      ['lia', { relative: idOf('lia'), kind: 'family' }, 400, 'ONE_PATIENT'],
      ['lia', { relative: 'nobody', kind: 'guardian' }, 404, 'PATIENT_NOT_FOUND'],
      ['lia', { relative: idOf('ion'), kind: 'boss' }, 400, 'VALIDATION_FAILED'],
    ];
    for (const [patient, relation, status, code] of refusals) {
      const answer = await relate(patient, relation);
      expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    }
    await born('otto', '2012-01-01');
    const young = await relate('lia', { relative: idOf('otto'), kind: 'guardian' });
    expect(young.body.error.code).toBe('GUARDIAN_TOO_YOUNG');
    expect((await staff('post', `${idOf('lia')}/family/none/remove`)).status).toBe(404);
    expect(await count()).toBe(before);
  });

  test('what was removed is gone, at once and from both sides; the trail tells who did it', async () => {
    const [relation] = await relations('lia');
    await staff('post', `${idOf('mara')}/family/${relation.id}/remove`).expect(200);
    expect(await relations('lia')).toEqual([]);
    expect((await portal('/access/me', mara, 'lia')).status).toBe(404);
    const { rows } = await clinic.db.query(
      `select action from audit_entries where action like 'family.%' and $1 = any (patients) order by id`,
      [idOf('lia')],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'family.added',
      'family.confirmed',
      'family.removed',
    ]);
  });
});
