/** Surfaces of a tooth: M, D and L on every one; O and B on posterior, I and F on anterior teeth. */
import { type ToothNumber, toothOf } from './tooth.ts';

export const surfaceLetters = ['M', 'O', 'I', 'D', 'B', 'F', 'L'] as const;
export type Surface = (typeof surfaceLetters)[number];

const posterior: readonly Surface[] = ['M', 'O', 'D', 'B', 'L'];
const anterior: readonly Surface[] = ['M', 'I', 'D', 'F', 'L'];

export const surfacesOf = (number: ToothNumber): readonly Surface[] =>
  toothOf(number).posterior ? posterior : anterior;

/** The biting surface: occlusal or incisal. */
export const bitingSurfaceOf = (number: ToothNumber): Surface =>
  toothOf(number).posterior ? 'O' : 'I';

/** The surface towards lips or cheek. */
export const facialSurfaceOf = (number: ToothNumber): Surface =>
  toothOf(number).posterior ? 'B' : 'F';

/**
 * The order surfaces are written in: the biting one between mesial and distal, after distal when there is no mesial
 * (MO, DO, MOD, MODBL, MID).
 */
export const writeSurfaces = (surfaces: Iterable<Surface>): string => {
  const set = new Set(surfaces);
  const order: readonly Surface[] = set.has('M')
    ? ['M', 'O', 'I', 'D', 'B', 'F', 'L']
    : ['D', 'O', 'I', 'B', 'F', 'L'];
  return order.filter((surface) => set.has(surface)).join('');
};

export type SurfacesRead =
  | { readonly ok: true; readonly surfaces: readonly Surface[] }
  | { readonly ok: false; readonly wrong: string; readonly allowed: readonly Surface[] };

/** Reads what a person wrote, in any order and case. P (palatal) is another name for L on upper teeth. */
export const readSurfaces = (written: string, number: ToothNumber): SurfacesRead => {
  const allowed = surfacesOf(number);
  const palatal = toothOf(number).arch === 'upper';
  const found = new Set<Surface>();
  for (const typed of written.toUpperCase().replace(/[\s,-]/g, '')) {
    const letter = (typed === 'P' && palatal ? 'L' : typed) as Surface;
    if (!allowed.includes(letter)) return { ok: false, wrong: typed, allowed };
    found.add(letter);
  }
  return { ok: true, surfaces: [...writeSurfaces(found)] as Surface[] };
};
