/** `npm run bench -- audit-cost [bookings]`: what the trail adds to a booking over HTTP. */
import { withTestServer } from '../../scripts/test-server.ts';
import { type Clinic, openClinic } from '../support/clinic.ts';
import { addLocation, addPatient, idOf, signIn, weekdays } from '../support/schedule.ts';

/** A Monday in the future of any run, in UTC. */
const monday = Date.UTC(2031, 2, 3);
const day = 86_400_000;
const patients = 40;
/** Bookings with the trail and without it take turns in blocks, so that both meet the same weather. */
const block = 20;

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** Drops every row before it reaches the trail: the statement is the same, its insert, indexes and triggers are not run. */
const prepareLeavingOut = (clinic: Clinic) =>
  clinic.db.query(
    `create function audit_left_out() returns trigger language plpgsql as 'begin return null; end';
     create trigger audit_left_out before insert on audit_entries for each row execute function audit_left_out();
     alter table audit_entries disable trigger audit_left_out`,
  );

const leaveOut = (clinic: Clinic, out: boolean) =>
  clinic.db.query(`alter table audit_entries ${out ? 'enable' : 'disable'} trigger audit_left_out`);

const book = async (clinic: Clinic, token: string, n: number): Promise<void> => {
  const [week, slot] = [Math.floor(n / 70), n % 70];
  const start =
    monday + week * 7 * day + Math.floor(slot / 14) * day + (16 + (slot % 14)) * 1_800_000;
  const answer = await fetch(`${clinic.url}/api/scheduling/bookings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({
      appointmentType: idOf('Cost visit'),
      location: idOf('Cost'),
      practitioner: idOf('cost'),
      start: new Date(start).toISOString(),
    }),
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
};

export const benchAuditCost = async (bookings = 800): Promise<boolean> => {
  let share = Number.NaN;
  await withTestServer(async () => {
    const clinic = await openClinic();
    try {
      await addLocation(clinic.db, 'Cost', {
        zone: 'UTC',
        chairs: 1,
        practitioners: [
          { name: 'cost', hours: weekdays.map((weekday) => [weekday, '08:00', '16:00'] as const) },
        ],
        types: [{ name: 'Cost visit', duration: 30, values: { horizon_days: 7300 } }],
      });
      const tokens: string[] = [];
      for (let n = 0; n < patients; n++) {
        await addPatient(clinic.db, `payer-${n}`);
        tokens.push(await signIn(clinic.url, `payer-${n}`));
      }
      await prepareLeavingOut(clinic);
      const times: Record<'with' | 'without', number[]> = { with: [], without: [] };
      for (let n = 0; n < bookings; n++) {
        const kind = Math.floor(n / block) % 2 === 0 ? 'with' : 'without';
        if (n % block === 0) await leaveOut(clinic, kind === 'without');
        const time = await timed(() => book(clinic, tokens[n % patients] ?? '', n));
        // The first ones of a process warm it up, the first of a block sees the tables anew.
        if (n >= 2 * block && n % block > 1) times[kind].push(time);
      }
      await leaveOut(clinic, false);
      const [full, bare] = [median(times.with), median(times.without)];
      share = (full - bare) / bare;
      console.table({
        'a booking with the trail, ms': Number(full.toFixed(2)),
        'without it, ms': Number(bare.toFixed(2)),
        'what the trail adds, %': Number((100 * share).toFixed(1)),
      });
    } finally {
      await clinic.close();
    }
  });
  console.log(share <= 0.1 ? 'The trail costs 10 % at most.' : 'The trail costs MORE than 10 %.');
  return share <= 0.1;
};
