import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { staffToken } from '../../tests/support/people.ts';
import { type StandIns, startStandIns } from '../../tests/support/stand-ins.ts';
import {
  addPatient,
  addPractice,
  addVisit,
  eventually,
  ledgerOf,
  type Practice,
  settledLedger,
} from './reminders-fixtures.ts';

/** The clinic's clock starts here: visits until 09:00 UTC of the next day are a day or less away. */
const clock = '2027-03-02T09:00:00Z';
const tomorrow = '2027-03-03T08:00:00Z';

describe('reminders', () => {
  let standIns: StandIns;
  let clinic: Clinic;
  let practice: Practice;
  beforeAll(async () => {
    standIns = await startStandIns();
    clinic = await openClinic({
      variables: { ...standIns.variables, CLOCK_START: clock, REMINDER_TICK_SECONDS: '1' },
    });
    practice = await addPractice(clinic);
  });
  afterAll(async () => {
    await clinic.close();
    await standIns.stop();
  });

  test('a visit within a day is reminded of once by e-mail and once by SMS', async () => {
    const ana = await addPatient(clinic, {
      firstName: 'Ana',
      email: 'ana@example.test',
      mobile: '0722 000 001',
    });
    const visit = await addVisit(clinic, practice, ana, tomorrow);
    const mail = await standIns.mail.waitFor('ana@example.test');
    expect(mail.subject).toBe('Ne vedem pe miercuri, 3 martie 2027, la ora 10:00');
    expect(mail.text).toContain('cu Dr. Ion Mureșan');
    expect(mail.html).toContain('<html lang="ro">');
    expect(mail.calendar).toBeUndefined();
    const ledger = await settledLedger(clinic, visit, 2);
    expect(ledger.map(({ channel, state }) => [channel, state])).toEqual([
      ['email', 'sent'],
      ['sms', 'sent'],
    ]);
    const texts = await standIns.sms('+40722000001');
    expect(texts.map(({ body }) => body)).toEqual([expect.stringContaining('ora 10:00')]);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(standIns.mail.to('ana@example.test')).toHaveLength(1);
    expect(await standIns.sms('+40722000001')).toHaveLength(1);
  });

  test('a visit farther away, or one that does not stand, is not', async () => {
    const ion = await addPatient(clinic, { firstName: 'Ion', email: 'ion@example.test' });
    const later = await addVisit(clinic, practice, ion, '2027-03-03T10:30:00Z');
    const cancelled = await addVisit(clinic, practice, ion, tomorrow, 'cancelled');
    const past = await addVisit(clinic, practice, ion, '2027-03-02T08:00:00Z');
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    for (const visit of [later, cancelled, past]) expect(await ledgerOf(clinic, visit)).toEqual([]);
  });

  test('a moved visit is reminded of again', async () => {
    const dan = await addPatient(clinic, { firstName: 'Dan', email: 'dan@example.test' });
    const visit = await addVisit(clinic, practice, dan, tomorrow);
    await standIns.mail.waitFor('dan@example.test', ({ subject }) => subject.includes('10:00'));
    await settledLedger(clinic, visit, 2);
    await clinic.db.query(
      `update appointments set starts_at = '2027-03-03T08:30:00', sequence = 1 where id = $1`,
      [visit.id],
    );
    await standIns.mail.waitFor('dan@example.test', ({ subject }) => subject.includes('10:30'));
    expect(standIns.mail.to('dan@example.test')).toHaveLength(2);
  });

  test('an edited text and a changed rule count at once', async () => {
    await clinic.db.query(
      `update message_templates set subject = 'Pe curând, la {{appointment.time}}!'
       where key = 'reminder-24h' and language = 'ro' and channel = 'email'`,
    );
    const eva = await addPatient(clinic, { firstName: 'Eva', email: 'eva@example.test' });
    await addVisit(clinic, practice, eva, tomorrow);
    const mail = await standIns.mail.waitFor('eva@example.test');
    expect(mail.subject).toBe('Pe curând, la 10:00!');
  });

  test('patients who want none get none, and the ledger says why', async () => {
    const ada = await addPatient(clinic, {
      firstName: 'Ada',
      email: 'ada@example.test',
      mobile: '0722 000 002',
      emailReminders: false,
      smsReminders: false,
    });
    const ledger = await settledLedger(clinic, await addVisit(clinic, practice, ada, tomorrow), 2);
    expect(ledger.map(({ state, reason }) => [state, reason])).toEqual([
      ['skipped', 'preference-off'],
      ['skipped', 'preference-off'],
    ]);
    const lia = await addPatient(clinic, { firstName: 'Lia', mobile: 'ask her mother' });
    const without = await settledLedger(clinic, await addVisit(clinic, practice, lia, tomorrow), 2);
    expect(without.map(({ reason }) => reason)).toEqual(['no-address', 'bad-address']);
    expect(standIns.mail.to('ada@example.test')).toEqual([]);
    expect(await standIns.sms('+40722000002')).toEqual([]);
  });

  test('a child is reached through the guarantor', async () => {
    const mother = await addPatient(clinic, { firstName: 'Ema', email: 'ema@example.test' });
    const child = await addPatient(clinic, { firstName: 'Ilinca' });
    await clinic.db.query(
      'insert into patients_guarantor_lnk (patient_id, inv_patient_id) values ($1, $2)',
      [child.id, mother.id],
    );
    await addVisit(clinic, practice, child, tomorrow);
    const mail = await standIns.mail.waitFor('ema@example.test');
    expect(mail.text).toContain('Ilinca');
  });

  test('a refused recipient fails with the server’s words; staff may send again', async () => {
    standIns.mail.refuse((address) =>
      address === 'gone@example.test' ? { code: 550, message: 'no such mailbox' } : undefined,
    );
    const gigi = await addPatient(clinic, { firstName: 'Gigi', email: 'gone@example.test' });
    const visit = await addVisit(clinic, practice, gigi, tomorrow);
    const [failed] = await settledLedger(clinic, visit, 2);
    expect(failed).toMatchObject({ state: 'failed', reason: 'refused', attempts: 1 });
    expect(failed?.detail).toContain('no such mailbox');

    const token = await staffToken(clinic, 'front-desk');
    const path = `/reminders/deliveries/${failed?.id}`;
    const shown = await request(clinic.url).get(path).auth(token, { type: 'bearer' }).expect(200);
    expect(shown.body.data.trace.map(({ what }: { what: string }) => what)).toEqual([
      'planned',
      'failed',
    ]);
    standIns.mail.refuse(() => undefined);
    await request(clinic.url).post(`${path}/resend`).auth(token, { type: 'bearer' }).expect(200);
    await standIns.mail.waitFor('gone@example.test');
    const again = await eventually(async () => {
      const row = (await ledgerOf(clinic, visit))[0];
      return row?.state === 'sent' && row;
    });
    expect(again.attempts).toBe(1);
  });

  test('a temporary failure is tried again', async () => {
    let refusals = 0;
    standIns.mail.refuse((address) =>
      address === 'busy@example.test' && ++refusals === 1
        ? { code: 451, message: 'try later' }
        : undefined,
    );
    const bea = await addPatient(clinic, { firstName: 'Bea', email: 'busy@example.test' });
    const visit = await addVisit(clinic, practice, bea, tomorrow);
    await standIns.mail.waitFor('busy@example.test');
    const [row] = await settledLedger(clinic, visit, 2);
    expect(row).toMatchObject({ state: 'sent', attempts: 2 });
    expect(standIns.mail.to('busy@example.test')).toHaveLength(1);
  });
});
