/** Many patients at once after the same times, over HTTP, and what the database says afterwards. */
import type { Clinic } from './clinic.ts';
import { addLocation, addPatient, idOf, signIn, weekdays } from './schedule.ts';

interface Attempt {
  readonly practitioner: string;
  readonly start: string;
  readonly patient: string;
}

interface Outcome extends Attempt {
  readonly status: number;
  readonly code: string;
  /** Document id of the booking that was won. */
  readonly booking: string | undefined;
  readonly milliseconds: number;
}

export interface RaceFigures {
  readonly attempts: number;
  readonly seconds: number;
  readonly won: number;
  /** Losers by status and code, such as `409 SLOT_TAKEN`. */
  readonly lost: Readonly<Record<string, number>>;
  readonly p50: number;
  readonly p99: number;
  /** Starts that more than one patient wanted. */
  readonly contested: number;
  /** Starts that were booked more than once. */
  readonly doubled: number;
  /** Pairs of claims of one practitioner, chair or patient that overlap. */
  readonly overlaps: number;
  /** Winners without their appointment and claims, or appointments nobody was told of. */
  readonly unaccounted: number;
  /** Wanted starts left free although somebody was told that they were taken. */
  readonly leftFree: number;
  readonly deadlocks: number;
  /** What looks wrong in the logs of the processes. */
  readonly complaints: readonly string[];
}

export interface Plan {
  readonly attempts: number;
  readonly concurrency: number;
  readonly patients: number;
  readonly practitioners: number;
  readonly chairs: number;
  readonly days: number;
  readonly seed: number;
}

/** A Monday in the future of any run of the tests, in UTC. */
const monday = Date.UTC(2031, 2, 3);
const day = 86_400_000;
const quarter = 900_000;

/** Mulberry32: the same race for the same seed. */
export const randomOf = (seed: number) => {
  let state = seed >>> 0;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
};

const prepare = async (clinic: Clinic, plan: Plan): Promise<Map<string, string>> => {
  await addLocation(clinic.db, 'Race', {
    zone: 'UTC',
    chairs: plan.chairs,
    practitioners: Array.from({ length: plan.practitioners }, (_, n) => ({
      name: `racer ${n}`,
      hours: weekdays.map((weekday) => [weekday, '08:00', '16:00'] as const),
    })),
    types: [{ name: 'Race visit', duration: 30, values: { horizon_days: 7300 } }],
  });
  const tokens = new Map<string, string>();
  for (let n = 0; n < plan.patients; n++) {
    const name = `runner-${n}`;
    await addPatient(clinic.db, name);
    tokens.set(name, await signIn(clinic.url, name));
  }
  return tokens;
};

const attempt = async (url: string, token: string, wanted: Attempt): Promise<Outcome> => {
  const began = performance.now();
  const answer = await fetch(`${url}/api/scheduling/bookings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({
      appointmentType: idOf('Race visit'),
      location: idOf('Race'),
      practitioner: wanted.practitioner,
      start: wanted.start,
    }),
  });
  const body = (await answer.json()) as {
    data?: { documentId: string } | null;
    error?: { code: string };
  };
  return {
    ...wanted,
    status: answer.status,
    code: body.error?.code ?? '',
    booking: body.data?.documentId,
    milliseconds: performance.now() - began,
  };
};

const planned = (plan: Plan, patients: readonly string[]): Attempt[] => {
  const random = randomOf(plan.seed);
  return Array.from({ length: plan.attempts }, () => ({
    practitioner: idOf(`racer ${random(plan.practitioners)}`),
    start: new Date(
      monday + random(plan.days) * day + 8 * 4 * quarter + random(31) * quarter,
    ).toISOString(),
    patient: patients[random(patients.length)] as string,
  }));
};

const overlapping = `
select count(*)::int as n from time_claims a join time_claims b
  on a.resource_kind = b.resource_kind and a.resource_id = b.resource_id and a.id < b.id and a.during && b.during`;

const overlappingVisits = (noun: string) => `
select count(*)::int as n
from appointments a join appointments_${noun}_lnk al on al.appointment_id = a.id
join appointments_${noun}_lnk bl on bl.${noun}_id = al.${noun}_id and bl.appointment_id > al.appointment_id
join appointments b on b.id = bl.appointment_id
where a.starts_at >= $1 and b.starts_at >= $1 and a.starts_at < b.ends_at and b.starts_at < a.ends_at
  and a.status = 'confirmed' and b.status = 'confirmed'`;

/** Runs a race over all processes of a clinic and looks at what it left. */
export const race = async (clinic: Clinic, plan: Plan): Promise<RaceFigures> => {
  const tokens = await prepare(clinic, plan);
  const attempts = planned(plan, [...tokens.keys()]);
  const outcomes: Outcome[] = [];
  const began = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: plan.concurrency }, async () => {
      for (let mine = next++; mine < attempts.length; mine = next++) {
        const wanted = attempts[mine] as Attempt;
        const server = clinic.servers[mine % clinic.servers.length];
        const token = tokens.get(wanted.patient);
        if (server && token) outcomes.push(await attempt(server.url, token, wanted));
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;

  const one = async (sql: string, values: unknown[] = []): Promise<number> =>
    (await clinic.db.query(sql, values)).rows[0].n;
  const since = [new Date(monday)];
  const winners = outcomes.filter(({ status }) => status === 201);
  const { rows: booked } = await clinic.db.query<{
    document_id: string;
    start: Date;
    practitioner: string;
    claims: number;
  }>(
    `select a.document_id, a.starts_at as start, p.document_id as practitioner,
       (select count(*)::int from time_claims c where c.source_id = a.document_id) as claims
     from appointments a join appointments_practitioner_lnk l on l.appointment_id = a.id
     join practitioners p on p.id = l.practitioner_id where a.starts_at >= $1`,
    since,
  );
  const told = new Set(winners.map(({ booking }) => booking));
  const { rows: free } = await clinic.db.query<{ practitioner: string; start: Date }>(
    `select wanted.practitioner, wanted.start
     from unnest($1::text[], $2::timestamptz[]) as wanted (practitioner, start)
     where not exists (select from time_claims c where c.resource_id = wanted.practitioner
         and c.during && tstzrange(wanted.start, wanted.start + interval '30 minutes'))
       and exists (select from chairs_location_lnk cl join chairs ch on ch.id = cl.chair_id
         join locations l on l.id = cl.location_id and l.document_id = $3
         where not exists (select from time_claims c where c.resource_id = ch.document_id
           and c.during && tstzrange(wanted.start, wanted.start + interval '30 minutes')))`,
    [
      outcomes.filter((o) => o.code === 'SLOT_TAKEN').map((o) => o.practitioner),
      outcomes.filter((o) => o.code === 'SLOT_TAKEN').map((o) => o.start),
      idOf('Race'),
    ],
  );
  const wantedBy = new Map<string, Set<string>>();
  for (const { practitioner, start, patient } of attempts) {
    const key = `${practitioner} ${start}`;
    wantedBy.set(key, (wantedBy.get(key) ?? new Set()).add(patient));
  }
  const lost: Record<string, number> = {};
  for (const { status, code } of outcomes)
    if (status !== 201) lost[`${status} ${code}`] = (lost[`${status} ${code}`] ?? 0) + 1;
  const times = outcomes.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const quantile = (q: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * q))] ?? 0;
  const places = booked.map((b) => `${b.practitioner} ${b.start.toISOString()}`);
  return {
    attempts: outcomes.length,
    seconds,
    won: winners.length,
    lost,
    p50: quantile(0.5),
    p99: quantile(0.99),
    contested: [...wantedBy.values()].filter((who) => who.size > 1).length,
    doubled: places.length - new Set(places).size,
    overlaps:
      (await one(overlapping)) +
      (await one(overlappingVisits('practitioner'), since)) +
      (await one(overlappingVisits('chair'), since)) +
      (await one(overlappingVisits('patient'), since)),
    unaccounted:
      booked.filter((b) => b.claims !== 3 || !told.has(b.document_id)).length +
      Math.abs(told.size - booked.length),
    leftFree: free.length,
    deadlocks: await one(
      'select deadlocks::int as n from pg_stat_database where datname = current_database()',
    ),
    complaints: clinic.servers.flatMap((server) =>
      server
        .log()
        .split('\n')
        .filter((line) => /deadlock|error|exception/i.test(line)),
    ),
  };
};
