/** Private addresses under which calendar programs read visits. Instants are ISO 8601 in UTC. */
export const feedKinds = ['practitioner', 'location', 'patient'] as const;
export type FeedKind = (typeof feedKinds)[number];

export interface Feed {
  readonly id: string;
  readonly madeAt: string;
  /** When a calendar program last asked for it. */
  readonly fetchedAt: string | null;
}

/** A feed as its maker is told of it, once: nobody can read the address again. */
export interface NewFeed extends Feed {
  readonly url: string;
}

export interface StaffFeed extends Feed {
  readonly kind: FeedKind;
  /** Whose visits it shows. */
  readonly owner: { readonly documentId: string; readonly name: string };
  /** Null for a patient's own, and for a maker who is no longer known. */
  readonly madeBy: string | null;
}

/** `GET /scheduling/calendar-feeds?kind=&page=`, the panel's list. */
export interface StaffFeedsAnswer {
  readonly data: readonly StaffFeed[];
  readonly meta: {
    readonly total: number;
    readonly page: number;
    readonly pageSize: number;
    /** For whom this person may make one. */
    readonly owners: readonly {
      readonly kind: Exclude<FeedKind, 'patient'>;
      readonly documentId: string;
      readonly name: string;
    }[];
  };
}

/** `POST /scheduling/calendar-feeds` */
export interface FeedOrder {
  readonly kind: Exclude<FeedKind, 'patient'>;
  readonly owner: string;
}

/** `GET /api/scheduling/feeds`: a patient's own. */
export interface OwnFeedsAnswer {
  readonly data: readonly Feed[];
}
