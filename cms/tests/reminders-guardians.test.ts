import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { staffToken } from '../../tests/support/people.ts';
import { type StandIns, startStandIns } from '../../tests/support/stand-ins.ts';
import {
  addPatient,
  addPractice,
  addVisit,
  type Practice,
  settledLedger,
} from './reminders-fixtures.ts';

const tomorrow = '2027-03-03T08:00:00Z';
type Person = Awaited<ReturnType<typeof addPatient>>;

describe('messages about a child', () => {
  let standIns: StandIns;
  let clinic: Clinic;
  let practice: Practice;
  beforeAll(async () => {
    standIns = await startStandIns();
    clinic = await openClinic({
      variables: {
        ...standIns.variables,
        CLOCK_START: '2027-03-02T09:00:00Z',
        REMINDER_TICK_SECONDS: '1',
      },
    });
    practice = await addPractice(clinic);
  });
  afterAll(async () => {
    await clinic.close();
    await standIns.stop();
  });

  const born = (person: Person, date: string) =>
    clinic.db.query('update patients set date_of_birth = $1 where id = $2', [date, person.id]);
  const guard = (child: Person, guardian: Person, confirmed = true) =>
    clinic.db.query(
      `insert into patient_relations (id, patient_id, relative_id, kind, made_at, made_by, confirmed_at, confirmed_by)
       values ($1, $2, $3, 'guardian', now(), 'desk', $4, $5)`,
      [
        `r${child.id}-${guardian.id}`,
        child.id,
        guardian.id,
        confirmed ? new Date() : null,
        confirmed ? 'desk' : null,
      ],
    );
  const payFor = (child: Person, payer: Person) =>
    clinic.db.query(
      'insert into patients_guarantor_lnk (patient_id, inv_patient_id) values ($1, $2)',
      [child.id, payer.id],
    );
  /** Who was written to, with what came of it. */
  const readers = async (visit: Person, count: number) => {
    await settledLedger(clinic, visit, count);
    const { rows } = await clinic.db.query(
      `select d.channel || ' ' || coalesce(g.first_name, 'own') || ' ' || d.state
         || coalesce(' ' || d.reason, '') as line
       from deliveries d left join patients g on g.document_id = d.relative_id
       where d.subject_id = $1 order by d.channel, line`,
      [visit.documentId],
    );
    return rows.map(({ line }) => line);
  };

  test('go to each guardian in their language, once at one address, and to nobody who is not confirmed', async () => {
    const mother = await addPatient(clinic, {
      firstName: 'Ema',
      email: 'ema@example.test',
      mobile: '0722 000 101',
      language: 'en',
    });
    const father = await addPatient(clinic, {
      firstName: 'Radu',
      email: 'radu@example.test',
      mobile: '0722 000 102',
      smsReminders: false,
    });
    const aunt = await addPatient(clinic, { firstName: 'Ina', email: 'ina@example.test' });
    const child = await addPatient(clinic, { firstName: 'Ilinca', email: 'EMA@example.test' });
    await born(child, '2018-05-01');
    await guard(child, mother);
    await guard(child, father);
    await guard(child, aunt, false);
    await payFor(child, father);
    const visit = await addVisit(clinic, practice, child, tomorrow);
    expect(await readers(visit, 4)).toEqual([
      'email Ema sent',
      'email Radu sent',
      'sms Ema sent',
      'sms Radu skipped preference-off',
    ]);
    const english = await standIns.mail.waitFor('ema@example.test');
    expect(english.html).toContain('<html lang="en">');
    expect(english.text).toContain('Ilinca');
    expect((await standIns.mail.waitFor('radu@example.test')).html).toContain('<html lang="ro">');
    expect(standIns.mail.to('ina@example.test')).toEqual([]);

    const desk = await staffToken(clinic, 'front-desk');
    const { rows } = await clinic.db.query(
      `select d.id from deliveries d where d.subject_id = $1 and d.relative_id = $2 and d.channel = 'email'`,
      [visit.documentId, father.documentId],
    );
    const path = `/reminders/deliveries/${rows[0].id}`;
    const read = await request(clinic.url).get(path).auth(desk, { type: 'bearer' }).expect(200);
    expect(read.body.data).toMatchObject({
      patient: { name: 'Ilinca Pop' },
      relative: 'Radu Pop',
      recipient: 'radu@example.test',
    });

    await clinic.db.query('delete from patient_relations where relative_id = $1', [father.id]);
    await clinic.db.query('delete from patients_guarantor_lnk where inv_patient_id = $1', [
      father.id,
    ]);
    await request(clinic.url).post(`${path}/resend`).auth(desk, { type: 'bearer' }).expect(200);
    expect(await readers(visit, 4)).toContain('email Radu skipped reader-gone');
    expect(standIns.mail.to('radu@example.test')).toHaveLength(1);
  });

  test('go to whoever pays and to the guardian, and to the child at an address of its own', async () => {
    const grandmother = await addPatient(clinic, { firstName: 'Ana', email: 'ana@example.test' });
    const mother = await addPatient(clinic, { firstName: 'Oana', email: 'oana@example.test' });
    const small = await addPatient(clinic, { firstName: 'Mihai' });
    await born(small, '2020-01-01');
    await guard(small, mother);
    await payFor(small, grandmother);
    const ofSmall = await addVisit(clinic, practice, small, tomorrow);
    expect(await readers(ofSmall, 3)).toEqual([
      'email Ana sent',
      'email Oana sent',
      'sms own skipped no-address',
    ]);
    const tall = await addPatient(clinic, { firstName: 'Vlad', email: 'vlad@example.test' });
    await born(tall, '2011-01-01');
    await guard(tall, mother);
    await payFor(tall, grandmother);
    const ofTall = await addVisit(clinic, practice, tall, '2027-03-03T08:30:00Z');
    expect(await readers(ofTall, 3)).toEqual([
      'email Oana sent',
      'email own sent',
      'sms own skipped no-address',
    ]);
  });

  test('go to the patient alone from the day they are of age', async () => {
    const mother = await addPatient(clinic, { firstName: 'Irina', email: 'irina@example.test' });
    const grown = await addPatient(clinic, { firstName: 'Tudor', email: 'tudor@example.test' });
    const almost = await addPatient(clinic, { firstName: 'Toma', email: 'toma@example.test' });
    await born(grown, '2009-03-02');
    await born(almost, '2009-03-03');
    for (const child of [grown, almost]) await guard(child, mother);
    const ofGrown = await addVisit(clinic, practice, grown, tomorrow);
    const ofAlmost = await addVisit(clinic, practice, almost, '2027-03-03T08:30:00Z');
    expect(await readers(ofGrown, 2)).toEqual(['email own sent', 'sms own skipped no-address']);
    expect(await readers(ofAlmost, 3)).toContain('email Irina sent');

    const linkTo = async (address: string) =>
      /visits\/manage\/([\w-]{43})/.exec((await standIns.mail.waitFor(address)).text)?.[1];
    const links = [await linkTo('irina@example.test'), await linkTo('toma@example.test')];
    const opened = () =>
      Promise.all(
        links.map(
          async (token) =>
            (await request(clinic.url).get(`/api/scheduling/manage/${token}`)).status,
        ),
      );
    expect(await opened()).toEqual([200, 200]);
    await born(almost, '2009-03-02');
    expect(await opened()).toEqual([404, 200]);
  });
});
