/** `npm run bench -- booking`: visits that patients book beside visits that the generated REST API creates, in one run. */
import { withTestServer } from '../../scripts/test-server.ts';
import { type Clinic, openClinic } from '../support/clinic.ts';
import { staffToken } from '../support/people.ts';
import { addLocation, addPatient, idOf, signIn, weekdays } from '../support/schedule.ts';

const day = 86_400_000;
const monday = Date.UTC(2031, 2, 3);
const practitioners = 40;
const patients = 40;
const locations = 4;
const connections = 8;

interface Slot {
  readonly practitioner: string;
  readonly location: string;
  readonly patient: string;
  readonly start: string;
}

/** Distinct free slots: each practitioner sees one patient, half an hour after half an hour. */
const slotsFrom = (firstDay: number, count: number): Slot[] =>
  Array.from({ length: count }, (_, n) => {
    const who = n % practitioners;
    const place = Math.floor(n / practitioners);
    const date = firstDay + Math.floor(place / 16);
    const weekday = Math.floor(date / 5) * 7 + (date % 5);
    return {
      practitioner: idOf(`booker ${who}`),
      location: idOf(`Bench ${who % locations}`),
      patient: `guest-${who % patients}`,
      start: new Date(monday + weekday * day + (8 * 60 + (place % 16) * 30) * 60_000).toISOString(),
    };
  });

const prepare = async (clinic: Clinic): Promise<Map<string, string>> => {
  const tokens = new Map<string, string>();
  for (let n = 0; n < locations; n++)
    await addLocation(clinic.db, `Bench ${n}`, {
      zone: 'UTC',
      chairs: practitioners / locations,
      practitioners: Array.from({ length: practitioners / locations }, (_, m) => ({
        name: `booker ${m * locations + n}`,
        hours: weekdays.map((weekday) => [weekday, '08:00', '16:00'] as const),
      })),
      types: [{ name: `Bench visit ${n}`, duration: 30, values: { horizon_days: 7300 } }],
    });
  for (let n = 0; n < patients; n++) {
    await addPatient(clinic.db, `guest-${n}`);
    tokens.set(`guest-${n}`, await signIn(clinic.url, `guest-${n}`));
  }
  return tokens;
};

const typeOf = ({ location }: Slot) => {
  const n = Array.from({ length: locations }, (_, m) => m).find(
    (m) => idOf(`Bench ${m}`) === location,
  );
  return idOf(`Bench visit ${n}`);
};

const measure = async (slots: readonly Slot[], send: (slot: Slot) => Promise<Response>) => {
  const times: number[] = [];
  let next = 0;
  let refused = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let slot = slots[next++]; slot; slot = slots[next++]) {
        const started = performance.now();
        const answer = await send(slot);
        const body = await answer.text();
        times.push(performance.now() - started);
        if (answer.status !== 201 && refused++ === 0)
          console.log(answer.status, body.slice(0, 300));
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const quantile = (q: number) =>
    Math.round((times[Math.floor((times.length - 1) * q)] ?? 0) * 10) / 10;
  return {
    requests: slots.length,
    refused,
    'requests/s': Math.round(slots.length / seconds),
    'p50 ms': quantile(0.5),
    'p99 ms': quantile(0.99),
  };
};

export const benchBooking = async (count = 1500): Promise<boolean> => {
  let passed = false;
  await withTestServer(async () => {
    const clinic = await openClinic({ variables: { RATE_LIMIT_SCALE: '1000000' } });
    try {
      const tokens = await prepare(clinic);
      const desk = await staffToken(clinic, 'clinic-admin');
      const post = (path: string, token: string | undefined, body: object) =>
        fetch(`${clinic.url}/api/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify(body),
        });
      const book = (slot: Slot) =>
        post('scheduling/bookings', tokens.get(slot.patient), {
          appointmentType: typeOf(slot),
          location: slot.location,
          practitioner: slot.practitioner,
          start: slot.start,
        });
      const create = (slot: Slot) =>
        post('appointments', desk, {
          data: {
            patient: idOf(slot.patient),
            practitioner: slot.practitioner,
            location: slot.location,
            appointmentType: typeOf(slot),
            startsAt: slot.start,
            status: 'confirmed',
          },
        });
      const room = Math.ceil(count / practitioners / 16) + 1;
      await measure(slotsFrom(0, 200), book);
      await measure(slotsFrom(2, 100), create);
      const half = Math.floor(count / 2);
      type Figures = Awaited<ReturnType<typeof measure>>;
      const turns: { booking: Figures; generated: Figures }[] = [];
      for (let turn = 0; turn < 2; turn++) {
        const first = 5 + turn * 2 * room;
        turns.push({
          booking: await measure(slotsFrom(first, half), book),
          generated: await measure(slotsFrom(first + room, half), create),
        });
      }
      const rows = turns.flatMap(({ booking, generated }) => [
        { route: 'POST /api/scheduling/bookings', ...booking },
        { route: 'POST /api/appointments (generated)', ...generated },
      ]);
      console.table(rows);
      const sum = (name: 'booking' | 'generated') =>
        turns.reduce((total, turn) => total + turn[name]['requests/s'], 0);
      const ratio = sum('booking') / sum('generated');
      console.log(`Booking answers ${ratio.toFixed(2)} × the requests/s of the generated create.`);
      passed = ratio >= 3 && rows.every(({ refused }) => refused === 0);
    } finally {
      await clinic.close();
    }
  });
  return passed;
};
