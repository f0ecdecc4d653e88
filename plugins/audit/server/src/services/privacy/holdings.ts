import type { rows, Transaction } from '@enamel/kernel/server';
import type { Core, UID } from '@strapi/strapi';
import type { RecordKind } from '../../domain/privacy/retention.ts';
import type { HeldRecord } from '../../domain/privacy/shown.ts';
import type { Language } from '../../domain/privacy/words.ts';
import { recordsOf } from '../../store/privacy/held.ts';

type Connection = Parameters<typeof rows>[0];

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
  /** Tables of the plugin's own of which `more` tells. */
  readonly tables?: readonly string[];
  /** What is in them. */
  readonly more?: (patient: HeldPatient) => Promise<readonly HeldRecord[]>;
  readonly files?: (patient: HeldPatient) => Promise<readonly HeldFile[]>;
  /** By which rule it is kept when the patient asks to be forgotten. */
  readonly kind: RecordKind;
  /** The field that dates the nouns' records, such as `startsAt`; when they were made, where there is none. */
  readonly dated?: string;
  /** How many there are in tables of the plugin's own. */
  readonly count?: (on: Connection, patient: HeldPatient) => Promise<number>;
  /** The clinic's date of the newest of those, `YYYY-MM-DD`. */
  readonly last?: (on: Connection, patient: HeldPatient) => Promise<string | null>;
  /** Lets go what the plugin keeps beside the nouns; their records go by themselves, those for the books by their link. */
  readonly erase?: (trx: Transaction, patient: HeldPatient) => Promise<void>;
  /** How many things to come stand in the way of an erasure. */
  readonly ahead?: (on: Connection, patient: HeldPatient) => Promise<number>;
}

const holdings = new WeakMap<Core.Strapi, Holding[]>();

/** Adds a section. Call it in a plugin's `register`. */
export const hold = (strapi: Core.Strapi, ...added: readonly Holding[]): void => {
  holdings.set(strapi, [...(holdings.get(strapi) ?? []), ...added]);
};

export const holdingsOf = (strapi: Core.Strapi): readonly Holding[] => holdings.get(strapi) ?? [];

/** Visits to come. */
export const visitsAhead = async (
  strapi: Core.Strapi,
  on: Connection,
  patient: HeldPatient,
): Promise<number> => {
  let ahead = 0;
  for (const holding of holdingsOf(strapi)) ahead += (await holding.ahead?.(on, patient)) ?? 0;
  return ahead;
};

export interface Section {
  readonly holding: Holding;
  readonly records: readonly HeldRecord[];
  readonly files: readonly HeldFile[];
}

/** All that the clinic holds of a patient, section by section. */
export const gather = async (strapi: Core.Strapi, patient: HeldPatient): Promise<Section[]> => {
  const sections: Section[] = [];
  for (const holding of holdingsOf(strapi)) {
    const records: HeldRecord[] = [];
    for (const noun of holding.nouns) records.push(...(await recordsOf(strapi, noun, patient)));
    records.push(...((await holding.more?.(patient)) ?? []));
    sections.push({ holding, records, files: (await holding.files?.(patient)) ?? [] });
  }
  return sections;
};
