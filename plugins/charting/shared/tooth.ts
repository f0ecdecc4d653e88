/**
 * Teeth by ISO 3950 (FDI): two characters, quadrant and position. Quadrants run clockwise as seen from the front from the
 * patient's upper right: permanent 1–4 (positions 1–8), deciduous 5–8 (positions 1–5).
 */
export type ToothNumber = string;

export type ToothClass = 'incisor' | 'canine' | 'premolar' | 'molar';

export interface Tooth {
  readonly number: ToothNumber;
  readonly dentition: 'permanent' | 'deciduous';
  readonly arch: 'upper' | 'lower';
  /** The patient's side, which is the other one on the screen. */
  readonly side: 'right' | 'left';
  /** 1 at the midline. */
  readonly position: number;
  readonly class: ToothClass;
  /** Posterior teeth have an occlusal surface, anterior ones an incisal edge. */
  readonly posterior: boolean;
}

const pattern = /^([1-4][1-8]|[5-8][1-5])$/;

export const isTooth = (value: unknown): value is ToothNumber =>
  typeof value === 'string' && pattern.test(value);

const classOf = (position: number, deciduous: boolean): ToothClass => {
  if (position <= 2) return 'incisor';
  if (position === 3) return 'canine';
  return position <= 5 && !deciduous ? 'premolar' : 'molar';
};

/** @throws RangeError when it is not an FDI tooth. */
export const toothOf = (number: ToothNumber): Tooth => {
  if (!isTooth(number)) throw new RangeError(`Not an FDI tooth: ${number}`);
  const quadrant = Number(number[0]);
  const position = Number(number[1]);
  const deciduous = quadrant > 4;
  const turn = (quadrant - 1) % 4;
  return {
    number,
    dentition: deciduous ? 'deciduous' : 'permanent',
    arch: turn < 2 ? 'upper' : 'lower',
    side: turn === 0 || turn === 3 ? 'right' : 'left',
    position,
    class: classOf(position, deciduous),
    posterior: position > 3,
  };
};

const row = (right: number, left: number, positions: number): readonly ToothNumber[] => [
  ...Array.from({ length: positions }, (_, i) => `${right}${positions - i}`),
  ...Array.from({ length: positions }, (_, i) => `${left}${i + 1}`),
];

/** The four rows as drawn, from the patient's right (left of the screen) to the left. */
export const rows = {
  upper: row(1, 2, 8),
  upperDeciduous: row(5, 6, 5),
  lowerDeciduous: row(8, 7, 5),
  lower: row(4, 3, 8),
} as const;

/** Teeth by quadrant in its order from the midline: permanent 1 to 4, deciduous 5 to 8. */
export const quadrants: readonly (readonly ToothNumber[])[] = [1, 2, 3, 4, 5, 6, 7, 8].map(
  (quadrant) => Array.from({ length: quadrant < 5 ? 8 : 5 }, (_, i) => `${quadrant}${i + 1}`),
);

export const permanentTeeth: readonly ToothNumber[] = [...rows.upper, ...rows.lower];
export const deciduousTeeth: readonly ToothNumber[] = [
  ...rows.upperDeciduous,
  ...rows.lowerDeciduous,
];
export const allTeeth: readonly ToothNumber[] = [...permanentTeeth, ...deciduousTeeth];

/** The permanent tooth that takes a deciduous tooth's place (a premolar for a molar). */
export const successorOf = (number: ToothNumber): ToothNumber | undefined => {
  const tooth = toothOf(number);
  return tooth.dentition === 'deciduous' ? `${Number(number[0]) - 4}${number[1]}` : undefined;
};

/** The deciduous tooth that stood in a permanent tooth's place; molars have none. */
export const predecessorOf = (number: ToothNumber): ToothNumber | undefined => {
  const tooth = toothOf(number);
  return tooth.dentition === 'permanent' && tooth.position <= 5
    ? `${Number(number[0]) + 4}${number[1]}`
    : undefined;
};
