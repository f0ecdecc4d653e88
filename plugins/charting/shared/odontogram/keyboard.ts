/** How the keys walk the chart. Pure: it says where to go. */
import { type Notation, readTooth } from '../notation.ts';
import { rows, type ToothNumber } from '../tooth.ts';

type Cell = ToothNumber | undefined;

/** Four rows of sixteen columns; deciduous teeth stand under their successors. */
const gridOf = (teeth: ReadonlySet<ToothNumber>): Cell[][] =>
  [rows.upper, rows.upperDeciduous, rows.lowerDeciduous, rows.lower]
    .map((row) => {
      const pad = (16 - row.length) / 2;
      return Array.from({ length: 16 }, (_, column) => {
        const tooth = row[column - pad];
        return tooth && teeth.has(tooth) ? tooth : undefined;
      });
    })
    .filter((row) => row.some(Boolean));

const nearest = (row: readonly Cell[], column: number): Cell =>
  row
    .flatMap((tooth, i) => (tooth ? [{ tooth, away: Math.abs(i - column) }] : []))
    .sort((a, b) => a.away - b.away)[0]?.tooth;

/** The tooth that an arrow, Home or End leads to; undefined for any other key and at the edge. */
export const walk = (
  teeth: readonly ToothNumber[],
  from: ToothNumber,
  key: string,
): ToothNumber | undefined => {
  const grid = gridOf(new Set(teeth));
  const y = grid.findIndex((row) => row.includes(from));
  const row = grid[y];
  if (!row) return teeth[0];
  const x = row.indexOf(from);
  const here = row.filter(Boolean);
  switch (key) {
    case 'ArrowLeft':
      return row.slice(0, x).findLast(Boolean);
    case 'ArrowRight':
      return row.slice(x + 1).find(Boolean);
    case 'ArrowUp':
    case 'ArrowDown': {
      const next = grid[y + (key === 'ArrowUp' ? -1 : 1)];
      return next && nearest(next, x);
    }
    case 'Home':
      return here[0];
    case 'End':
      return here.at(-1);
    default:
      return undefined;
  }
};

/** The tooth that digits typed in quick succession mean; in Palmer a digit stays in the quadrant. */
export const typed = (
  teeth: readonly ToothNumber[],
  from: ToothNumber,
  digits: string,
  notation: Notation,
): ToothNumber | undefined => {
  const tooth = notation === 'palmer' ? `${from[0]}${digits.at(-1)}` : readTooth(digits, notation);
  return tooth && teeth.includes(tooth) ? tooth : undefined;
};
