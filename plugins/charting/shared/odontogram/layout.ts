/** Where everything stands on the sheet, in units of the view box. */
import { rows, type Tooth, type ToothNumber, toothOf } from '../tooth.ts';

/** Column widths by position: both jaws share them, so that opposing teeth meet. */
const widths = [39, 35, 37, 37, 37, 49, 47, 45] as const;
const edge = 8;
const midline = 14;
const half = widths.reduce((sum, width) => sum + width, 0);
export const sheetWidth = 2 * (edge + half) + midline;

const tall = { root: 68, crown: 43, fields: 42, label: 20 } as const;
const small = { root: 43, crown: 27, fields: 34, label: 17 } as const;
const gap = 5;
const between = 10;

const heightOf = (size: typeof tall | typeof small) =>
  size.root + size.crown + gap + size.fields + size.label;

export interface Place {
  readonly tooth: Tooth;
  /** The whole cell, which is the target of pointer and focus. */
  readonly cell: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  /** The middle of the neck. */
  readonly neck: { readonly x: number; readonly y: number };
  readonly fields: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  readonly label: { readonly x: number; readonly y: number };
  readonly small: boolean;
}

const columnOf = ({ position, side }: Tooth): { x: number; width: number } => {
  const width = widths[position - 1] as number;
  const inner = widths.slice(0, position - 1).reduce((sum, each) => sum + each, 0);
  const middle = sheetWidth / 2;
  return side === 'right'
    ? { x: middle - midline / 2 - inner - width, width }
    : { x: middle + midline / 2 + inner, width };
};

const placeOf = (number: ToothNumber, top: number): Place => {
  const tooth = toothOf(number);
  const isSmall = tooth.dentition === 'deciduous';
  const size = isSmall ? small : tall;
  const { x, width } = columnOf(tooth);
  const height = heightOf(size);
  const fieldWidth = Math.min(width - 3, isSmall ? 34 : 44);
  const down = tooth.arch === 'upper';
  // A lower tooth is the upper one turned over.
  const from = (offset: number, extent: number) =>
    down ? top + offset : top + height - offset - extent;
  const centre = x + width / 2;
  return {
    tooth,
    cell: { x, y: top, width, height },
    neck: { x: centre, y: from(size.root, 0) },
    fields: {
      x: centre - fieldWidth / 2,
      y: from(size.root + size.crown + gap, size.fields),
      width: fieldWidth,
      height: size.fields,
    },
    label: { x: centre, y: from(height - size.label / 2, 0) },
    small: isSmall,
  };
};

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly places: readonly Place[];
  /** Height of the line between the jaws. */
  readonly middle: number;
}

/** The sheet for these teeth; a jaw's deciduous row takes room only when one of its teeth is there. */
export const layOut = (teeth: readonly ToothNumber[]): Sheet => {
  const shown = new Set(teeth);
  const places: Place[] = [];
  let y = 4;
  let middle = 0;
  for (const name of ['upper', 'upperDeciduous', 'lowerDeciduous', 'lower'] as const) {
    if (name === 'lowerDeciduous') {
      middle = y + between / 2;
      y += between;
    }
    const row = rows[name].filter((tooth) => shown.has(tooth));
    if (row.length === 0) continue;
    places.push(...row.map((tooth) => placeOf(tooth, y)));
    y += heightOf(name === 'upper' || name === 'lower' ? tall : small);
  }
  return { width: sheetWidth, height: y + 4, places, middle };
};
