/** Visits that repeat, and what was done to several at once. Instants are ISO 8601 with the location's offset. */
import type { SlotView } from './booking.ts';

export const mostVisitsInSeries = 52;

/** Ends after `count` visits, the first included, or with the local date `until`, included. */
export interface Repeat {
  readonly every: 'day' | 'week' | 'month';
  /** Every n-th of them; each when not given. */
  readonly interval?: number | undefined;
  readonly count?: number | undefined;
  /** `YYYY-MM-DD` */
  readonly until?: string | undefined;
}

/** A date of the series on which no visit can be booked, and why. */
export interface SkippedDate {
  /** `YYYY-MM-DD`; `YYYY-MM` of a month that lacks the date. */
  readonly date: string;
  readonly start: string | null;
  readonly code: string;
  readonly message: string;
}

export interface VisitOfMany extends SlotView {
  readonly documentId: string;
}

/** `POST …/series/preview`: each date as it is now, in order. */
export interface SeriesPreview {
  readonly data: {
    readonly zone: string;
    readonly dates: readonly SeriesDate[];
  };
}

export type SeriesDate =
  | (SlotView & { readonly date: string; readonly free: true })
  | (SkippedDate & {
      readonly free: false;
      /** The nearest free times. */
      readonly alternatives: readonly SlotView[];
    });

/** `POST …/series`: what was booked, and what was not. */
export interface SeriesAnswer {
  readonly data: {
    readonly series: string;
    readonly zone: string;
    readonly booked: readonly VisitOfMany[];
    readonly skipped: readonly SkippedDate[];
  };
}

/** A visit that stays as it is, and why. */
export interface StayedVisit extends VisitOfMany {
  readonly code: string;
  readonly message: string;
}

/** What was asked of several visits: this and the following ones of a series, or all of a group. */
export interface ManyAnswer {
  readonly data: {
    readonly zone: string;
    readonly changed: readonly VisitOfMany[];
    readonly stayed: readonly StayedVisit[];
  };
}

/** `GET …/appointments/:documentId/kin`: what a change may reach, the visit itself among them, in order of time. */
export interface Kin {
  /** In its series from this visit on. */
  readonly following: readonly KinVisit[];
  readonly group: readonly KinVisit[];
}

export interface KinVisit extends VisitOfMany {
  /** The patient's. */
  readonly name: string;
}
