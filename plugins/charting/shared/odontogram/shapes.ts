/**
 * Outlines of teeth seen from the front, our own drawing after usual mean sizes. Local coordinates: x = 0 is the long axis
 * with mesial to the right, y = 0 the neck, roots upwards (negative), crown downwards; 3.8 units a millimetre.
 */
import { type Tooth, type ToothNumber, toothOf } from '../tooth.ts';

export interface ToothShape {
  readonly crown: string;
  /** Fissures and ridges, drawn thin. */
  readonly detail: string;
  readonly root: string;
  /** A palatal root behind the others. */
  readonly back: string;
  readonly canals: string;
  readonly implant: string;
  readonly width: number;
  readonly crownHeight: number;
  readonly rootLength: number;
}

interface Size {
  readonly crown: readonly [width: number, height: number];
  readonly neck: number;
  readonly root: number;
}

/** Millimetres by position. */
const sizes: Record<string, readonly Size[]> = {
  upper: [
    { crown: [8.5, 10.5], neck: 6.6, root: 13 },
    { crown: [6.7, 9.2], neck: 5, root: 13 },
    { crown: [7.6, 10], neck: 5.6, root: 16.5 },
    { crown: [7.2, 8.6], neck: 5.1, root: 14 },
    { crown: [7, 8.2], neck: 5, root: 14 },
    { crown: [10.4, 7.6], neck: 8, root: 13 },
    { crown: [9.6, 7.2], neck: 7.5, root: 12 },
    { crown: [8.6, 6.6], neck: 6.6, root: 10.6 },
  ],
  lower: [
    { crown: [5.4, 9], neck: 3.9, root: 12.5 },
    { crown: [6, 9.4], neck: 4.2, root: 13.5 },
    { crown: [7.1, 10.8], neck: 5.4, root: 15.6 },
    { crown: [7.1, 8.7], neck: 5, root: 14 },
    { crown: [7.3, 8.2], neck: 5.2, root: 14.2 },
    { crown: [11, 7.6], neck: 9, root: 13.4 },
    { crown: [10.5, 7.2], neck: 8.5, root: 12.4 },
    { crown: [9.8, 6.9], neck: 7.7, root: 10.8 },
  ],
  upperDeciduous: [
    { crown: [6.5, 6], neck: 4.6, root: 9 },
    { crown: [5.2, 5.6], neck: 3.7, root: 9.4 },
    { crown: [6.8, 6.5], neck: 5, root: 10.6 },
    { crown: [7.3, 5.3], neck: 5.3, root: 8.6 },
    { crown: [8.6, 5.8], neck: 6.5, root: 9.4 },
  ],
  lowerDeciduous: [
    { crown: [4.4, 5.2], neck: 3.1, root: 8.4 },
    { crown: [4.8, 5.4], neck: 3.3, root: 9 },
    { crown: [5.8, 6], neck: 4, root: 10.2 },
    { crown: [7.8, 5.8], neck: 6.3, root: 8.6 },
    { crown: [9.6, 5.6], neck: 7.4, root: 9.6 },
  ],
};

const scale = 3.8;
const n = (value: number): string => String(Math.round(value * 10) / 10);

/** A path of letters and points given as fractions of two lengths. */
const path =
  (width: number, height: number) =>
  (strings: TemplateStringsArray, ...points: number[]) =>
    strings.reduce((text, piece, i) => {
      const before = i === 0 ? '' : n((points[i - 1] as number) * (i % 2 === 1 ? width : height));
      return text + before + piece;
    }, '');

type Outline = (w: number, h: number, neck: number) => string;

/** The line of the gum: it rises towards the root on the front of a tooth. */
const outline =
  (draw: (p: ReturnType<typeof path>, c: number) => string, rise: number): Outline =>
  (w, h, neck) => {
    const c = neck / w / 2;
    const p = path(w, h);
    return `${p`M${-c},${0} `}${draw(p, c)}${p` Q${0},${-rise} ${-c},${0} Z`}`;
  };

const crowns: Record<Tooth['class'], Outline> = {
  incisor: outline(
    (p, c) =>
      p`C${-c - 0.02},${0.2} ${-0.5},${0.36} ${-0.5},${0.64} C${-0.5},${0.87} ${-0.45},${0.965} ${-0.33},${0.985} L${0.4},${1} C${0.48},${1} ${0.5},${0.93} ${0.5},${0.76} C${0.5},${0.44} ${c + 0.02},${0.2} ${c},${0}`,
    0.16,
  ),
  canine: outline(
    (p, c) =>
      p`C${-c - 0.02},${0.2} ${-0.5},${0.32} ${-0.5},${0.57} C${-0.5},${0.72} ${-0.28},${0.84} ${-0.05},${0.985} Q${0.04},${1.03} ${0.13},${0.97} C${0.33},${0.82} ${0.5},${0.7} ${0.5},${0.52} C${0.5},${0.3} ${c + 0.02},${0.18} ${c},${0}`,
    0.16,
  ),
  premolar: outline(
    (p, c) =>
      p`C${-c - 0.04},${0.2} ${-0.5},${0.3} ${-0.5},${0.52} C${-0.5},${0.75} ${-0.36},${0.86} ${-0.12},${0.98} Q${0},${1.03} ${0.12},${0.98} C${0.36},${0.86} ${0.5},${0.74} ${0.5},${0.5} C${0.5},${0.3} ${c + 0.04},${0.2} ${c},${0}`,
    0.12,
  ),
  molar: outline(
    (p, c) =>
      p`C${-c - 0.03},${0.2} ${-0.5},${0.3} ${-0.5},${0.54} C${-0.5},${0.82} ${-0.44},${0.95} ${-0.29},${0.985} C${-0.18},${1.01} ${-0.08},${0.98} ${-0.03},${0.88} C${0.03},${0.99} ${0.14},${1.03} ${0.27},${1} C${0.43},${0.96} ${0.5},${0.82} ${0.5},${0.52} C${0.5},${0.3} ${c + 0.03},${0.2} ${c},${0}`,
    0.1,
  ),
};

const details: Record<Tooth['class'], (w: number, h: number) => string> = {
  incisor: (w, h) =>
    path(
      w,
      h,
    )`M${-0.16},${0.9} Q${-0.19},${0.72} ${-0.15},${0.58} M${0.18},${0.92} Q${0.21},${0.72} ${0.16},${0.58}`,
  canine: (w, h) => path(w, h)`M${0.04},${0.9} Q${0.07},${0.6} ${0.03},${0.36}`,
  premolar: (w, h) => path(w, h)`M${0},${0.92} Q${0.03},${0.66} ${0},${0.44}`,
  molar: (w, h) => path(w, h)`M${-0.03},${0.88} Q${0},${0.7} ${-0.02},${0.46}`,
};

/** One root whose tip leans a little to the distal side. */
const singleRoot = (neck: number, r: number): string =>
  path(
    neck,
    r,
  )`M${-0.5},${0.03} C${-0.5},${-0.4} ${-0.28},${-0.78} ${-0.2},${-0.94} Q${-0.1},${-1.05} ${0.02},${-0.94} C${0.18},${-0.76} ${0.5},${-0.42} ${0.5},${0.03} Z`;

/** Two roots from one trunk. */
const twoRoots = (neck: number, r: number): string =>
  path(
    neck,
    r,
  )`M${-0.5},${0.03} C${-0.52},${-0.34} ${-0.54},${-0.7} ${-0.47},${-0.92} Q${-0.41},${-1.01} ${-0.34},${-0.92} C${-0.24},${-0.74} ${-0.12},${-0.6} ${-0.02},${-0.3} C${0.08},${-0.56} ${0.16},${-0.78} ${0.25},${-0.95} Q${0.32},${-1.05} ${0.38},${-0.95} C${0.47},${-0.72} ${0.52},${-0.36} ${0.5},${0.03} Z`;

const backRoot = (neck: number, r: number): string =>
  path(
    neck,
    r,
  )`M${-0.24},${0} C${-0.22},${-0.5} ${-0.14},${-0.8} ${-0.09},${-0.96} Q${-0.01},${-1.06} ${0.07},${-0.96} C${0.14},${-0.8} ${0.24},${-0.5} ${0.24},${0} Z`;

const singleCanal = (neck: number, r: number): string =>
  path(neck, r)`M${0},${0.14} C${0},${-0.3} ${-0.02},${-0.6} ${-0.09},${-0.9}`;

const twoCanals = (neck: number, r: number): string =>
  path(
    neck,
    r,
  )`M${-0.16},${0.12} C${-0.3},${-0.2} ${-0.38},${-0.5} ${-0.41},${-0.88} M${0.14},${0.12} C${0.26},${-0.2} ${0.32},${-0.5} ${0.32},${-0.9} M${-0.16},${0.12} L${0.14},${0.12}`;

/** A screw in the place of the root. */
const screw = (neck: number, r: number): string => {
  const half = Math.min(neck * 0.34, 9);
  const turns = Array.from({ length: 5 }, (_, i) => {
    const y = -r * (0.2 + i * 0.13);
    const reach = half * (1.15 - i * 0.09);
    return `M${n(-reach)},${n(y + 2)} L${n(reach)},${n(y - 2)}`;
  }).join(' ');
  return `M${n(-half)},1 L${n(-half * 0.9)},${n(-r * 0.66)} Q0,${n(-r * 0.95)} ${n(half * 0.9)},${n(-r * 0.66)} L${n(half)},1 Z ${turns}`;
};

const draw = (tooth: Tooth): ToothShape => {
  const kind = tooth.dentition === 'permanent' ? tooth.arch : `${tooth.arch}Deciduous`;
  const size = (sizes[kind] as readonly Size[])[tooth.position - 1] as Size;
  const [w, h] = [size.crown[0] * scale, size.crown[1] * scale];
  const [neck, r] = [size.neck * scale, size.root * scale];
  const molar = tooth.class === 'molar';
  const behind = tooth.arch === 'upper' && (molar || tooth.number[1] === '4');
  return {
    crown: crowns[tooth.class](w, h, neck),
    detail: details[tooth.class](w, h),
    root: molar ? twoRoots(neck, r) : singleRoot(neck, r),
    back: behind ? backRoot(molar ? neck * 0.9 : neck * 1.2, r * (molar ? 1.04 : 0.94)) : '',
    canals: molar ? twoCanals(neck, r) : singleCanal(neck, r),
    implant: screw(neck, r),
    width: w,
    crownHeight: h,
    rootLength: r,
  };
};

const drawn = new Map<ToothNumber, ToothShape>();

/** The same outline serves both sides: mirror it for the patient's left, turn it over for the lower jaw. */
export const shapeOf = (number: ToothNumber): ToothShape => {
  const known = drawn.get(number);
  if (known) return known;
  const shape = draw(toothOf(number));
  drawn.set(number, shape);
  return shape;
};
