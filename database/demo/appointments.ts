/** Visits of the demo: shifts filled to about 70 %, each with a chair that is free and a patient who is too. */
import { dateOf, minutes } from './calendar.ts';
import { type LocationKey, locations } from './catalogue/places.ts';
import { type ServiceKey, serviceOf, services } from './catalogue/services.ts';
import type { House } from './clinic.ts';
import { type Patient, portalPatient } from './patients.ts';
import { createRandom, type Random } from './random.ts';
import type { Shift } from './shifts.ts';
import { lifecycle, type VisitState } from './visit-state.ts';

export interface Visit extends VisitState {
  readonly documentId: string;
  readonly practitioner: string;
  readonly location: LocationKey;
  readonly service: ServiceKey;
  /** Document id. */
  readonly chair: string;
  readonly patient: Patient;
  readonly start: number;
  readonly end: number;
  /** When practitioner and chair are free again: the end and the buffer after it. */
  readonly freeAt: number;
}

interface Slot {
  readonly shift: Shift;
  readonly service: ServiceKey;
  readonly start: number;
  readonly end: number;
  readonly freeAt: number;
}

const grid = minutes(15);

/** Fills a part of a shift and spreads what is left over the gaps, in quarter hours. */
const fill = (shift: Shift, random: Random): Slot[] => {
  const total = shift.end - shift.start;
  const wanted = total * (0.62 + random.next() * 0.3);
  const options = services
    .filter(({ key }) => shift.services.includes(key))
    .map(({ key, weight }) => [key, weight] as const);
  const chosen: { service: ServiceKey; length: number; busy: number }[] = [];
  let used = 0;
  for (let attempt = 0; attempt < 20 && used < wanted; attempt++) {
    const service = random.weighted(options);
    const { duration, bufferAfter = 0 } = serviceOf(service);
    const busy = minutes(duration + bufferAfter);
    if (used + busy > Math.min(total, wanted + minutes(20))) continue;
    chosen.push({ service, length: minutes(duration), busy });
    used += busy;
  }
  let spare = Math.floor((total - used) / grid);
  const gaps = chosen.map(() => 0);
  for (; spare > 0; spare--) {
    const place = random.whole(0, chosen.length);
    if (place < chosen.length) gaps[place] = (gaps[place] ?? 0) + 1;
  }
  let cursor = shift.start;
  return chosen.map(({ service, length, busy }, index) => {
    const start = cursor + (gaps[index] ?? 0) * grid;
    cursor = start + busy;
    return { shift, service, start, end: start + length, freeAt: cursor };
  });
};

/** A chair of the right kind at the place that nobody uses until the visit is over. */
const seat = (slots: readonly Slot[], house: House): (Slot & { chair: string })[] => {
  const freeAt = new Map<string, number>();
  return slots.flatMap((slot) => {
    const { chairKind, category } = serviceOf(slot.service);
    const preferred = category === 'hygiene' ? 'hygiene' : 'treatment';
    const chair = house.chairs
      .filter(
        ({ location, kind, documentId }) =>
          location === slot.shift.location &&
          (chairKind === 'any' ? kind !== 'surgery' : kind === chairKind) &&
          (freeAt.get(documentId) ?? 0) <= slot.start,
      )
      .sort((a, b) => Number(b.kind === preferred) - Number(a.kind === preferred))[0];
    if (!chair) return [];
    freeAt.set(chair.documentId, slot.freeAt);
    return [{ ...slot, chair: chair.documentId }];
  });
};

const suits = (service: ServiceKey, { age, braces }: Patient): boolean => {
  if (service === 'children') return age < 14;
  if (service === 'braces-adjustment') return braces;
  if (service === 'fluoride') return age < 30;
  if (service === 'braces-consultation') return age > 7 && age < 45 && !braces;
  if (service === 'emergency' || service === 'cleaning') return age > 5;
  return age >= 16;
};

/** Visits of the portal's patient: the first fitting one at or after so many days from today. */
const story: readonly (readonly [days: number, services: readonly ServiceKey[]])[] = [
  [-160, ['consultation']],
  [-148, ['cleaning']],
  [-120, ['filling']],
  [-88, ['root-canal']],
  [-60, ['crown']],
  [-9, ['filling']],
  [6, ['consultation', 'filling']],
  [33, ['cleaning']],
];

export const buildVisits = (input: {
  readonly seed: number;
  readonly now: number;
  readonly zone: string;
  readonly house: House;
  readonly shifts: readonly Shift[];
  readonly patients: readonly Patient[];
}): Visit[] => {
  const { seed, now, zone, house, shifts, patients } = input;
  const random = createRandom(seed, 'visits');
  const slots = seat(
    shifts.flatMap((shift) => fill(shift, random)).sort((a, b) => a.start - b.start),
    house,
  );
  const today = dateOf(now, zone);
  const hero = patients.find(({ email }) => email === portalPatient.email);
  const reserved = new Set<number>();
  for (const [days, wanted] of story) {
    const from = today.add({ days }).toZonedDateTime(zone).epochMilliseconds;
    const found = slots.findIndex(
      ({ start, service, shift }, index) =>
        start >= from &&
        shift.location === 'cluj' &&
        wanted.includes(service) &&
        !reserved.has(index),
    );
    if (found >= 0) reserved.add(found);
  }
  const pools = new Map<string, Patient[]>();
  for (const { key: location } of locations)
    for (const { key } of services)
      pools.set(
        `${location} ${key}`,
        patients.filter(
          (patient) => patient !== hero && patient.location === location && suits(key, patient),
        ),
      );
  const lastSeen = new Map<string, number>();
  const choose = (slot: Slot): Patient | undefined => {
    const pool = pools.get(`${slot.shift.location} ${slot.service}`) ?? [];
    if (pool.length === 0) return undefined;
    const rested = (days: number) => (patient: Patient) =>
      slot.start - (lastSeen.get(patient.documentId) ?? 0) > minutes(days * 24 * 60);
    for (let attempt = 0; attempt < 12; attempt++) {
      const candidate = random.pick(pool);
      if (rested(12)(candidate)) return candidate;
    }
    return pool.find(rested(1));
  };
  return slots.flatMap((slot, index) => {
    const isHero = reserved.has(index);
    const patient = isHero ? hero : choose(slot);
    const documentId = random.documentId();
    if (!patient) return [];
    lastSeen.set(patient.documentId, slot.start);
    const { start, end, freeAt, service, chair, shift } = slot;
    const state = lifecycle(
      { start, end, now, zone, steady: isHero },
      createRandom(seed, documentId),
    );
    return [
      {
        documentId,
        practitioner: shift.member.key,
        location: shift.location,
        service,
        chair,
        patient,
        start,
        end,
        freeAt,
        ...state,
      },
    ];
  });
};
