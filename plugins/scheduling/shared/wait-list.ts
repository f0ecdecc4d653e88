/** The wait list, offers and gaps as server, panel and portal speak of them. Instants carry the location's offset. */

export const weekdayNames = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof weekdayNames)[number];

export const waitStatuses = ['waiting', 'offered', 'booked', 'closed'] as const;
export type WaitStatus = (typeof waitStatuses)[number];

/** Live entries that one patient may have. */
export const mostEntries = 5;

export const offerStates = ['open', 'accepted', 'declined', 'expired', 'withdrawn'] as const;
export type OfferState = (typeof offerStates)[number];

/** What somebody who waits would take; dates and times are the location's. */
export interface Preferences {
  /** Document ids; none means anybody. */
  readonly practitioners: readonly string[];
  readonly weekdays: readonly Weekday[];
  /** `HH:MM` between which a visit may begin. */
  readonly timeFrom: string | null;
  readonly timeUntil: string | null;
  /** `YYYY-MM-DD`. */
  readonly earliest: string | null;
  readonly latest: string | null;
}

interface Named {
  readonly documentId: string;
  readonly name: string;
}

/** One entry as its patient sees it: `GET /api/scheduling/wait-list`. */
export interface OwnEntry extends Omit<Preferences, 'practitioners'> {
  readonly documentId: string;
  readonly status: WaitStatus;
  readonly appointmentType: Named;
  readonly location: Named & { readonly zone: string };
  readonly practitioners: readonly Named[];
  readonly note: string | null;
  readonly since: string;
  /** The visit that would be moved forward, or that an offer led to. */
  readonly appointment: { readonly documentId: string; readonly start: string } | null;
}

/** One entry as the desk sees it. */
export interface WaitListEntry extends OwnEntry {
  readonly urgent: boolean;
  readonly patient: Named & { readonly phone: string | null; readonly reachable: boolean };
  /** Minutes. */
  readonly duration: number;
  readonly offer: EntryOffer | null;
}

export interface EntryOffer {
  readonly id: string;
  readonly start: string;
  readonly practitionerName: string;
  readonly expiresAt: string;
}

/** How offers go out: `PUT /scheduling/wait-list/settings`, by those who may change settings. */
export interface OfferSettings {
  /** Minutes of opening hours for which an offered time is kept. */
  readonly minutes: number;
  /** Whether freed times are offered by themselves. */
  readonly automatic: boolean;
}

export const offerMinutes = { least: 5, most: 1440 } as const;

/** `GET /scheduling/wait-list` */
export interface WaitListPage {
  readonly data: readonly WaitListEntry[];
  readonly meta: {
    readonly total: number;
    readonly page: number;
    readonly pageSize: number;
    readonly statuses: Readonly<Partial<Record<WaitStatus, number>>>;
    readonly offers: OfferSettings;
  };
}

/** A time that suits: `GET /scheduling/wait-list/:documentId/times` */
export interface SuitableTime {
  readonly start: string;
  readonly end: string;
  readonly practitioner: string;
  readonly practitionerName: string;
}

/** `POST /scheduling/wait-list/offers` */
export interface OfferOrder {
  /** An entry of the wait list; else patient and type name whom and what for. */
  readonly entry?: string | undefined;
  readonly patient?: string | undefined;
  readonly appointmentType?: string | undefined;
  readonly location?: string | undefined;
  /** The name of the source that found the patient. */
  readonly source?: string | undefined;
  readonly practitioner: string;
  readonly start: string;
  readonly gap?: number | undefined;
  /** Whether the next who waits is asked when nobody accepts. */
  readonly thenNext?: boolean | undefined;
}

export interface Offer {
  readonly id: string;
  readonly state: OfferState;
  readonly patient: string;
  readonly start: string;
  readonly end: string;
  readonly expiresAt: string;
  /** Document id of the visit it led to. */
  readonly appointment: string | null;
}

/** Time that was given back and is free still: `GET /scheduling/gaps` */
export interface FreeGap {
  readonly id: number;
  readonly start: string;
  readonly end: string;
  readonly minutes: number;
  readonly location: Named & { readonly zone: string };
  readonly practitioner: Named;
  readonly chair: Named;
  /** Who is asked at the moment. */
  readonly offer: (EntryOffer & { readonly patient: Named }) | null;
}

/** Somebody who could take a gap: `GET /scheduling/gaps/:id/candidates` */
export interface GapPerson {
  readonly source: string;
  readonly entry: string | null;
  readonly patient: Named & { readonly phone: string | null; readonly reachable: boolean };
  readonly appointmentType: Named;
  readonly start: string;
  readonly end: string;
  /** Codes that the panel puts into words, such as `urgent`; or words of the source, as they are. */
  readonly reasons: readonly string[];
  readonly words: { readonly en: string; readonly ro: string } | null;
  readonly since: string | null;
  /** Start of the visit that would be moved forward. */
  readonly movesFrom: string | null;
  readonly alreadyAsked: boolean;
}

/** What the holder of an offer's link sees: `GET /api/scheduling/offers/:token` */
export interface OfferView {
  readonly state: OfferState;
  readonly start: string;
  readonly end: string;
  readonly zone: string;
  readonly expiresAt: string;
  readonly appointmentType: string;
  readonly practitioner: string;
  readonly location: {
    readonly name: string;
    readonly address: string | null;
    readonly city: string | null;
    readonly phone: string | null;
  };
  readonly movesFrom: string | null;
}
