import { type KeyboardEvent, useId } from 'react';
import type { ToothState } from '../chart.ts';
import type { Surface } from '../surfaces.ts';
import { toothOf } from '../tooth.ts';
import { fieldsOf } from './fields.ts';
import { Marked } from './marked.tsx';
import { Patterns } from './patterns.tsx';
import type { ChartWords } from './words.ts';

export interface ToothFieldsProps {
  readonly state: ToothState;
  readonly words: ChartWords;
  readonly selected: readonly Surface[];
  readonly onSurface: (surface: Surface) => void;
}

const box = { x: 2, y: 2, width: 156, height: 156 };

/** The five fields of one tooth, large enough for a finger. */
export const ToothFields = ({ state, words, selected, onSurface }: ToothFieldsProps) => {
  const id = useId().replace(/[^\w-]/g, '');
  const press = (surface: Surface) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onSurface(surface);
  };
  return (
    <svg
      className="odontogram-ink odo-large"
      viewBox="0 0 160 160"
      role="group"
      aria-label={words.tooth(toothOf(state.tooth))}
    >
      <Patterns id={id} />
      {fieldsOf(toothOf(state.tooth), box).map(({ surface, path, centre }) => {
        const chosen = selected.includes(surface);
        return (
          <g
            key={surface}
            role="button"
            tabIndex={0}
            className={`odo-surface${chosen ? ' odo-surface-chosen' : ''}`}
            aria-label={words.surfaces[surface]}
            aria-pressed={chosen}
            onClick={() => onSurface(surface)}
            onKeyDown={press(surface)}
          >
            <path className="odo-field" d={path} />
            <Marked path={path} marks={state.surfaces[surface] ?? []} id={id} />
            <path className="odo-choice" d={path} />
            <circle className="odo-letter-ground" cx={centre.x} cy={centre.y} r="13" />
            <text
              className="odo-letter"
              x={centre.x}
              y={centre.y}
              textAnchor="middle"
              dominantBaseline="central"
            >
              {surface}
            </text>
          </g>
        );
      })}
    </svg>
  );
};
