/** Where candidates for a freed time come from besides the wait list. */
import type { Core } from '@strapi/strapi';

/** Time that became free. Ids are document ids, times epoch milliseconds. */
export interface Gap {
  readonly location: string;
  readonly zone: string;
  readonly practitioner: string;
  readonly start: number;
  readonly end: number;
  readonly now: number;
}

/** A patient who could come. The gap filler looks whether and when the visit fits. */
export interface GapCandidate {
  readonly patient: string;
  readonly appointmentType: string;
  /** Why, for the desk to read: what is planned, since when somebody is due. By the panel's language. */
  readonly words: { readonly en: string; readonly ro: string };
}

export interface GapSource {
  /** Lower case and hyphens, such as `plan`: kept with each offer. */
  readonly name: string;
  /** Who could come, the first to be asked first; at most a few dozen. */
  readonly candidates: (gap: Gap) => Promise<readonly GapCandidate[]>;
}

const sources = new WeakMap<Core.Strapi, GapSource[]>();

/** Registers a source; call it in a plugin's `register`. They are asked in order, after the wait list. */
export const addGapSource = (strapi: Core.Strapi, source: GapSource): void => {
  sources.set(strapi, [...(sources.get(strapi) ?? []), source]);
};

export const gapSources = (strapi: Core.Strapi): readonly GapSource[] => sources.get(strapi) ?? [];
