/** Tooth numbers as clinics write them. FDI is what we store; the others are for the eye. */
import { isTooth, type ToothNumber, toothOf } from './tooth.ts';

export const notations = ['fdi', 'universal', 'palmer'] as const;
export type Notation = (typeof notations)[number];

const letters = 'ABCDEFGHIJKLMNOPQRST';

/** Where a quadrant starts and which way Universal counts in it. */
const universal: Record<string, (position: number) => number> = {
  1: (p) => 9 - p,
  2: (p) => 8 + p,
  3: (p) => 25 - p,
  4: (p) => 24 + p,
  5: (p) => 6 - p,
  6: (p) => 5 + p,
  7: (p) => 16 - p,
  8: (p) => 15 + p,
};

/** `46` → `30`, `85` → `T`. */
export const toUniversal = (number: ToothNumber): string => {
  const { position, dentition } = toothOf(number);
  const index = (universal[number[0] as string] as (p: number) => number)(position);
  return dentition === 'permanent' ? String(index) : (letters[index - 1] as string);
};

/** `30` → `46`, `T` → `85`; undefined when there is no such tooth. */
export const fromUniversal = (written: string): ToothNumber | undefined => {
  const text = written.trim().toUpperCase();
  const letter = text.length === 1 ? letters.indexOf(text) + 1 : 0;
  if (letter > 0) {
    if (letter <= 10) return letter <= 5 ? `5${6 - letter}` : `6${letter - 5}`;
    return letter <= 15 ? `7${16 - letter}` : `8${letter - 15}`;
  }
  if (!/^([1-9]|[12]\d|3[0-2])$/.test(text)) return undefined;
  const n = Number(text);
  if (n <= 16) return n <= 8 ? `1${9 - n}` : `2${n - 8}`;
  return n <= 24 ? `3${25 - n}` : `4${n - 24}`;
};

const palmerQuadrants = ['UR', 'UL', 'LL', 'LR'] as const;
export type PalmerQuadrant = (typeof palmerQuadrants)[number];

/** The corner sign and what stands in it: `46` is `6` in the lower right, `85` is `E` there. */
export const palmerOf = (number: ToothNumber): { quadrant: PalmerQuadrant; mark: string } => {
  const { position, dentition } = toothOf(number);
  return {
    quadrant: palmerQuadrants[(Number(number[0]) - 1) % 4] as PalmerQuadrant,
    mark: dentition === 'permanent' ? String(position) : (letters[position - 1] as string),
  };
};

/** Palmer as typed without the corner signs: `LR6`, `LRE`. */
export const toPalmer = (number: ToothNumber): string => {
  const { quadrant, mark } = palmerOf(number);
  return `${quadrant}${mark}`;
};

/** `LR6` → `46`, `lre` → `85`; undefined when there is no such tooth. */
export const fromPalmer = (written: string): ToothNumber | undefined => {
  const match = /^(UR|UL|LL|LR)\s*([1-8]|[A-E])$/.exec(written.trim().toUpperCase());
  if (!match) return undefined;
  const quadrant = palmerQuadrants.indexOf(match[1] as PalmerQuadrant) + 1;
  const mark = match[2] as string;
  const letter = letters.indexOf(mark) + 1;
  return letter > 0 ? `${quadrant + 4}${letter}` : `${quadrant}${mark}`;
};

export const writeTooth = (number: ToothNumber, notation: Notation): string => {
  if (notation === 'universal') return toUniversal(number);
  return notation === 'palmer' ? toPalmer(number) : number;
};

/** The tooth that a person wrote in the clinic's notation. */
export const readTooth = (written: string, notation: Notation): ToothNumber | undefined => {
  if (notation === 'universal') return fromUniversal(written);
  if (notation === 'palmer') return fromPalmer(written);
  const text = written.trim();
  return isTooth(text) ? text : undefined;
};
