/** `npm run bench -- race [attempts]`: bookers on two processes after the same slots. Ends with 1 when anything is wrong. */
import { withTestServer } from '../../scripts/test-server.ts';
import { openClinic } from '../support/clinic.ts';
import { race } from '../support/race.ts';

export const benchRace = async (attempts = 10_000): Promise<boolean> => {
  const complaints: string[] = [];
  let passed = false;
  await withTestServer(
    async () => {
      const clinic = await openClinic({ processes: 2, variables: { DATABASE_POOL: '20' } });
      try {
        console.log(`${attempts} booking attempts, 32 at a time, on 2 processes …`);
        const figures = await race(clinic, {
          attempts,
          concurrency: 32,
          patients: 96,
          practitioners: 5,
          chairs: 4,
          days: 5,
          seed: 20_260_101,
        });
        const { lost, p50, p99, seconds, complaints: own, ...counts } = figures;
        const refused = Object.entries(lost).map(([what, count]) => ({ what, count }));
        console.table({
          ...counts,
          seconds: Math.round(seconds),
          'attempts per second': Math.round(figures.attempts / seconds),
          'p50 ms': Math.round(p50),
          'p99 ms': Math.round(p99),
        });
        console.table(refused);
        complaints.push(...own);
        passed =
          figures.attempts === attempts &&
          refused.every(({ what }) => what.startsWith('409 ')) &&
          [
            figures.doubled,
            figures.overlaps,
            figures.unaccounted,
            figures.leftFree,
            figures.deadlocks,
          ].every((count) => count === 0);
      } finally {
        await clinic.close();
      }
    },
    {
      onLog: (lines) => {
        complaints.push(...lines.split('\n').filter((line) => /deadlock|PANIC|FATAL/.test(line)));
      },
    },
  );
  for (const line of complaints.slice(0, 20)) console.log(line);
  const clean = complaints.every((line) => !/deadlock/i.test(line));
  console.log(
    passed && clean ? 'The race was fair: every slot at most once.' : 'The race was NOT fair.',
  );
  return passed && clean;
};
