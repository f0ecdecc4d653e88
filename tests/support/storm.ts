/** Bookings, holds, moves, cancellations and the panel's own forms at once after the same times, processes killed midway. */
import type { Clinic, Server } from './clinic.ts';
import { randomOf } from './race.ts';
import { idOf } from './schedule.ts';
import {
  assistedVisit,
  day,
  halfHour,
  location,
  monday,
  plainVisit,
  practitionerNamed,
  prepareStorm,
  type StormPlan,
} from './storm-clinic.ts';
import { accountOf, deadlocksOf, freeTimes, proofOf, type StormProof } from './storm-proof.ts';

export interface StormFigures extends StormProof {
  readonly requests: number;
  readonly seconds: number;
  /** Answers by what was asked, status and code. */
  readonly answers: Readonly<Record<string, number>>;
  /** Answers that are neither a success nor a 409. */
  readonly faults: number;
  /** Requests that died with a killed process. */
  readonly cut: number;
  /** Visits that somebody was told of and that are not there. */
  readonly lost: number;
  /** Visits that nobody was told of, beyond those whose answer died with its process. */
  readonly untold: number;
  /** Free times that could not be booked when all was over, and how many could. */
  readonly leftFree: number;
  readonly filled: number;
  readonly deadlocks: number;
}

interface Told {
  readonly documentId?: string;
  readonly id?: string;
}

const panel = '/content-manager/collection-types/api::appointment.appointment';

/** Runs a storm over all processes of a clinic and looks at what it left. Now and then `say` hears how far it is. */
export const storm = async (
  clinic: Clinic,
  plan: StormPlan,
  say: (line: string) => void = () => undefined,
): Promise<StormFigures> => {
  const people = await prepareStorm(clinic, plan);
  const random = randomOf(plan.seed);
  const alive: Server[] = [...clinic.servers];
  const own = new Map<string, string[]>(people.patients.map((name) => [name, []]));
  const answers: Record<string, number> = {};
  const told: string[] = [];
  let [cut, faults, requests] = [0, 0, 0];

  const send = async (
    what: string,
    path: string,
    token: string,
    body: object,
    method = 'POST',
  ): Promise<Told | undefined> => {
    const server = alive[requests++ % alive.length] as Server;
    try {
      const answer = await fetch(`${server.url}${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
          'x-forwarded-for': `10.${random(256)}.${random(256)}.${random(256)}`,
        },
        body: JSON.stringify(body),
      });
      const { data, error } = (await answer.json()) as {
        data?: Told | null;
        error?: { code: string };
      };
      const name = `${what}: ${answer.status} ${error?.code ?? ''}`.trim();
      answers[name] = (answers[name] ?? 0) + 1;
      if (!answer.ok && answer.status !== 409) faults += 1;
      return answer.ok ? (data ?? undefined) : undefined;
    } catch (error) {
      if (alive.includes(server)) throw error;
      cut += 1;
      return undefined;
    }
  };

  /** A booking whose answer counts: whoever got it has a visit. */
  const booking = async (
    what: string,
    path: string,
    token: string,
    body: object,
    mine: string[],
  ) => {
    const made = await send(what, path, token, body);
    if (!made?.documentId) return;
    mine.push(made.documentId);
    told.push(made.documentId);
  };

  const turn = async (): Promise<void> => {
    const patient = people.patients[random(people.patients.length)] as string;
    const mine = own.get(patient) as string[];
    const type = random(3) === 0 ? assistedVisit : plainVisit;
    const startsAt = monday + random(plan.days) * day + 16 * halfHour + random(31) * (halfHour / 2);
    const start = new Date(startsAt).toISOString();
    const practitioner = practitionerNamed(random(plan.practitioners));
    const place = { appointmentType: type, location, start };
    const [dice, second] = [random(100), random(10)];
    const token = await people.patient(patient);
    if (dice < 45 || (dice >= 68 && dice < 94 && mine.length === 0)) {
      const who = second < 3 ? {} : { practitioner };
      await booking('book', '/api/scheduling/bookings', token, { ...place, ...who }, mine);
    } else if (dice < 68) {
      const held = await send('hold', '/api/scheduling/holds', token, { ...place, practitioner });
      if (!held?.id) return;
      if (second < 6)
        await booking('book hold', '/api/scheduling/bookings', token, { hold: held.id }, mine);
      else if (second < 9)
        await send('release', `/api/scheduling/holds/${held.id}/release`, token, {});
    } else if (dice < 80) {
      const path = `/api/scheduling/bookings/${mine[random(mine.length)]}/reschedule`;
      await send('move', path, token, { start, practitioner });
    } else if (dice < 90) {
      const [visit] = mine.splice(random(mine.length), 1);
      await send('cancel', `/api/scheduling/bookings/${visit}/cancel`, token, {});
    } else if (dice < 94) {
      const visit = mine[random(mine.length)];
      await send(
        'panel move',
        `${panel}/${visit}`,
        await people.desk(),
        { startsAt: start },
        'PUT',
      );
    } else {
      const connect = (id: string) => ({ connect: [{ documentId: id }] });
      const form = {
        patient: connect(idOf(patient)),
        practitioner: connect(practitioner),
        location: connect(location),
        appointmentType: connect(type),
        startsAt: start,
        status: 'confirmed',
      };
      await booking('panel', panel, await people.desk(), form, mine);
    }
  };

  let turns = 0;
  const killing = async (): Promise<void> => {
    for (let kill = 1; kill <= plan.kills; kill++) {
      while (turns < (plan.attempts * kill) / (plan.kills + 1))
        await new Promise((resolve) => setTimeout(resolve, 20));
      (alive.pop() as Server).process.kill('SIGKILL');
      alive.push(await clinic.startCms());
    }
  };
  const began = performance.now();
  const killed = killing();
  for (const [index, concurrency] of plan.concurrencies.entries()) {
    const until = Math.round((plan.attempts * (index + 1)) / plan.concurrencies.length);
    await Promise.all(
      Array.from({ length: concurrency }, async () => {
        while (turns < until) {
          turns += 1;
          if (turns % 1000 === 0) say(`${turns} of ${plan.attempts}, ${faults} faults`);
          await turn();
        }
      }),
    );
  }
  await killed;
  const seconds = (performance.now() - began) / 1000;

  const midway = await proofOf(clinic.db);
  for (const { practitioner, at, type } of await freeTimes(clinic.db, plan.days)) {
    const [before, taken] = [told.length, answers['fill: 409 SLOT_TAKEN'] ?? 0];
    const start = at.toISOString();
    for (const patient of people.patients) {
      const place = { appointmentType: type, location, start, practitioner };
      const token = await people.patient(patient);
      await booking('fill', '/api/scheduling/bookings', token, place, []);
      if (told.length > before || (answers['fill: 409 SLOT_TAKEN'] ?? 0) > taken) break;
    }
  }
  const { lost, untold } = await accountOf(clinic.db, told);
  const after = await proofOf(clinic.db);
  return {
    requests,
    seconds,
    answers,
    faults,
    cut,
    lost,
    untold: Math.max(0, untold - cut),
    overlaps: midway.overlaps + after.overlaps,
    doubled: midway.doubled + after.doubled,
    loose: midway.loose + after.loose,
    assisted: after.assisted,
    leftFree: (await freeTimes(clinic.db, plan.days)).length,
    filled: answers['fill: 201'] ?? 0,
    deadlocks: await deadlocksOf(clinic.db),
  };
};
