import { type Clinic, openClinic, type Server } from '../../tests/support/clinic.ts';
import { addLocation, addPatient, idOf, password, weekdays } from '../../tests/support/schedule.ts';
import { hiddenOf, openVisitor } from '../../tests/support/visitor.ts';

// A Monday morning; the stories play on the Monday after.
const monday = '2027-03-08';

describe('the back button', () => {
  let clinic: Clinic;
  let portal: Server;
  let visitor: ReturnType<typeof openVisitor>;
  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: '2027-03-01T07:00:00Z' } });
    await addLocation(clinic.db, 'Hill', {
      zone: 'Europe/Bucharest',
      chairs: 1,
      practitioners: [
        { name: 'Ana', hours: weekdays.map((day) => [day, '09:00', '12:00'] as const) },
      ],
      types: [{ name: 'Held visit', duration: 30, values: { slot_step: 30 } }],
    });
    await addPatient(clinic.db, 'mara');
    portal = await clinic.startPortal();
    visitor = openVisitor(portal.url);
    await visitor.get('/en/sign-in');
    const entered = await visitor.post('/en/sign-in', { email: 'mara@stories.test', password });
    expect(entered.status).toBe(303);
  });
  afterAll(() => clinic.close());

  const visits = async () =>
    (
      await clinic.db.query(
        `select a.status from appointments a
         join appointments_patient_lnk l on l.appointment_id = a.id join patients p on p.id = l.patient_id
         where p.email = 'mara@stories.test' order by a.id`,
      )
    ).rows.map(({ status }) => status);
  /** Holds a time and opens the page that asks to check it. */
  const choose = async (time: string) => {
    const slot = `${monday}T${time}:00+02:00~${idOf('Ana')}`;
    const query = new URLSearchParams({
      service: idOf('Held visit'),
      location: idOf('Hill'),
      practitioner: idOf('Ana'),
    });
    await visitor.get(`/en/book/time?${query}&from=${monday}`);
    expect((await visitor.post(`/en/book/time?${query}`, { slot })).status).toBe(303);
    const check = `/en/book/check?${query}&slot=${encodeURIComponent(slot)}`;
    const page = await visitor.get(check);
    expect(page.status).toBe(200);
    const { key = '' } = hiddenOf(page.text);
    expect(key).not.toBe('');
    return { check, key };
  };

  test('after booking leads to the visit that was booked, whatever was written this time', async () => {
    const { check, key } = await choose('09:00');
    const booked = await visitor.post(check, { key, reason: 'A tooth' });
    expect(booked.headers.location).toMatch(/^\/en\/book\/done\?appointment=/);
    for (const reason of ['A tooth', 'Another tooth']) {
      const again = await visitor.post(check, { key, reason });
      expect([again.status, again.headers.location]).toEqual([303, booked.headers.location]);
    }
    expect(await visits()).toEqual(['confirmed']);
    const done = await visitor.get(booked.headers.location ?? '');
    expect(done.text).toContain('Your visit is booked');
  });

  test('after cancelling says that it was cancelled, and cancels and moves nothing twice', async () => {
    const { check, key } = await choose('10:00');
    const done = (await visitor.post(check, { key })).headers.location ?? '';
    const visit = new URL(done, portal.url).searchParams.get('appointment');
    const cancel = `/en/visits/${visit}/cancel`;
    expect((await visitor.post(cancel, { reason: 'I am ill' })).status).toBe(303);
    const before = await visits();

    const again = await visitor.post(check, { key });
    expect(again.status).toBe(409);
    expect(again.text).toContain('it was cancelled');
    const back = await visitor.get(done);
    expect([back.status, back.headers.location]).toEqual([302, '/en/visits']);

    const twice = await visitor.post(cancel, { reason: 'I am ill' });
    expect(twice.status).toBe(409);
    const pages = [twice, await visitor.get(cancel), await visitor.get(`/en/visits/${visit}/move`)];
    for (const page of pages) {
      expect(page.text).toContain('This visit is cancelled already.');
      expect(page.text).not.toContain('too late');
    }
    expect(await visits()).toEqual(before);
  });
});
