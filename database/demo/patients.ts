import { alerts } from './catalogue/alerts.ts';
import { men, streets, surnames, women } from './catalogue/names.ts';
import type { LocationKey } from './catalogue/places.ts';
import { createRandom, type Random } from './random.ts';

export interface Patient {
  readonly documentId: string;
  readonly firstName: string;
  readonly lastName: string;
  /** ISO date. */
  readonly dateOfBirth: string;
  /** Whole years on the clinic's today. */
  readonly age: number;
  readonly sex: 'female' | 'male';
  readonly mobileNumber: string;
  readonly email: string;
  readonly address: string;
  readonly city: string;
  readonly preferredLanguage: 'en' | 'ro';
  readonly smsReminders: boolean;
  readonly location: LocationKey;
  /** The adult who pays, when it is somebody else. */
  readonly guarantor: string | undefined;
  readonly alerts: readonly (typeof alerts)[number][];
  /** Wears braces: comes every month. */
  readonly braces: boolean;
}

/** The patient behind the demo's sign-in to the portal. */
export const portalPatient = { firstName: 'Ana', lastName: 'Marin', email: 'patient@enamel.test' };

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

interface Household {
  readonly surname: string;
  readonly phone: string;
  readonly address: string;
  readonly location: LocationKey;
  readonly language: 'en' | 'ro';
}

/** Ages of the people in a household, the one who pays first. */
const ages = (random: Random): number[] => {
  const adult = random.whole(20, 82);
  const size = random.weighted([
    [1, 45],
    [2, 22],
    [3, 18],
    [4, 12],
    [5, 3],
  ]);
  if (size === 1) return [adult];
  const parent = Math.min(Math.max(adult, 28), 70);
  const others = Array.from({ length: size - 1 }, (_, index) =>
    index === 0 && random.chance(0.7)
      ? Math.max(24, parent + random.whole(-4, 4))
      : Math.max(3, Math.min(parent - 24, random.whole(3, 22))),
  );
  return [parent, ...others];
};

const isLikely = (
  { text }: (typeof alerts)[number],
  { age, sex }: { age: number; sex: Patient['sex'] },
): boolean => {
  if (text === 'Pregnant') return sex === 'female' && age >= 19 && age <= 44;
  return age > 18 || !/Pace|bis|pressure/.test(text);
};

/** Six hundred people in households that share a phone, and often an e-mail address. */
export const buildPatients = (seed: number, today: Temporal.PlainDate, wanted = 600): Patient[] => {
  const random = createRandom(seed, 'patients');
  const patients: Patient[] = [];
  const born = (age: number) =>
    today.subtract({ years: age, days: random.whole(1, 360) }).toString();

  const person = (home: Household, age: number, payer: Patient | undefined, named?: string) => {
    const sex = named || random.chance(0.54) ? ('female' as const) : ('male' as const);
    const firstName = named ?? random.pick(sex === 'female' ? women : men);
    const number = String(patients.length + 1).padStart(3, '0');
    const sharesMail = payer !== undefined && (age < 16 || random.chance(0.35));
    const patient: Patient = {
      documentId: random.documentId(),
      firstName,
      lastName: home.surname,
      dateOfBirth: born(age),
      age,
      sex,
      mobileNumber: home.phone,
      email: named
        ? portalPatient.email
        : sharesMail
          ? payer.email
          : `${plain(firstName)}.${plain(home.surname)}.${number}@mail.enamel.test`,
      address: home.address,
      city: home.location === 'cluj' ? 'Cluj-Napoca' : 'București',
      preferredLanguage: home.language,
      smsReminders: random.chance(0.9),
      location: home.location,
      guarantor: payer?.documentId,
      alerts: named
        ? [alerts[0]]
        : random.chance(age > 55 ? 0.35 : 0.12)
          ? [random.pick(alerts.filter((alert) => isLikely(alert, { age, sex })))]
          : [],
      braces: home.location === 'cluj' && age >= 9 && age < 36 && random.chance(0.5),
    };
    patients.push(patient);
    return patient;
  };

  for (let household = 0; patients.length < wanted; household++) {
    const first = household === 0;
    const home: Household = {
      surname: first ? portalPatient.lastName : random.pick(surnames),
      phone: `+4070000${String(1000 + household)}`,
      address: `${random.pick(streets)} ${random.whole(1, 140)}`,
      location: first || random.chance(0.66) ? 'cluj' : 'bucharest',
      language: first || random.chance(0.12) ? 'en' : 'ro',
    };
    const [payerAge = 34, ...others] = first ? [34, 36, 7] : ages(random);
    const payer = person(home, payerAge, undefined, first ? portalPatient.firstName : undefined);
    for (const age of others) if (patients.length < wanted) person(home, age, payer);
  }
  return patients;
};
