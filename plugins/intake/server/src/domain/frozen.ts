import { createHash } from 'node:crypto';
import type { Answers, Language, Section } from '../../../shared/index.ts';

/** What a submission keeps for ever: the form as it was asked and what was answered. */
export interface Frozen {
  /** Document id of the patient. */
  readonly patient: string;
  readonly title: string;
  readonly language: Language;
  readonly sections: readonly Section[];
  readonly answers: Answers;
  /** `YYYY-MM-DD`. */
  readonly dateOfBirth: string;
  /** PNG data URL. */
  readonly signature: string;
  /** ISO 8601 in UTC with milliseconds. */
  readonly submittedAt: string;
}

/** JSON with the keys of every object sorted and no space: one text for one value, whatever stored it. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
};

/** SHA-256 in hex over the canonical JSON. */
export const hashOf = (frozen: Frozen): string =>
  createHash('sha256').update(canonicalJson(frozen)).digest('hex');
