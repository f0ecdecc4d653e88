/** Bookings, holds, moves, cancellations and the panel's own form at once after the same times, a process killed midway. */
import type { Clinic, Server } from './clinic.ts';
import { staffToken } from './people.ts';
import { day, monday, overlapping, type Plan, prepare, quarter, randomOf } from './race.ts';
import { idOf } from './schedule.ts';

export interface MixedFigures {
  readonly requests: number;
  readonly seconds: number;
  /** Answers by what was asked, status and code. */
  readonly answers: Readonly<Record<string, number>>;
  /** Requests that died with the killed process. */
  readonly cut: number;
  readonly overlaps: number;
  /** Visits whose claims are not theirs, and claims that are nobody's. */
  readonly loose: number;
  /** Free times that could not be booked when all was over. */
  readonly leftFree: number;
  readonly deadlocks: number;
}

const looseOnes = `
select count(*)::int as n from (
  select a.id from appointments a left join time_claims c on c.source_kind = 'appointment' and c.source_id = a.document_id
  where a.starts_at >= $1 group by a.id, a.status
  having count(c.id) <> case when a.status = 'cancelled' then 0 else 3 end
  union all
  select c.id from time_claims c where c.source_kind = 'hold' and not exists (select from holds h where h.id = c.source_id)
  union all
  select c.id from time_claims c where c.source_kind = 'appointment' and lower(c.during) >= $1
    and not exists (select from appointments a where a.document_id = c.source_id)
) odd`;

const freeTimes = `
select p.document_id as practitioner, at
from practitioners p join practitioners_locations_lnk pl on pl.practitioner_id = p.id
join locations l on l.id = pl.location_id and l.document_id = $1,
  generate_series($2::timestamptz, $2::timestamptz + ($3::int - 1) * interval '1 day', interval '1 day') date,
  generate_series(date + interval '8 hours', date + interval '15 hours 30 minutes', interval '30 minutes') at
where not exists (select from time_claims c where c.resource_id = p.document_id and c.expires_at is null
    and c.during && tstzrange(at, at + interval '30 minutes'))
  and exists (select from chairs x join chairs_location_lnk xl on xl.chair_id = x.id and xl.location_id = l.id
    where not exists (select from time_claims c where c.resource_id = x.document_id and c.expires_at is null
      and c.during && tstzrange(at, at + interval '30 minutes')))`;

export const mixedRace = async (
  clinic: Clinic,
  plan: Plan,
  kill: boolean,
): Promise<MixedFigures> => {
  const tokens = await prepare(clinic, plan);
  const desk = await staffToken(clinic, 'clinic-admin');
  const people = [...tokens.keys()];
  const random = randomOf(plan.seed);
  const alive: Server[] = [...clinic.servers];
  const own = new Map<string, string[]>(people.map((name) => [name, []]));
  const answers: Record<string, number> = {};
  let cut = 0;
  let requests = 0;

  const send = async (what: string, path: string, token: string | undefined, body: object) => {
    const server = alive[requests++ % alive.length] as Server;
    try {
      const answer = await fetch(`${server.url}${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
          'x-forwarded-for': `10.0.${random(200)}.${random(200)}`,
        },
        body: JSON.stringify(body),
      });
      const told = (await answer.json()) as {
        data?: { documentId?: string; id?: string } | null;
        error?: { code: string };
      };
      const name = `${what}: ${answer.status} ${told.error?.code ?? ''}`.trim();
      answers[name] = (answers[name] ?? 0) + 1;
      return answer.ok ? told.data : undefined;
    } catch (error) {
      if (alive.includes(server)) throw error;
      cut += 1;
      return undefined;
    }
  };

  const turn = async () => {
    const patient = people[random(people.length)] as string;
    const token = tokens.get(patient);
    const mine = own.get(patient) as string[];
    const start = new Date(
      monday + random(plan.days) * day + 32 * quarter + random(31) * quarter,
    ).toISOString();
    const practitioner = idOf(`racer ${random(plan.practitioners)}`);
    const place = { appointmentType: idOf('Race visit'), location: idOf('Race'), start };
    const dice = random(100);
    if (dice < 50 || (dice < 96 && dice >= 75 && mine.length === 0)) {
      const who = dice % 4 === 0 ? {} : { practitioner };
      const made = await send('book', '/api/scheduling/bookings', token, { ...place, ...who });
      if (made?.documentId) mine.push(made.documentId);
    } else if (dice < 75) {
      const held = await send('hold', '/api/scheduling/holds', token, { ...place, practitioner });
      if (!held?.id) return;
      const then = random(10);
      if (then < 6) {
        const made = await send('book hold', '/api/scheduling/bookings', token, { hold: held.id });
        if (made?.documentId) mine.push(made.documentId);
      } else if (then < 9)
        await send('release', `/api/scheduling/holds/${held.id}/release`, token, {});
    } else if (dice < 88) {
      const visit = mine[random(mine.length)];
      await send('move', `/api/scheduling/bookings/${visit}/reschedule`, token, {
        start,
        practitioner,
      });
    } else if (dice < 96) {
      const [visit] = mine.splice(random(mine.length), 1);
      await send('cancel', `/api/scheduling/bookings/${visit}/cancel`, token, {});
    } else {
      const connect = (id: string) => ({ connect: [{ documentId: id }] });
      await send('panel', '/content-manager/collection-types/api::appointment.appointment', desk, {
        patient: connect(idOf(patient)),
        practitioner: connect(practitioner),
        location: connect(idOf('Race')),
        appointmentType: connect(idOf('Race visit')),
        startsAt: start,
        status: 'confirmed',
      });
    }
  };

  const began = performance.now();
  let turns = 0;
  const killed = (async () => {
    if (!kill) return;
    while (turns < plan.attempts / 2) await new Promise((resolve) => setTimeout(resolve, 20));
    const victim = alive.pop() as Server;
    victim.process.kill('SIGKILL');
    alive.push(await clinic.startCms());
  })();
  await Promise.all(
    Array.from({ length: plan.concurrency }, async () => {
      while (turns++ < plan.attempts) await turn();
    }),
  );
  await killed;
  const seconds = (performance.now() - began) / 1000;

  const one = async (sql: string, values: unknown[] = []): Promise<number> =>
    (await clinic.db.query(sql, values)).rows[0].n;
  const loose = await one(looseOnes, [new Date(monday)]);
  const overlaps = await one(overlapping);
  await clinic.db.query(
    `update time_claims set expires_at = '2020-01-01' where expires_at is not null`,
  );
  await clinic.db.query(`update holds set expires_at = '2020-01-01'`);
  const { rows: free } = await clinic.db.query<{ practitioner: string; at: Date }>(freeTimes, [
    idOf('Race'),
    new Date(monday),
    plan.days,
  ]);
  for (const { practitioner, at } of free) {
    const taken = answers['fill: 409 SLOT_TAKEN'] ?? 0;
    for (const patient of people) {
      const made = await send('fill', '/api/scheduling/bookings', tokens.get(patient), {
        appointmentType: idOf('Race visit'),
        location: idOf('Race'),
        start: at.toISOString(),
        practitioner,
      });
      if (made || (answers['fill: 409 SLOT_TAKEN'] ?? 0) > taken) break;
    }
  }
  const { rows: still } = await clinic.db.query(freeTimes, [
    idOf('Race'),
    new Date(monday),
    plan.days,
  ]);
  return {
    requests,
    seconds,
    answers,
    cut,
    overlaps: overlaps + (await one(overlapping)),
    loose: loose + (await one(looseOnes, [new Date(monday)])),
    leftFree: still.length,
    deadlocks: await one(
      'select deadlocks::int as n from pg_stat_database where datname = current_database()',
    ),
  };
};
