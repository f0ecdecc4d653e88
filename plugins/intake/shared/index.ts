/** What the server of intake and those who call it agree on. Instants are ISO 8601 in UTC, dates `YYYY-MM-DD`. */
export const questionTypes = [
  'text',
  'textarea',
  'radio',
  'checkbox',
  'number',
  'date',
  'tooth',
  'signature',
] as const;

export type QuestionType = (typeof questionTypes)[number];
export type Language = 'en' | 'ro';

/**
 * `key` stays while the question does, whatever its wording. `options` belong to radio and checkbox; a checkbox without
 * options is one yes to tick.
 */
export interface Question {
  readonly key: string;
  readonly question: string;
  readonly type: QuestionType;
  readonly options: readonly string[];
  readonly required: boolean;
  readonly help: string | null;
  readonly raisesAlert: boolean;
}

export interface Section {
  readonly title: string;
  readonly description: string | null;
  readonly questions: readonly Question[];
}

/** An answer as it is kept: teeth are FDI numbers, a signature is a PNG data URL. */
export type Answer = string | number | boolean | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;

export type AlertKind = 'allergy' | 'medication' | 'condition' | 'other';

export interface Alert {
  readonly kind: AlertKind;
  readonly text: string;
  readonly severity: 'high' | 'low';
}

/** `GET /api/intake/mine`: the form that the signed-in patient still owes, and the visit that asks for it. */
export interface OwnForm {
  /** Document id. */
  readonly appointment: string;
  readonly startsAt: string;
}

/** `POST /api/intake/mine`: a link to that form, as an address, as a path of the portal and by its token. */
export interface OwnFormLink {
  readonly url: string;
  readonly path: string;
  readonly token: string;
}

/** A row of `GET /intake/patients/:documentId/responses`. */
export interface ResponseSummary {
  readonly documentId: string;
  readonly title: string;
  readonly language: Language;
  readonly status: 'submitted' | 'reviewed';
  readonly submittedAt: string;
  readonly reviewedAt: string | null;
  readonly reviewedBy: string | null;
}

/** `GET /intake/responses/:documentId`: the form exactly as it was asked, with what was answered. */
export interface ResponseDetail extends ResponseSummary {
  readonly patient: {
    readonly documentId: string;
    readonly firstName: string;
    readonly lastName: string;
  };
  readonly sections: readonly Section[];
  readonly answers: Answers;
  readonly dateOfBirth: string | null;
  readonly signature: string | null;
  /** SHA-256 over the canonical JSON of what was frozen. */
  readonly hash: string;
  /** Whether the hash still fits what is stored. */
  readonly intact: boolean;
  /** Alerts that the flagged answers suggest; the reviewer chooses and edits. */
  readonly suggestedAlerts: readonly Alert[];
}
