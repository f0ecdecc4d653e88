/** Requests of patients about their data. Instants are ISO 8601 in UTC, dates `YYYY-MM-DD`. */
export type PrivacyLanguage = 'en' | 'ro';

export interface DataExport {
  readonly id: string;
  /** `asked` until the archive is made; `expired` once it is gone again. */
  readonly state: 'asked' | 'ready' | 'expired';
  readonly way: 'portal' | 'desk';
  readonly askedAt: string;
  readonly askedBy: string | null;
  readonly readyAt: string | null;
  /** Until when the archive can be downloaded. */
  readonly until: string | null;
  readonly bytes: number | null;
  /** How often it was downloaded. */
  readonly fetched: number;
}

export type ErasureState = 'asked' | 'done' | 'refused' | 'withdrawn';

/** A section that stays after an erasure, until a local date. */
export interface KeptSection {
  readonly name: string;
  readonly title: Readonly<Record<PrivacyLanguage, string>>;
  readonly until: string;
}

/** A patient's wish to be forgotten, as the patient follows it. */
export interface Erasure {
  readonly id: string;
  readonly state: ErasureState;
  readonly way: 'portal' | 'desk';
  readonly askedAt: string;
  /** Local date by which the clinic answers. */
  readonly dueOn: string;
  /** Why the clinic needs longer; null while it does not. */
  readonly putOff: string | null;
  readonly answeredAt: string | null;
  readonly answeredBy: string | null;
  readonly reason: string | null;
  readonly kept: readonly KeptSection[];
}

/** The same as the clinic sees it in a list. */
export interface ErasureRow extends Erasure {
  readonly patient: { readonly documentId: string; readonly name: string };
}

/** What an erasure would do now, without doing it. */
export interface ErasurePreview {
  readonly sections: readonly {
    readonly name: string;
    readonly title: Readonly<Record<PrivacyLanguage, string>>;
    readonly count: number;
    /** Stays until this date; null when it goes. */
    readonly until: string | null;
  }[];
  readonly hold: LegalHold | null;
  /** Visits to come: they must be cancelled first. */
  readonly ahead: number;
}

export interface LegalHold {
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

export interface ErasureDetail extends ErasureRow {
  readonly preview: ErasurePreview | null;
}

/** Who an erased patient was, while the law keeps records of them. */
export interface KeptIdentity {
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: string | null;
  readonly nationalId: string | null;
}

/** What waits for the clinic's answer: how much, and the local date of the first. */
interface Waiting {
  readonly count: number;
  readonly next: string | null;
}

export interface PrivacyDeadlines {
  readonly erasures: Waiting;
  readonly corrections: Waiting;
}

/** A breach of which the authority has not been told. */
export interface OpenBreach {
  readonly documentId: string;
  readonly title: string;
  /** 72 hours after it was discovered. */
  readonly notifyBy: string;
}

/** What patients may agree to, with where one of them stands. */
export interface ConsentStanding {
  readonly key: string;
  /** Of the words that are asked today; null when nobody is asked any more. */
  readonly version: number | null;
  readonly language: PrivacyLanguage;
  readonly title: string;
  readonly text: string;
  /** Null when they were never asked. */
  readonly state: 'given' | 'withdrawn' | null;
  readonly at: string | null;
  readonly way: 'portal' | 'desk' | null;
  readonly by: string | null;
  /** To which words they said so. */
  readonly saidTo: number | null;
}

/** Fields of their own that patients may ask to have corrected. */
export const correctable = ['firstName', 'lastName', 'dateOfBirth', 'address', 'city'] as const;

export type Correctable = (typeof correctable)[number];

/** A correction as the patient follows it. */
export interface Correction {
  readonly id: string;
  readonly state: 'asked' | 'accepted' | 'refused';
  readonly fields: readonly Correctable[];
  readonly askedAt: string;
  /** Local date by which the clinic answers. */
  readonly dueOn: string;
  readonly reason: string | null;
}

/** One that waits, as the clinic sees it: what stands there and what would. */
export interface CorrectionRow extends Correction {
  readonly patient: { readonly documentId: string; readonly name: string };
  readonly changes: readonly {
    readonly field: Correctable;
    readonly now: string | null;
    readonly wanted: string;
  }[];
}
