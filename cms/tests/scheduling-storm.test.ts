import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { mixedRace } from '../../tests/support/mixed-race.ts';

describe('a storm of bookings, holds, moves, cancellations and the panel', () => {
  let clinic: Clinic;
  beforeAll(async () => {
    clinic = await openClinic({ processes: 2, variables: { TRUSTED_PROXIES: '1' } });
  });
  afterAll(() => clinic.close());

  test('nothing overlaps, nothing is lost, nobody meets a fault', async () => {
    const plan = {
      attempts: 500,
      concurrency: 24,
      patients: 16,
      practitioners: 3,
      chairs: 2,
      days: 1,
    };
    const { answers, ...figures } = await mixedRace(clinic, { ...plan, seed: 7 }, false);
    expect(figures).toMatchObject({ cut: 0, overlaps: 0, loose: 0, leftFree: 0, deadlocks: 0 });
    const statuses = Object.keys(answers).map((name) => name.replace(/^[^:]*: (\d+).*$/, '$1'));
    expect([...new Set(statuses)].sort()).toEqual(['200', '201', '409']);
  });
});
