import { type Span, spansOf } from './week.ts';

const hour = 60;

/** The part of a day that bars show, in minutes. */
export interface DayWindow {
  readonly from: number;
  readonly to: number;
}

export interface Segment {
  /** Percent of the window. */
  readonly left: number;
  readonly width: number;
}

const minutesOf = (clock: string): number =>
  Number(clock.slice(0, 2)) * hour + Number(clock.slice(3));

/** A span that runs into the next day ends at midnight here. */
const within = ({ from, to }: Span) => ({
  start: minutesOf(from),
  end: to <= from ? 24 * hour : minutesOf(to),
});

const known = (typed: string) => (spansOf(typed) ?? []).map(within);

/** Seven in the morning to eight in the evening, or as much more as the week needs. */
export const windowOf = (days: readonly string[]): DayWindow => {
  const spans = days.flatMap(known);
  const from = Math.min(7 * hour, ...spans.map(({ start }) => start));
  const to = Math.max(20 * hour, ...spans.map(({ end }) => end));
  return { from: Math.floor(from / hour) * hour, to: Math.ceil(to / hour) * hour };
};

export const segmentsOf = (typed: string, { from, to }: DayWindow): Segment[] =>
  known(typed).map(({ start, end }) => ({
    left: ((start - from) / (to - from)) * 100,
    width: ((end - start) / (to - from)) * 100,
  }));

/** Full hours to write above the bars, about every third. */
export const ticksOf = ({
  from,
  to,
}: DayWindow): { readonly hour: number; readonly left: number }[] => {
  const hours = Array.from({ length: (to - from) / hour + 1 }, (_, index) => from / hour + index);
  return hours
    .filter((one) => one % 3 === 0)
    .map((one) => ({ hour: one, left: ((one * hour - from) / (to - from)) * 100 }));
};
