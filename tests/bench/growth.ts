/**
 * `npm run bench -- growth [visits]`: free slots of a clinic with 10,000 visits beside one with 2,000,000, in turns, so that
 * both see the same machine.
 */
import { withTestServer } from '../../scripts/test-server.ts';
import { addPlaces, bulkPlace, bulkType, writeVisitsInBulk } from '../support/bulk.ts';
import { type Clinic, openClinic } from '../support/clinic.ts';
import { idOf } from '../support/schedule.ts';

const few = 10_000;
const rounds = 60;

const pathOf = () => {
  const from = new Date().toISOString().slice(0, 10);
  return `/api/scheduling/slots?appointmentType=${bulkType}&location=${idOf(bulkPlace)}&from=${from}&days=90`;
};

const timed = async (clinic: Clinic): Promise<{ took: number; slots: number }> => {
  const began = performance.now();
  const answer = await fetch(`${clinic.url}${pathOf()}`, {
    headers: { 'accept-encoding': 'identity' },
  });
  const text = await answer.text();
  const took = performance.now() - began;
  if (!answer.ok) throw new Error(`${answer.status} ${text.slice(0, 300)}`);
  return { took, slots: (JSON.parse(text) as { data: unknown[] }).data.length };
};

const median = (times: number[]): number =>
  times.sort((a, b) => a - b)[Math.floor(times.length / 2)] as number;

/** Medians of both clinics, asked in turns; each answer computed anew unless remembered ones are asked for. */
const compare = async (clinics: readonly [Clinic, Clinic], remembered: boolean) => {
  const times: [number[], number[]] = [[], []];
  let slots = 0;
  for (let round = -5; round < rounds; round++)
    for (const [index, clinic] of clinics.entries()) {
      if (!remembered) await clinic.db.query('insert into schedule_changes default values');
      const answer = await timed(clinic);
      slots = answer.slots;
      if (round >= 0) times[index]?.push(answer.took);
    }
  const [small, large] = [median(times[0]), median(times[1])];
  return {
    answers: remembered ? 'remembered' : 'computed anew',
    slots,
    [`ms at ${few}`]: Number(small.toFixed(2)),
    'ms when grown': Number(large.toFixed(2)),
    ratio: Number((large / small).toFixed(2)),
  };
};

export const benchGrowth = async (visits = 2_000_000): Promise<boolean> => {
  let passed = false;
  await withTestServer(async () => {
    const began = performance.now();
    const say = (what: string) =>
      console.log(`${what} (${Math.round((performance.now() - began) / 1000)} s)`);
    const [small, large] = await Promise.all([openClinic(), openClinic()]);
    try {
      for (const { db } of [small, large]) {
        await addPlaces(db);
        await writeVisitsInBulk(db, 'coming', few);
      }
      say(`${few} visits in both clinics`);
      await writeVisitsInBulk(large.db, 'past', visits - few);
      const { rows } = await large.db.query(
        `select (select count(*) from appointments)::int as visits, (select count(*) from time_claims)::int as claims,
           pg_size_pretty(pg_database_size(current_database())) as size`,
      );
      say(`One has grown: ${JSON.stringify(rows[0])}`);
      const figures = [await compare([small, large], false), await compare([small, large], true)];
      console.table(figures);
      say('Measured');
      passed = figures.every(({ ratio }) => ratio <= 1.3);
      console.log(passed ? 'Free slots do not notice.' : 'Free slots take longer than 1.3 ×.');
    } finally {
      await Promise.all([small.close(), large.close()]);
    }
  });
  return passed;
};
