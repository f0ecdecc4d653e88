import { type DayWindow, segmentsOf, ticksOf } from './bar.ts';
import { SpanField } from './SpanField.tsx';

interface Properties {
  readonly label: string;
  readonly value: string;
  readonly window: DayWindow;
  readonly onChange: (typed: string) => void;
}

/** One weekday: what is typed, and beside it the same as a bar. */
export const DayLine = ({ label, value, window, onChange }: Properties) => (
  <div className="day">
    <SpanField label={label} value={value} onChange={onChange} />
    <span className="bar" aria-hidden>
      {ticksOf(window).map(({ hour, left }) => (
        <i key={hour} style={{ insetInlineStart: `${left}%` }} />
      ))}
      {segmentsOf(value, window).map(({ left, width }) => (
        <b key={left} style={{ insetInlineStart: `${left}%`, width: `${width}%` }} />
      ))}
    </span>
  </div>
);

/** The hours above the bars. */
export const DayScale = ({ window }: Pick<Properties, 'window'>) => (
  <div className="day scale" aria-hidden>
    <span />
    <span className="bar">
      {ticksOf(window).map(({ hour, left }) => (
        <small key={hour} style={{ insetInlineStart: `${left}%` }}>
          {hour}
        </small>
      ))}
    </span>
  </div>
);
