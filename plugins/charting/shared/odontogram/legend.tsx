import { useId } from 'react';
import type { Mark } from '../chart.ts';
import { Marked } from './marked.tsx';
import { Patterns } from './patterns.tsx';
import type { ChartWords } from './words.ts';

const marks: readonly Mark[] = ['finding', 'planned', 'in-progress', 'done', 'referred'];
const swatch = 'M3,2 H21 Q22,2 22,3 V15 Q22,16 21,16 H3 Q2,16 2,15 V3 Q2,2 3,2 Z';

/** What the colours and patterns say. */
export const Legend = ({ words }: { words: ChartWords }) => {
  const id = useId().replace(/[^\w-]/g, '');
  return (
    <ul className="odo-legend">
      {marks.map((mark) => (
        <li key={mark}>
          <svg
            className="odontogram-ink"
            viewBox="0 0 24 18"
            width="24"
            height="18"
            aria-hidden="true"
          >
            <Patterns id={`${id}-${mark}`} />
            <path className="odo-field" d={swatch} />
            <Marked path={swatch} marks={[mark]} id={`${id}-${mark}`} />
          </svg>
          {words.marks[mark]}
        </li>
      ))}
      <li>
        <svg
          className="odontogram-ink"
          viewBox="0 0 24 18"
          width="24"
          height="18"
          aria-hidden="true"
        >
          <path className="odo-strike" d="M4,15 L20,3" />
        </svg>
        {words.presence.missing}
      </li>
    </ul>
  );
};
