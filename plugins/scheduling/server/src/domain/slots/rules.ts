import type { Interval } from '@enamel/kernel';
import type { WeeklyHours } from './opening.ts';

/** A part of a visit. The chair, the equipment and the patient are taken for the whole of it, people only for their parts. */
export interface Segment {
  readonly minutes: number;
  readonly practitioner: boolean;
  readonly assistant: boolean;
}

/** What a type of visit asks for. All durations in minutes. */
export interface VisitShape {
  readonly duration: number;
  readonly bufferBefore: number;
  readonly bufferAfter: number;
  readonly step: number;
  /** The earliest start after now. */
  readonly leadTime: number;
  /** The last local date that may be booked, counted in days from today. */
  readonly horizonDays: number;
  /** In order; none means that the practitioner is there throughout. What they leave of the duration is the last one's. */
  readonly segments: readonly Segment[];
  /** Kinds of equipment: one free piece of each is needed. */
  readonly equipment: readonly string[];
}

/** Time off or closing time. */
export interface Off extends Interval {
  /** The id of its record, where somebody wants to know. */
  readonly source?: string;
}

export interface PractitionerRules {
  readonly id: string;
  readonly hours: readonly WeeklyHours[];
  readonly off: readonly Off[];
}

export interface ChairRules {
  readonly id: string;
  readonly off: readonly Off[];
}

export interface EquipmentRules {
  readonly id: string;
  readonly kind: string;
  readonly off: readonly Off[];
}

/** All that decides when one type of visit can take place at one location. */
export interface Rules {
  readonly location: string;
  readonly zone: string;
  readonly visit: VisitShape;
  readonly practitioners: readonly PractitionerRules[];
  /** Active chairs of a suitable kind, in the order of choice. */
  readonly chairs: readonly ChairRules[];
  /** Who may assist, in the order of choice. One and the same assists throughout a visit. */
  readonly assistants: readonly PractitionerRules[];
  readonly equipment: readonly EquipmentRules[];
  /** Local dates, `YYYY-MM-DD`, on which the usual hours do not hold. */
  readonly holidays: readonly string[];
  /** When the location as a whole is closed. */
  readonly closed: readonly Off[];
}

/** Claimed time. */
export interface Taken extends Interval {
  /** What claims it, where somebody wants to know. */
  readonly source?: { readonly kind: string; readonly id: string };
}

/** Claimed time by the id of a person, chair or piece of equipment, buffers included. */
export type Busy = ReadonlyMap<string, readonly Taken[]>;

/** What was taken and how long it stays so: `[s, s + duration)`. */
export interface Slot extends Interval {
  readonly practitioner: string;
  readonly location: string;
}
