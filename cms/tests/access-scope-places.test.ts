import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { type MailServer, startMailServer } from '../../tests/support/mail.ts';
import { staffToken } from '../../tests/support/people.ts';
import { addLocation, addPatient, idOf } from '../../tests/support/schedule.ts';

const west = idOf('West');
const chosen = 'zebra lamp orbit';
const place = { zone: 'Europe/Bucharest', chairs: 1, practitioners: [], types: [] };

describe('a clinic that began with one location', () => {
  let clinic: Clinic;
  let mail: MailServer;
  let east: string;
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    mail = await startMailServer();
    clinic = await openClinic({ variables: { SMTP_URL: mail.url, REMINDER_TICK_SECONDS: '1' } });
    await clinic.db.query('delete from locations');
    await addLocation(clinic.db, 'West', place);
    for (const name of ['westley', 'estera']) await addPatient(clinic.db, name);
    tokens.admin = await staffToken(clinic, 'clinic-admin');
    await share('westley', west);
  });
  afterAll(async () => {
    await clinic.close();
    await mail.stop();
  });

  const as = (who: string, path: string, body?: object, method: 'post' | 'put' = 'post') => {
    const sent = request(clinic.url)
      [body ? method : 'get'](path)
      .set('Authorization', `Bearer ${tokens[who]}`);
    return body ? sent.send(body) : sent;
  };
  const share = (patient: string, with_: string) =>
    as('admin', `/access/patients/${idOf(patient)}/places`, { place: with_, shared: true }).expect(
      200,
    );
  const address = (name: string) => `${name}@enamel.test`;
  const invite = async (name: string): Promise<number> => {
    const { rows } = await clinic.db.query(`select id from admin_roles where code = 'front-desk'`);
    const { body } = await as('admin', '/admin/users', {
      email: address(name),
      firstname: name,
      lastname: 'Pop',
      roles: [rows[0].id],
      preferedLanguage: 'en',
    }).expect(201);
    return body.data.id;
  };
  /** Takes the invitation that came by mail, and signs in. */
  const join = async (name: string): Promise<void> => {
    const link = (links: readonly string[]) => links.find((one) => one.includes('/invitation#'));
    const { links } = await mail.waitFor(address(name), (one) => link(one.links) !== undefined);
    const person = { token: link(links)?.split('#')[1], firstname: name, password: chosen };
    await request(clinic.url).post('/access/staff/invitation/accept').send(person).expect(200);
    const { body } = await request(clinic.url)
      .post('/admin/login')
      .send({ email: address(name), password: chosen })
      .expect(200);
    tokens[name] = body.data.token;
  };
  interface Person {
    readonly id: number;
    readonly email: string;
    readonly invited: boolean;
    readonly bound: boolean;
    readonly everywhere: boolean;
    readonly places: readonly string[];
  }
  const staff = async (): Promise<Person[]> =>
    (await as('admin', '/access/staff-places').expect(200)).body.data;
  const person = async (name: string) =>
    (await staff()).find(({ email }) => email === address(name));
  const calendarOf = async (who: string) =>
    (await as(who, '/scheduling/calendar?from=2027-03-29').expect(200)).body.data.location;

  test('has everybody work there, whom nobody assigned to it', async () => {
    await invite('irina');
    await join('irina');
    expect(await person('irina')).toMatchObject({ bound: true, everywhere: false, places: [west] });
    await as('irina', `/access/patients/${idOf('westley')}`).expect(200);
    expect(await calendarOf('irina')).toBe(west);
  });

  test('opens a second one: everybody stays at the first, sees its patients and nobody of the other', async () => {
    const location = { name: 'East', zone: 'Europe/Bucharest' };
    const { body } = await as('admin', '/api/locations', { data: location }).expect(201);
    east = body.data.documentId;
    await share('estera', east);
    await as('irina', `/access/patients/${idOf('westley')}`).expect(200);
    await as('irina', `/access/patients/${idOf('estera')}`).expect(404);
    expect(await calendarOf('irina')).toBe(west);
    expect((await person('irina'))?.places).toEqual([west]);
    const nowhere = (await staff()).filter(
      ({ bound, everywhere, places }) => bound && !everywhere && places.length === 0,
    );
    expect(nowhere).toEqual([]);
  });

  test('opens a third one, which changes nothing for anybody', async () => {
    const before = await staff();
    const location = { name: 'North', zone: 'Europe/Bucharest' };
    await as('admin', '/api/locations', { data: location }).expect(201);
    expect(await staff()).toEqual(before);
  });

  test('invites somebody to one of them, who then sees its patients and nobody of the others', async () => {
    const id = await invite('dana');
    expect(await person('dana')).toMatchObject({ id, bound: true, invited: true, places: [] });
    const wanted = { everywhere: false, places: [east] };
    await as('admin', `/access/staff-places/${id}`, wanted, 'put').expect(200);
    await join('dana');
    expect(await person('dana')).toMatchObject({ id, invited: false, places: [east] });
    await as('dana', `/access/patients/${idOf('estera')}`).expect(200);
    await as('dana', `/access/patients/${idOf('westley')}`).expect(404);
    expect(await calendarOf('dana')).toBe(east);
  });

  test('does not list who is shut out', async () => {
    await clinic.db.query('update admin_users set is_active = false where email = $1', [
      address('dana'),
    ]);
    expect(await person('dana')).toBeUndefined();
  });
});
