import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { race } from '../../tests/support/race.ts';

describe('a race for the same times', () => {
  let clinic: Clinic;
  beforeAll(async () => {
    clinic = await openClinic({ processes: 2 });
  });
  afterAll(() => clinic.close());

  test('two processes, many patients: every slot at most once, every loser told so', async () => {
    const { lost, won, ...figures } = await race(clinic, {
      attempts: 600,
      concurrency: 32,
      patients: 24,
      practitioners: 3,
      chairs: 2,
      days: 2,
      seed: 42,
    });
    expect(figures).toMatchObject({
      attempts: 600,
      doubled: 0,
      overlaps: 0,
      unaccounted: 0,
      leftFree: 0,
      deadlocks: 0,
      complaints: [],
    });
    expect(won).toBeGreaterThan(20);
    expect(Object.keys(lost).sort()).toEqual(['409 PATIENT_BUSY', '409 SLOT_TAKEN']);
  });
});
