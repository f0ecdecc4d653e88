import type { Presence } from '../chart.ts';
import { type Notation, palmerOf, writeTooth } from '../notation.ts';
import type { Place } from './layout.ts';

/** The two lines of the cross that a Palmer mark stands in. */
const corners = { UR: [1, 1], UL: [-1, 1], LR: [1, -1], LL: [-1, -1] } as const;

export const ToothLabel = ({
  place,
  notation,
  presence,
}: {
  place: Place;
  notation: Notation;
  presence: Presence;
}) => {
  const { tooth, label } = place;
  const palmer = notation === 'palmer' ? palmerOf(tooth.number) : undefined;
  const text = palmer?.mark ?? writeTooth(tooth.number, notation);
  const [side, down] = palmer ? corners[palmer.quadrant] : [0, 0];
  return (
    <g className={`odo-label${place.small ? ' odo-label-small' : ''} odo-label-${presence}`}>
      <text x={label.x} y={label.y} textAnchor="middle" dominantBaseline="central">
        {text}
      </text>
      {palmer && (
        <path
          className="odo-corner"
          d={`M${label.x - side * 7},${label.y + down * 8} H${label.x + side * 8} V${label.y - down * 7}`}
        />
      )}
      {presence === 'missing' && (
        <path className="odo-label-strike" d={`M${label.x - 10},${label.y} H${label.x + 10}`} />
      )}
    </g>
  );
};
