import type { Core, UID } from '@strapi/strapi';
import type { HeldRecord } from '../../domain/privacy/shown.ts';
import type { Language } from '../../domain/privacy/words.ts';
import { recordsOf } from '../../store/privacy/held.ts';

export interface HeldPatient {
  readonly id: number;
  readonly documentId: string;
}

export interface HeldFile {
  /** Within the archive's folder, such as `ENM-2026-0001.pdf`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a plugin holds of a patient: one section of their data. */
export interface Holding {
  /** Such as `visits`; its key in `data.json`. */
  readonly name: string;
  readonly title: Readonly<Record<Language, string>>;
  /** The nouns in it, such as `api::appointment.appointment`: all their fields are told. */
  readonly nouns: readonly UID.ContentType[];
  /** What is in tables of the plugin's own. */
  readonly more?: (patient: HeldPatient) => Promise<readonly HeldRecord[]>;
  readonly files?: (patient: HeldPatient) => Promise<readonly HeldFile[]>;
}

const holdings = new WeakMap<Core.Strapi, Holding[]>();

/** Adds a section. Call it in a plugin's `register`. */
export const hold = (strapi: Core.Strapi, ...added: readonly Holding[]): void => {
  holdings.set(strapi, [...(holdings.get(strapi) ?? []), ...added]);
};

export interface Section {
  readonly holding: Holding;
  readonly records: readonly HeldRecord[];
  readonly files: readonly HeldFile[];
}

/** All that the clinic holds of a patient, section by section. */
export const gather = async (strapi: Core.Strapi, patient: HeldPatient): Promise<Section[]> => {
  const sections: Section[] = [];
  for (const holding of holdings.get(strapi) ?? []) {
    const records: HeldRecord[] = [];
    for (const noun of holding.nouns) records.push(...(await recordsOf(strapi, noun, patient)));
    records.push(...((await holding.more?.(patient)) ?? []));
    sections.push({ holding, records, files: (await holding.files?.(patient)) ?? [] });
  }
  return sections;
};
