/** `npm run bench -- slots`: the availability engine beside a plain sorted sweep, and its route beside a constant one. */
import type { Interval } from '@enamel/kernel';
import autocannon from 'autocannon';
import { type Rules, slotsOf } from '../../plugins/scheduling/server/src/domain/availability.ts';
import { stretchesOf } from '../../plugins/scheduling/server/src/domain/local-time.ts';
import { withTestServer } from '../../scripts/test-server.ts';
import { openClinic } from '../support/clinic.ts';

const minute = 60_000;
const day = 1440 * minute;
const begin = Date.UTC(2026, 1, 2);
const weekdays = [1, 2, 3, 4, 5];

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
      hours: weekdays.map((weekday) => ({
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

/** What one would write without zones, chairs, buffers, time off or validity: sort, walk, push. */
const plainSweep = (rules: Rules, claims: ReadonlyMap<string, Interval[]>, span: Interval) => {
  const slots: { start: number; end: number; practitioner: string; location: string }[] = [];
  for (const { id } of rules.practitioners) {
    const busy = [...(claims.get(id) ?? [])].sort((a, b) => a.start - b.start);
    let i = 0;
    for (let date = span.start; date < span.end; date += day) {
      const weekday = (Math.floor(date / day) + 3) % 7;
      if (weekday > 4) continue;
      const close = date + 15 * 60 * minute;
      for (let at = date + 7 * 60 * minute; at + 30 * minute <= close; at += 15 * minute) {
        while (i < busy.length && (busy[i] as Interval).end <= at) i++;
        const next = busy[i];
        if (next && next.start < at + 30 * minute) continue;
        slots.push({
          start: at,
          end: at + 30 * minute,
          practitioner: id,
          location: rules.location,
        });
      }
    }
  }
  return slots;
};

const median = (work: () => unknown, rounds: number): number => {
  for (let n = 0; n < Math.ceil(rounds / 4); n++) work();
  const times = Array.from({ length: rounds }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  }).sort((a, b) => a - b);
  return times[Math.floor(rounds / 2)] as number;
};

const benchEngine = () => {
  const figures = workloads.map((workload) => {
    const { rules, claims, span } = prepare(workload);
    const stretches = stretchesOf(rules.zone, span.start, span.end);
    const rounds = workload.busy > 10_000 ? 15 : 200;
    let found = 0;
    const engine = median(() => {
      found = slotsOf(rules, claims, span, stretches).length;
    }, rounds);
    const plain = median(() => plainSweep(rules, claims, span), rounds);
    return {
      workload: `${workload.practitioners} × ${workload.days} days, ${workload.busy} busy`,
      slots: found,
      'engine ms': Number(engine.toFixed(3)),
      'plain sweep ms': Number(plain.toFixed(3)),
      ratio: Number((engine / plain).toFixed(2)),
    };
  });
  console.log('The engine, medians of one process:');
  console.table(figures);
};

const benchRoute = () =>
  withTestServer(async () => {
    const clinic = await openClinic();
    try {
      const { rows } = await clinic.db.query(
        `select l.document_id as location, t.document_id as type from locations l, appointment_types t
         where l.active and t.active and t.online_bookable order by l.position, t.position limit 1`,
      );
      const from = new Date().toISOString().slice(0, 10);
      const slots = (days: number) =>
        `/api/scheduling/slots?appointmentType=${rows[0].type}&location=${rows[0].location}&from=${from}&days=${days}`;
      const routes = {
        'constant body': '/api/kernel/health/live',
        'slots, 1 day': slots(1),
        'slots, 7 days': slots(7),
        'slots, 30 days': slots(30),
        'slots, 90 days': slots(90),
      };
      const figures = [];
      for (const [route, path] of Object.entries(routes)) {
        const url = `${clinic.url}${path}`;
        const body = await (await fetch(url)).json();
        await autocannon({ url, connections: 1, duration: 2 });
        const alone = await autocannon({ url, connections: 1, duration: 4 });
        const many = await autocannon({ url, connections: 10, duration: 4 });
        figures.push({
          route,
          slots: (body as { data?: unknown[] }).data?.length ?? '',
          'p50 ms': alone.latency.p50,
          'p99 ms': alone.latency.p99,
          'requests/s alone': Math.round(alone.requests.average),
          'requests/s of 10': Math.round(many.requests.average),
          'not 200': alone.non2xx + many.non2xx,
        });
      }
      console.log('The route over HTTP on the demo clinic:');
      console.table(figures);
    } finally {
      await clinic.close();
    }
  });

export const benchSlots = async (): Promise<boolean> => {
  benchEngine();
  await benchRoute();
  return true;
};
