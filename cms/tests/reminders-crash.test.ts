import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { type StandIns, startStandIns } from '../../tests/support/stand-ins.ts';
import { addPatient, addPractice, addVisit, eventually } from './reminders-fixtures.ts';

const visits = 60;
const number = (index: number) => `+407220001${String(index).padStart(2, '0')}`;
const address = (index: number) => `p${index}@example.test`;

describe('two processes send reminders and one of them is killed in the middle', () => {
  let standIns: StandIns;
  let clinic: Clinic;
  beforeAll(async () => {
    standIns = await startStandIns();
    standIns.mail.delay(40);
    clinic = await openClinic({
      processes: 2,
      variables: {
        ...standIns.variables,
        CLOCK_START: '2027-03-02T09:00:00Z',
        REMINDER_TICK_SECONDS: '1',
        REMINDER_LEASE_SECONDS: '4',
      },
    });
  });
  afterAll(async () => {
    await clinic.close();
    await standIns.stop();
  });

  const count = async (condition: string): Promise<number> => {
    const { rows } = await clinic.db.query(
      `select count(*)::int n from deliveries where ${condition}`,
    );
    return rows[0].n;
  };

  test('each reminder arrives once, and none is lost', async () => {
    const practice = await addPractice(clinic);
    for (let index = 0; index < visits; index++) {
      const patient = await addPatient(clinic, {
        firstName: `P${index}`,
        email: address(index),
        mobile: number(index),
      });
      const minutes = String(index).padStart(2, '0');
      await addVisit(clinic, practice, patient, `2027-03-03T07:${minutes}:00Z`);
    }
    await eventually(async () => standIns.mail.mails.length >= 15);
    const inFlight = await count(`state in ('leased', 'handing-over')`);
    clinic.servers[0]?.process.kill('SIGKILL');
    expect(inFlight).toBeGreaterThan(0);
    expect(await count(`state not in ('sent', 'unconfirmed')`)).toBeGreaterThan(10);

    await eventually(
      async () =>
        (await count('true')) === visits * 2 &&
        (await count(`state in ('sent', 'unconfirmed')`)) === visits * 2,
      60,
    );
    const texts = await standIns.sms();
    const tally = Array.from({ length: visits }, (_, index) => [
      standIns.mail.to(address(index)).length,
      texts.filter(({ to }) => to === number(index)).length,
    ]);
    expect(tally).toEqual(Array.from({ length: visits }, () => [1, 1]));
  });
});
