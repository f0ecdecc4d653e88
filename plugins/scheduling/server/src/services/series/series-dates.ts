import { invalid, missing } from '@enamel/kernel';
import { mostVisitsInSeries, type Repeat } from '../../../../shared/series.ts';
import { type Occurrence, occurrencesOf, reachOf } from '../../domain/booking/recurrence.ts';
import { day, offsetWriter, type Stretch, stretchesOf } from '../../domain/slots/local-time.ts';
import { zoneOf } from '../../store/booking/many.ts';
import type { Runner } from '../../store/runner.ts';
import { checkNear } from '../booking/place.ts';

export interface SeriesDates {
  readonly zone: string;
  readonly occurrences: readonly Occurrence[];
  /** Months that lack the date. */
  readonly lacking: readonly string[];
  readonly stretches: readonly Stretch[];
  /** Writes instants of the series by the location's clock. */
  readonly write: (instant: number) => string;
}

const tooLong = (field: string) => {
  const message = `A series has at most ${mostVisitsInSeries} visits, within ten years.`;
  return invalid('SERIES_TOO_LONG', message, { fields: [{ field, message }] });
};

/**
 * The dates of a series by the location's wall clock.
 * @throws ClinicError UNKNOWN_LOCATION, SERIES_TOO_LONG, SERIES_ENDS_EARLY, TOO_FAR_AHEAD, SLOT_IN_PAST
 */
export const seriesDates = async (
  on: Runner,
  location: string,
  first: number,
  { every, interval = 1, count, until }: Repeat,
  now: number,
): Promise<SeriesDates> => {
  checkNear(first, now);
  const zone = await zoneOf(on, location);
  if (zone === undefined) throw missing('UNKNOWN_LOCATION', 'There is no such location.');
  const rule = {
    every,
    interval,
    ...(count === undefined ? {} : { count }),
    ...(until === undefined ? {} : { until }),
  };
  const stretches = stretchesOf(zone, first - day, reachOf(first, rule));
  const { occurrences, skipped, complete } = occurrencesOf(first, rule, stretches);
  if (!complete) throw tooLong(count === undefined ? 'repeat.until' : 'repeat.count');
  const [begin] = occurrences;
  if (until !== undefined && begin && until < begin.date) {
    const message = 'The last date lies before the first visit.';
    throw invalid('SERIES_ENDS_EARLY', message, { fields: [{ field: 'repeat.until', message }] });
  }
  const write = offsetWriter(stretches);
  return { zone, occurrences, lacking: skipped, stretches, write };
};
