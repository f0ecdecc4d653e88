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
