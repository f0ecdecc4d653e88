/** Why a time is not offered. Instants are ISO 8601 with the location's offset. */
export interface ExplainedReason {
  readonly code: string;
  /** In English, for programs that have no words of their own. */
  readonly message: string;
  /** Who or what it keeps away; absent for the visit itself. */
  readonly resource: { readonly kind: string; readonly id: string; readonly name: string } | null;
  /** The record that causes it, where there is one and one may know it. */
  readonly record: { readonly uid: string; readonly documentId: string } | null;
  /** The time that the cause covers. For a holiday its day. */
  readonly span: { readonly start: string; readonly end: string } | null;
}

export interface ExplainedPerson {
  readonly practitioner: { readonly documentId: string; readonly name: string };
  /** Whether patients are offered this time. */
  readonly offered: boolean;
  /** In the order in which one would look; none when it is offered. */
  readonly reasons: readonly ExplainedReason[];
}

/** `GET /api/scheduling/slots/explain` and the panel's `GET /scheduling/explain`, alike. */
export interface ExplainAnswer {
  readonly data: {
    readonly at: string;
    readonly zone: string;
    readonly location: string;
    readonly people: readonly ExplainedPerson[];
  };
}
