/** `npm run bench -- slots`: the availability engine beside a plain sorted sweep, and its route beside a constant one. */
import assert from 'node:assert/strict';
import { Agent, get } from 'node:http';
import type { Interval } from '@enamel/kernel';
import autocannon from 'autocannon';
import {
  type Rules,
  type Slot,
  slotsOf,
} from '../../plugins/scheduling/server/src/domain/slots/availability.ts';
import { stretchesOf } from '../../plugins/scheduling/server/src/domain/slots/local-time.ts';
import { withTestServer } from '../../scripts/test-server.ts';
import { type Clinic, openClinic } from '../support/clinic.ts';
import { staffToken } from '../support/people.ts';
import { addLocation, idOf, weekdays } from '../support/schedule.ts';

const minute = 60_000;
const day = 1440 * minute;
const begin = Date.UTC(2026, 1, 2);
const workdays = [1, 2, 3, 4, 5];

interface Workload {
  readonly practitioners: number;
  readonly days: number;
  readonly busy: number;
}

const workloads: readonly Workload[] = [
  { practitioners: 1, days: 30, busy: 200 },
  { practitioners: 10, days: 90, busy: 6_000 },
  { practitioners: 50, days: 365, busy: 121_650 },
];

const prepare = ({ practitioners, days, busy }: Workload) => {
  const claims = new Map<string, Interval[]>();
  for (let n = 0; n < busy; n++) {
    const id = `p${n % practitioners}`;
    const list = claims.get(id) ?? [];
    const perDay = busy / practitioners / days;
    const start = begin + (Math.floor(n / practitioners) / perDay) * day;
    // Spread over the working day, some of them side by side, never over one another.
    const dayStart = Math.floor(start / day) * day;
    const turn = ((start - dayStart) / day) * 8 * 60;
    const at = dayStart + (8 * 60 + Math.floor(turn / 5) * 5) * minute;
    list.push({ start: at, end: at + (perDay > 6 ? 30 : 45) * minute });
    claims.set(id, list);
  }
  for (const list of claims.values()) list.sort((a, b) => a.start - b.start);
  const rules: Rules = {
    location: 'centre',
    zone: 'Europe/Bucharest',
    visit: {
      duration: 30,
      bufferBefore: 0,
      bufferAfter: 0,
      step: 15,
      leadTime: 0,
      horizonDays: 730,
      segments: [],
      equipment: [],
    },
    practitioners: Array.from({ length: practitioners }, (_, n) => ({
      id: `p${n}`,
      off: [],
      hours: workdays.map((weekday) => ({
        weekday,
        from: 9 * 60,
        to: 17 * 60,
        available: true,
        validFrom: null,
        validUntil: null,
        weeks: 'every' as const,
        instead: false,
      })),
    })),
    chairs: [{ id: 'chair', off: [] }],
    assistants: [],
    equipment: [],
    holidays: [],
    closed: [],
  };
  return { rules, claims, span: { start: begin, end: begin + days * day } };
};

/** The working days of a workload as instants. */
const shiftsOf = ({ zone }: Rules, { start, end }: Interval): Interval[] => {
  const shifts: Interval[] = [];
  for (let date = start; date < end; date += day) {
    const local = new Date(date).toISOString().slice(0, 10);
    const at = (clock: string) => Temporal.ZonedDateTime.from(`${local}T${clock}[${zone}]`);
    if (at('09:00').dayOfWeek > 5) continue;
    shifts.push({ start: at('09:00').epochMilliseconds, end: at('17:00').epochMilliseconds });
  }
  return shifts;
};

/** What one would write without zones, chairs, buffers, time off or validity, the shifts given: sort, walk, push. */
const plainSweep = (
  { practitioners, location }: Rules,
  claims: ReadonlyMap<string, Interval[]>,
  shifts: readonly Interval[],
) => {
  const slots: Slot[] = [];
  for (const { id } of practitioners) {
    const busy = [...(claims.get(id) ?? [])].sort((a, b) => a.start - b.start);
    let i = 0;
    for (const { start, end } of shifts)
      for (let at = start; at + 30 * minute <= end; at += 15 * minute) {
        while (i < busy.length && (busy[i] as Interval).end <= at) i++;
        const next = busy[i];
        if (next && next.start < at + 30 * minute) continue;
        slots.push({ start: at, end: at + 30 * minute, practitioner: id, location });
      }
  }
  return slots;
};

const half = (times: number[]): number =>
  times.sort((a, b) => a - b)[Math.floor(times.length / 2)] as number;

/** Medians of two pieces of work that take turns, so that both see the same machine. */
const medians = (one: () => unknown, other: () => unknown, rounds: number): [number, number] => {
  const timed = (work: () => unknown) => {
    const began = performance.now();
    work();
    return performance.now() - began;
  };
  for (let n = 0; n < Math.ceil(rounds / 4); n++) {
    one();
    other();
  }
  const times = Array.from({ length: rounds }, () => [timed(one), timed(other)] as const);
  return [half(times.map(([a]) => a)), half(times.map(([, b]) => b))];
};

const benchEngine = () => {
  const figures = workloads.map((workload) => {
    const { rules, claims, span } = prepare(workload);
    const stretches = stretchesOf(rules.zone, span.start, span.end);
    const rounds = workload.busy > 10_000 ? 25 : 1000;
    const found = slotsOf(rules, claims, span, stretches);
    const shifts = shiftsOf(rules, span);
    const plainly = plainSweep(rules, claims, shifts);
    assert.equal(JSON.stringify(found) === JSON.stringify(plainly), true, 'both find the same');
    const [engine, plain] = medians(
      () => slotsOf(rules, claims, span, stretches),
      () => plainSweep(rules, claims, shifts),
      rounds,
    );
    return {
      workload: `${workload.practitioners} × ${workload.days} days, ${workload.busy} busy`,
      slots: found.length,
      'engine ms': Number(engine.toFixed(3)),
      'plain sweep ms': Number(plain.toFixed(3)),
      ratio: Number((engine / plain).toFixed(2)),
    };
  });
  console.log('The engine, medians of one process:');
  console.table(figures);
};

/** A location of ten practitioners whose calendars of a quarter are four fifths full. */
const fill = async (clinic: Clinic): Promise<string> => {
  const names = Array.from({ length: 10 }, (_, n) => `bench ${n}`);
  await addLocation(clinic.db, 'Bench', {
    zone: 'Europe/Bucharest',
    chairs: 10,
    practitioners: names.map((name) => ({
      name,
      hours: weekdays.map((weekday) => [weekday, '09:00', '17:00'] as const),
    })),
    types: [{ name: 'Bench visit', duration: 30, values: { horizon_days: 365 } }],
  });
  await clinic.db.query(
    `insert into time_claims (resource_kind, resource_id, during, source_kind, source_id)
     select kind, id, tstzrange(at, at + interval '30 minutes'), 'block', 'bench'
     from unnest($1::text[], $2::text[]) with ordinality as who (person, chair, n),
       lateral (values ('practitioner', person), ('chair', chair)) as resource (kind, id),
       generate_series(0, 91) as d, generate_series(0, 15) as half,
       lateral (select date_trunc('day', now()) + d * interval '1 day' + interval '6 hours'
         + half * interval '30 minutes' as at) as slot
     where (d * 7 + half * 3 + n) % 5 <> 0`,
    [names.map(idOf), names.map((_, n) => idOf(`Bench chair ${n + 1}`))],
  );
  const from = new Date().toISOString().slice(0, 10);
  return `/api/scheduling/slots?appointmentType=${idOf('Bench visit')}&location=${idOf('Bench')}&from=${from}&days=90`;
};

interface Asked {
  readonly name: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** One request over a connection that stays open, in milliseconds to its last byte. */
const timeOf = ({ url, headers }: Asked, agent: Agent): Promise<number> =>
  new Promise((resolve, reject) => {
    const began = performance.now();
    get(url, { agent, headers }, (answer) => {
      answer.resume();
      answer.on('error', reject);
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve(performance.now() - began)
          : reject(new Error(`${answer.statusCode} ${url}`)),
      );
    }).on('error', reject);
  });

/** Routes asked in turns, so that all see the same machine; each beside the first of them. */
const tailsInTurns = async (routes: readonly Asked[], rounds = 5000) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times = routes.map((): number[] => []);
  for (let round = -500; round < rounds; round++)
    for (const [index, route] of routes.entries()) {
      const took = await timeOf(route, agent);
      if (round >= 0) times[index]?.push(took);
    }
  agent.destroy();
  const at = (sorted: readonly number[] = [], share: number) =>
    sorted[Math.floor(sorted.length * share)] as number;
  const sorted = times.map((list) => list.sort((a, b) => a - b));
  return routes.map(({ name }, index) => ({
    route: name,
    'p50 ms': Number(at(sorted[index], 0.5).toFixed(2)),
    'p99 ms': Number(at(sorted[index], 0.99).toFixed(2)),
    ratio: Number((at(sorted[index], 0.99) / at(sorted[0], 0.99)).toFixed(2)),
  }));
};

const benchRoute = async (): Promise<boolean> => {
  let passed = false;
  await withTestServer(async () => {
    const clinic = await openClinic({ variables: { RATE_LIMIT_SCALE: '1000000' } });
    try {
      const slots = await fill(clinic);
      const desk = await staffToken(clinic, 'clinic-admin');
      const compressed = { 'accept-encoding': 'gzip' };
      const routes = {
        constant: ['/api/kernel/health/live', {}],
        generated: [
          '/api/appointments?pagination[pageSize]=25',
          { authorization: `Bearer ${desk}` },
        ],
        slots: [slots, compressed],
        'slots of anyone': [`${slots}&anyone=1`, compressed],
        'slots, not compressed': [slots, {}],
      } as const;
      const figures: ({ route: string } & Record<string, number | string>)[] = [];
      for (const [route, [path, headers]] of Object.entries(routes)) {
        const url = `${clinic.url}${path}`;
        const body = (await (await fetch(url, { headers })).json()) as { data?: unknown[] };
        await autocannon({ url, headers, connections: 1, duration: 2 });
        const alone = await autocannon({ url, headers, connections: 1, duration: 5 });
        const many = await autocannon({ url, headers, connections: 10, duration: 5 });
        figures.push({
          route,
          entries: body.data?.length ?? 0,
          'p50 ms': alone.latency.p50,
          'p99 ms': alone.latency.p99,
          'requests/s alone': Math.round(alone.requests.average),
          'requests/s of 10': Math.round(many.requests.average),
          'not 200': alone.non2xx + many.non2xx,
        });
      }
      console.log(
        'Over HTTP, 10 practitioners × 90 days, four fifths full; the generated list of 25 visits:',
      );
      console.table(figures);
      const rate = (name: string) =>
        Number(figures.find(({ route }) => route === name)?.['requests/s of 10']);
      const ratio = rate('slots') / rate('generated');
      const tails = await tailsInTurns([
        { name: 'constant', url: `${clinic.url}${routes.constant[0]}`, headers: {} },
        { name: 'slots', url: `${clinic.url}${slots}`, headers: compressed },
        { name: 'slots of anyone', url: `${clinic.url}${slots}&anyone=1`, headers: compressed },
      ]);
      console.log('One after another, in turns:');
      console.table(tails);
      const tail = Math.max(...tails.map(({ ratio: times }) => times));
      console.log(`Their p99, remembered, is ${tail.toFixed(1)} × that of a constant answer.`);
      console.log(`Slots answer ${ratio.toFixed(1)} × the requests/s of the generated list.`);
      passed = ratio >= 5 && tail <= 3 && figures.every((figure) => figure['not 200'] === 0);
    } finally {
      await clinic.close();
    }
  });
  return passed;
};

export const benchSlots = async (): Promise<boolean> => {
  benchEngine();
  return benchRoute();
};
