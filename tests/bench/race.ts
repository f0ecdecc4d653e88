/**
 * `npm run bench -- race [attempts]`: a storm of bookings, holds, moves, cancellations and panel forms on two processes,
 * from 2 to 64 at once, one process killed midway and started anew. Ends with 1 when anything is wrong.
 */
import { withTestServer } from '../../scripts/test-server.ts';
import { openClinic } from '../support/clinic.ts';
import { type StormFigures, storm } from '../support/storm.ts';

const wanted = {
  faults: 0,
  lost: 0,
  untold: 0,
  overlaps: 0,
  doubled: 0,
  loose: 0,
  leftFree: 0,
  deadlocks: 0,
} as const;

const isSound = (figures: StormFigures): boolean =>
  Object.entries(wanted).every(([name, count]) => figures[name as keyof typeof wanted] === count);

const report = ({ answers, seconds, ...counts }: StormFigures): void => {
  console.table({
    ...counts,
    seconds: Math.round(seconds),
    'requests per second': Math.round(counts.requests / seconds),
  });
  console.table(Object.fromEntries(Object.entries(answers).sort()));
};

export const benchRace = async (attempts = 5_000): Promise<boolean> => {
  const concurrencies = [2, 4, 8, 16, 32, 64];
  let deadlocks = 0;
  let sound = false;
  await withTestServer(
    async () => {
      const variables = {
        DATABASE_POOL: '20',
        TRUSTED_PROXIES: '1',
        RATE_LIMIT_SCALE: '1000000',
      };
      const clinic = await openClinic({ processes: 2, variables });
      try {
        console.log(`${attempts} attempts, ${concurrencies.join(', ')} at a time …`);
        const figures = await storm(
          clinic,
          {
            attempts,
            concurrencies,
            patients: 96,
            practitioners: 5,
            assistants: 2,
            chairs: 4,
            pieces: 2,
            days: 5,
            seed: 20_260_101,
            kills: 1,
          },
          console.log,
        );
        report(figures);
        const complaints = clinic.servers
          .flatMap((server) => server.log().split('\n'))
          .filter((line) => /error|exception/i.test(line));
        for (const line of complaints.slice(0, 20)) console.log(line);
        sound = isSound(figures);
      } finally {
        await clinic.close();
      }
    },
    {
      onLog: (lines) => {
        deadlocks += lines.split('\n').filter((line) => /deadlock detected/.test(line)).length;
      },
    },
  );
  console.log(`Deadlocks in PostgreSQL's log: ${deadlocks}.`);
  const passed = sound && deadlocks === 0;
  console.log(passed ? 'The race was fair: every place at most once.' : 'The race was NOT fair.');
  return passed;
};
