/** Working hours and time off as their page edits them. Times of the day are `HH:mm`, dates `YYYY-MM-DD`. */
export const weekPatterns = ['every', 'odd', 'even'] as const;
export const timeOffKinds = ['vacation', 'sick', 'training', 'holiday', 'block'] as const;

export interface HoursEntry {
  /** Absent for a new one. */
  readonly documentId?: string | undefined;
  readonly location: string;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  readonly from: string;
  /** At or before `from` it means the next day. */
  readonly to: string;
  /** False takes the span out of the other entries. */
  readonly available: boolean;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly weeks: (typeof weekPatterns)[number];
  /** Where one of these holds on a date, only these hold, holiday or not. */
  readonly instead: boolean;
}

export interface TimeOffEntry {
  readonly documentId?: string | undefined;
  readonly kind: (typeof timeOffKinds)[number];
  /** Wall time `YYYY-MM-DDTHH:mm` of the place it is about, of the answer's `zone` when it is about none. */
  readonly from: string;
  readonly until: string;
  readonly reason: string | null;
  /** What is closed; of a practitioner's time off, where it counts (all null: everywhere). */
  readonly location: string | null;
  readonly chair: string | null;
  readonly equipment: string | null;
}

/** What is written: all weekly and one-off hours, and all time off that is not over. */
export interface Timetable {
  readonly entries: readonly HoursEntry[];
  readonly timeOff: readonly TimeOffEntry[];
}

/** Closing days and blocks of locations, chairs and equipment, instead of a practitioner's document id. */
export const house = 'house';

interface Named {
  readonly documentId: string;
  readonly name: string;
}

export interface HoursPlace extends Named {
  readonly zone: string;
  readonly active: boolean;
  readonly chairs: readonly Named[];
  readonly equipment: readonly Named[];
  /** Public holidays of the coming year that the location observes. */
  readonly holidays: readonly {
    readonly date: string;
    readonly name: { readonly en: string; readonly ro: string };
  }[];
}

/** `GET /scheduling/hours?whose=`: a practitioner's document id, `house`, or one's own when not given. */
export interface HoursAnswer {
  readonly data: Timetable & {
    /** Document id of the signed-in practitioner. */
    readonly self: string | null;
    /** Whether everybody's hours may be changed. */
    readonly all: boolean;
    /** Whose hours may be changed. */
    readonly people: readonly (Named & {
      /** Whether he or she can sign in to the panel. */
      readonly account: boolean;
      readonly locations: readonly string[];
    })[];
    /** Null when there is nobody whose hours one may change. */
    readonly whose: string | null;
    readonly zone: string;
    /** Whether one may close the whole house: staff of some locations see those closures and leave them. */
    readonly wholeHouse: boolean;
    /** Today's local date in `zone`. */
    readonly today: string;
    readonly places: readonly HoursPlace[];
    /** Sent back with what is saved, so that nobody overwrites what they have not seen. */
    readonly version: string;
  };
}

/** A future visit that a change would leave outside the hours, or in a closed room. */
export interface StrandedVisit {
  /** Of a visit that is not `known`: a name that serves to accept it and nothing else. */
  readonly documentId: string;
  /** False of one elsewhere that is out of the caller's scope. */
  readonly known: boolean;
  /** ISO 8601 with the location's offset. */
  readonly start: string;
  readonly end: string;
  readonly zone: string;
  readonly location: string;
  readonly locationName: string;
  readonly patient: string | null;
  readonly practitioner: string | null;
  readonly type: string | null;
}

/** `POST /scheduling/hours/check`: what a change would strand. */
export interface HoursCheckAnswer {
  readonly data: { readonly stranded: readonly StrandedVisit[] };
}
