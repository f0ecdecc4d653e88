import type { KeyboardEvent } from 'react';
import type { ToothState } from '../chart.ts';
import { type Notation, writeTooth } from '../notation.ts';
import type { Surface } from '../surfaces.ts';
import { fieldsOf } from './fields.ts';
import type { Place } from './layout.ts';
import { Marked } from './marked.tsx';
import { ToothLabel } from './tooth-label.tsx';
import { ToothPicture } from './tooth-picture.tsx';
import { type ChartWords, describeTooth } from './words.ts';

interface ToothCellProps {
  readonly id: string;
  readonly place: Place;
  readonly state: ToothState;
  readonly notation: Notation;
  readonly words: ChartWords;
  readonly chosen: boolean;
  readonly surfaces: readonly Surface[];
  readonly reachable: boolean;
  readonly onPick?: () => void;
  readonly onKey?: (event: KeyboardEvent) => void;
  readonly onSurface?: (surface: Surface) => void;
}

/** One tooth of the chart: a button over the tooth, its fields as buttons beside it (never within). */
export const ToothCell = (props: ToothCellProps) => {
  const { id, place, state, notation, words, chosen, onPick, onKey, onSurface } = props;
  const { cell } = place;
  const name = describeTooth(state, notation, words);
  const picture = (
    <>
      <rect
        className="odo-cell"
        x={cell.x}
        y={cell.y}
        width={cell.width}
        height={cell.height}
        rx="7"
      />
      <ToothPicture state={state} place={place} id={id} />
      <ToothLabel place={place} notation={notation} presence={state.presence} />
    </>
  );
  const number = writeTooth(state.tooth, notation);
  const fields = state.presence === 'missing' ? [] : fieldsOf(place.tooth, place.fields);
  const markedOf = (surface: Surface) => state.surfaces[surface]?.length ?? 0;
  // Marked fields lie over the plain ones, so that no neighbour covers their outline.
  const inOrder = [...fields].sort((a, b) => markedOf(a.surface) - markedOf(b.surface));
  const surfaces = inOrder.map(({ surface, path }) => {
    const picked = props.surfaces.includes(surface);
    const looks = (
      <>
        <path className="odo-field" d={path} />
        <Marked path={path} marks={state.surfaces[surface] ?? []} id={id} />
        <path className="odo-choice" d={path} />
      </>
    );
    const className = `odo-surface odo-of-${state.presence}${picked ? ' odo-surface-chosen' : ''}`;
    return onSurface ? (
      <g
        key={surface}
        role="button"
        tabIndex={-1}
        className={className}
        aria-label={`${number} ${words.surfaces[surface]}`}
        aria-pressed={picked}
        onClick={() => onSurface(surface)}
      >
        {looks}
      </g>
    ) : (
      <g key={surface} className={className}>
        {looks}
      </g>
    );
  });
  const className = `odo-tooth${chosen ? ' odo-tooth-chosen' : ''}`;
  if (!onPick)
    return (
      <g className={className} role="img" aria-label={name}>
        {picture}
        {surfaces}
      </g>
    );
  return (
    <g className={className}>
      <g
        role="button"
        className="odo-target"
        data-tooth={state.tooth}
        tabIndex={props.reachable ? 0 : -1}
        aria-label={name}
        aria-pressed={chosen}
        onClick={onPick}
        onKeyDown={onKey}
      >
        {picture}
      </g>
      {surfaces}
    </g>
  );
};
