export interface Colleague {
  readonly documentId: string;
  readonly name: string;
  readonly profession: string;
  /** Document ids of the active locations where he or she works. */
  readonly locations: readonly string[];
}

/** `GET /scheduling/people`: the active practitioners. */
export interface PeopleAnswer {
  readonly data: readonly Colleague[];
}
