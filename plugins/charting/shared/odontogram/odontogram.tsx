import { type KeyboardEvent, useId, useRef } from 'react';
import type { ToothState } from '../chart.ts';
import type { Notation } from '../notation.ts';
import { type Surface, surfacesOf } from '../surfaces.ts';
import { type ToothNumber, toothOf } from '../tooth.ts';
import { typed, walk } from './keyboard.ts';
import { layOut, type Place } from './layout.ts';
import { Patterns } from './patterns.tsx';
import { ToothCell } from './tooth-cell.tsx';
import type { ChartWords } from './words.ts';

export interface OdontogramProps {
  readonly teeth: readonly ToothState[];
  readonly notation: Notation;
  readonly words: ChartWords;
  readonly selected?: ToothNumber | undefined;
  readonly selectedSurfaces?: readonly Surface[];
  /** Without it the chart is a picture to look at. */
  readonly onSelect?: (tooth: ToothNumber) => void;
  /** Enter on a tooth. */
  readonly onOpen?: (tooth: ToothNumber) => void;
  /** A surface was clicked or its letter typed. */
  readonly onSurface?: (tooth: ToothNumber, surface: Surface) => void;
}

/** Digits typed within this many milliseconds belong together. */
const pause = 900;

/** The tooth chart from the dentist's side: the patient's right is on the left. */
export const Odontogram = (props: OdontogramProps) => {
  const { teeth, notation, words, selected, onSelect, onOpen, onSurface } = props;
  const id = useId().replace(/[^\w-]/g, '');
  const sheet = layOut(teeth.map(({ tooth }) => tooth));
  const states = new Map(teeth.map((state) => [state.tooth, state]));
  const drawing = useRef<SVGSVGElement>(null);
  const digits = useRef({ text: '', at: 0 });
  const numbers = teeth.map(({ tooth }) => tooth);
  const reachable = selected && states.has(selected) ? selected : (numbers[0] as ToothNumber);

  const go = (tooth: ToothNumber) => {
    onSelect?.(tooth);
    drawing.current?.querySelector<SVGGElement>(`[data-tooth="${tooth}"]`)?.focus();
  };

  const typeDigit = (from: ToothNumber, event: KeyboardEvent) => {
    const joined = event.timeStamp - digits.current.at < pause ? digits.current.text : '';
    const text = (joined + event.key).slice(-2);
    digits.current = { text, at: event.timeStamp };
    const tooth = typed(numbers, from, text, notation);
    if (tooth) go(tooth);
  };

  const typeLetter = (from: ToothNumber, key: string): boolean => {
    const letter = key.toUpperCase();
    const surface = (letter === 'P' && toothOf(from).arch === 'upper' ? 'L' : letter) as Surface;
    if (!surfacesOf(from).includes(surface)) return false;
    onSurface?.(from, surface);
    return true;
  };

  const onKey = (place: Place) => (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = place.tooth.number;
    const { key } = event;
    const next = walk(numbers, from, key);
    if (next) go(next);
    else if (key === 'Enter' || key === ' ') (onOpen ?? onSelect)?.(from);
    else if (/^\d$/.test(key)) typeDigit(from, event);
    else if (key.length !== 1 || !typeLetter(from, key)) return;
    event.preventDefault();
  };

  return (
    <section className="odontogram" aria-label={words.chart} {...(onSelect ? {} : { tabIndex: 0 })}>
      <svg
        ref={drawing}
        className="odontogram-ink odo-sheet"
        viewBox={`0 0 ${sheet.width} ${sheet.height}`}
        role="group"
        aria-label={words.chart}
      >
        <Patterns id={id} />
        <path
          className="odo-cross-hairs"
          d={`M${sheet.width / 2},8 V${sheet.height - 8} M8,${sheet.middle} H${sheet.width - 8}`}
        />
        {sheet.places.map((place) => {
          const state = states.get(place.tooth.number);
          return (
            state && (
              <ToothCell
                key={state.tooth}
                id={id}
                place={place}
                state={state}
                notation={notation}
                words={words}
                chosen={state.tooth === selected}
                surfaces={state.tooth === selected ? (props.selectedSurfaces ?? []) : []}
                reachable={state.tooth === reachable}
                {...(onSelect ? { onPick: () => go(state.tooth), onKey: onKey(place) } : {})}
                {...(onSurface
                  ? { onSurface: (surface: Surface) => onSurface(state.tooth, surface) }
                  : {})}
              />
            )
          );
        })}
      </svg>
    </section>
  );
};
