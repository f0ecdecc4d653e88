import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { storm } from '../../tests/support/storm.ts';

describe('a storm of bookings, holds, moves, cancellations and the panel', () => {
  let clinic: Clinic;
  beforeAll(async () => {
    clinic = await openClinic({ processes: 2, variables: { TRUSTED_PROXIES: '1' } });
  });
  afterAll(() => clinic.close());

  test('nothing overlaps, nothing is lost, nobody meets a fault', async () => {
    const { answers, ...figures } = await storm(clinic, {
      attempts: 500,
      concurrencies: [24],
      patients: 16,
      practitioners: 3,
      assistants: 2,
      chairs: 3,
      pieces: 1,
      days: 1,
      seed: 7,
      kills: 0,
    });
    expect(figures).toMatchObject({
      faults: 0,
      cut: 0,
      lost: 0,
      untold: 0,
      overlaps: 0,
      doubled: 0,
      loose: 0,
      leftFree: 0,
      deadlocks: 0,
    });
    expect(figures.assisted).toBeGreaterThan(0);
    expect(Object.keys(answers)).toEqual(
      expect.arrayContaining(['book hold: 201', 'move: 200', 'cancel: 200', 'panel: 201']),
    );
  });
});
