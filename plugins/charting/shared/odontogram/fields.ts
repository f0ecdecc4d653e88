/** The five surface fields of a tooth as paths within a rectangle: facial outwards, mesial towards the midline. */
import { bitingSurfaceOf, facialSurfaceOf, type Surface } from '../surfaces.ts';
import type { Tooth } from '../tooth.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Field {
  readonly surface: Surface;
  readonly path: string;
  /** Its middle, for a letter. */
  readonly centre: { readonly x: number; readonly y: number };
}

const n = (value: number): string => String(Math.round(value * 100) / 100);

type Point = readonly [number, number];

/** A side between two outer corners, which are rounded, and the two inner ones. */
const side = (from: Point, to: Point, innerTo: Point, innerFrom: Point, round: number): string => {
  const along = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const unit: Point = [(to[0] - from[0]) / along, (to[1] - from[1]) / along];
  const inwards: Point = [-unit[1], unit[0]];
  const at = (corner: Point, forth: number, inn: number) =>
    `${n(corner[0] + unit[0] * forth + inwards[0] * inn)},${n(corner[1] + unit[1] * forth + inwards[1] * inn)}`;
  const start = at(from, round * 0.3, round * 0.3);
  const end = at(to, -round * 0.3, round * 0.3);
  return `M${start} Q${at(from, round * 0.58, 0)} ${at(from, round, 0)} L${at(to, -round, 0)} Q${at(to, -round * 0.58, 0)} ${end} L${n(innerTo[0])},${n(innerTo[1])} L${n(innerFrom[0])},${n(innerFrom[1])} Z`;
};

export const fieldsOf = (tooth: Tooth, box: Box): readonly Field[] => {
  const { x, y, width, height } = box;
  const [right, bottom] = [x + width, y + height];
  // The incisal edge is a narrow ridge, the occlusal surface a table.
  const insetX = width * (tooth.posterior ? 0.3 : 0.27);
  const insetY = height * (tooth.posterior ? 0.3 : 0.38);
  const round = Math.min(width, height) * 0.24;
  const outer: Point[] = [
    [x, y],
    [right, y],
    [right, bottom],
    [x, bottom],
  ];
  const inner: Point[] = [
    [x + insetX, y + insetY],
    [right - insetX, y + insetY],
    [right - insetX, bottom - insetY],
    [x + insetX, bottom - insetY],
  ];
  const [a, b, c, d] = outer as [Point, Point, Point, Point];
  const [e, f, g, h] = inner as [Point, Point, Point, Point];
  const middle = { x: x + width / 2, y: y + height / 2 };
  const facial = facialSurfaceOf(tooth.number);
  const top = { path: side(a, b, f, e, round), centre: { x: middle.x, y: y + insetY / 2 } };
  const rightSide = {
    path: side(b, c, g, f, round),
    centre: { x: right - insetX / 2, y: middle.y },
  };
  const bottomSide = {
    path: side(c, d, h, g, round),
    centre: { x: middle.x, y: bottom - insetY / 2 },
  };
  const leftSide = { path: side(d, a, e, h, round), centre: { x: x + insetX / 2, y: middle.y } };
  const upper = tooth.arch === 'upper';
  const onScreenLeft = tooth.side === 'right';
  return [
    { surface: 'M', ...(onScreenLeft ? rightSide : leftSide) },
    {
      surface: bitingSurfaceOf(tooth.number),
      path: `M${inner.map(([px, py]) => `${n(px)},${n(py)}`).join(' L')} Z`,
      centre: middle,
    },
    { surface: 'D', ...(onScreenLeft ? leftSide : rightSide) },
    { surface: facial, ...(upper ? top : bottomSide) },
    { surface: 'L', ...(upper ? bottomSide : top) },
  ];
};
