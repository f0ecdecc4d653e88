/** `npm run bench -- refresh [races]`: refresh tokens used twice, on two processes. Ends with 1 when a session outlives it. */
import { withTestServer } from '../../scripts/test-server.ts';
import { openClinic } from '../support/clinic.ts';
import { raceReuse } from '../support/sessions.ts';

export const benchRefresh = async (races = 10_000): Promise<boolean> => {
  let passed = false;
  await withTestServer(async () => {
    const clinic = await openClinic({
      processes: 2,
      variables: { DATABASE_POOL: '20', RATE_LIMIT_SCALE: '1000000' },
    });
    try {
      console.log(`${races} races of refresh tokens on 2 processes …`);
      const began = performance.now();
      const { unexpected, ...figures } = await raceReuse(clinic, races);
      const seconds = Math.round((performance.now() - began) / 1000);
      console.table({ ...figures, unexpected: unexpected.length, seconds });
      passed = figures.survived === 0 && figures.harmed === 0 && unexpected.length === 0;
    } finally {
      await clinic.close();
    }
  });
  console.log(
    passed
      ? 'Every copied token ended its session; no lost answer did.'
      : 'A session outlived a copy, or a lost answer ended one.',
  );
  return passed;
};
