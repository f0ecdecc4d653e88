/** A small clinic for a storm: everybody wants the same few people, chairs, assistants and devices. */
import { addAssistedLocation } from './assisted.ts';
import type { Clinic } from './clinic.ts';
import { staffToken } from './people.ts';
import { addPatient, idOf, signIn, weekdays } from './schedule.ts';

export interface StormPlan {
  readonly attempts: number;
  /** How many ask at once, each for its share of the attempts. */
  readonly concurrencies: readonly number[];
  readonly patients: number;
  readonly practitioners: number;
  readonly assistants: number;
  readonly chairs: number;
  readonly pieces: number;
  readonly days: number;
  readonly seed: number;
  /** How often a process is killed and another started in its place. */
  readonly kills: number;
}

/** A Monday in the future of any run of the tests, in UTC. */
export const monday = Date.UTC(2031, 2, 3);
export const day = 86_400_000;
export const halfHour = 1_800_000;

export const location = idOf('Storm');
export const plainVisit = idOf('Storm visit');
export const assistedVisit = idOf('Assisted storm visit');
export const practitionerNamed = (n: number): string => idOf(`stormer ${n}`);

/** Tokens live for a quarter of an hour; a storm may last longer. */
const renewAfter = 8 * 60_000;

/** Gives the token of a person, renewed in time. */
const tokens = (ask: (name: string) => Promise<string>) => {
  const known = new Map<string, { token: Promise<string>; at: number }>();
  return (name: string): Promise<string> => {
    const kept = known.get(name);
    if (kept && performance.now() - kept.at < renewAfter) return kept.token;
    const token = ask(name);
    known.set(name, { token, at: performance.now() });
    return token;
  };
};

export interface StormPeople {
  readonly patients: readonly string[];
  /** A patient's bearer token. */
  readonly patient: (name: string) => Promise<string>;
  /** The desk's bearer token. */
  readonly desk: () => Promise<string>;
}

/** Writes the clinic and answers its people. The first process of the clinic is the one that nobody kills. */
export const prepareStorm = async (clinic: Clinic, plan: StormPlan): Promise<StormPeople> => {
  const numbered = (count: number, name: string) =>
    Array.from({ length: count }, (_, n) => `${name} ${n}`);
  await addAssistedLocation(
    clinic.db,
    'Storm',
    {
      zone: 'UTC',
      chairs: plan.chairs,
      practitioners: numbered(plan.practitioners, 'stormer').map((name) => ({
        name,
        hours: weekdays.map((weekday) => [weekday, '08:00', '16:00'] as const),
      })),
      types: ['Storm visit', 'Assisted storm visit'].map((name) => ({
        name,
        duration: 30,
        values: { horizon_days: 7300 },
      })),
    },
    {
      type: 'Assisted storm visit',
      assistants: numbered(plan.assistants, 'storm assistant'),
      kind: 'storm device',
      pieces: numbered(plan.pieces, 'storm piece'),
    },
  );
  const patients = numbered(plan.patients, 'runner').map((name) => name.replace(' ', '-'));
  for (const name of patients) await addPatient(clinic.db, name);
  const patient = tokens((name) => signIn(clinic.url, name));
  const desk = tokens(() => staffToken(clinic, 'clinic-admin'));
  for (const name of patients) await patient(name);
  return { patients, patient, desk: () => desk('desk') };
};
