import type { AuditEntry, EntriesPage } from '../../../../audit/shared/index.ts';
import { type Translate, useFormats, useWords } from '../kit/index.ts';

type Names = EntriesPage['meta']['names'];

export interface Line {
  readonly id: string;
  readonly at: string;
  readonly when: string;
  readonly who: string;
  readonly what: string;
  readonly details: string;
  readonly patients: readonly { readonly documentId: string; readonly name: string }[];
  readonly from: string;
}

/** A word of ours, or the program's own when there is none yet. */
const word = (t: Translate, kind: 'action' | 'subject', name: string) => {
  const key = `${kind}.${name}`;
  const known = t(key);
  return known === key ? name : known;
};

const whoIn = (t: Translate, { actor }: AuditEntry) =>
  actor.kind === 'staff' ? (actor.name ?? actor.id) : t(`actor.${actor.kind}`);

const detailsIn = ({ detail }: AuditEntry): string => {
  const values = (detail.values ?? {}) as Record<string, { old: unknown; new: unknown }>;
  const fields = (Array.isArray(detail.fields) ? detail.fields : []) as string[];
  return fields
    .map((field) => {
      const change = values[field];
      return change ? `${field}: ${change.old ?? '–'} → ${change.new ?? '–'}` : field;
    })
    .join(', ');
};

/** Entries as a person reads them. */
export const useLines = () => {
  const t = useWords('trail');
  const { moment } = useFormats();
  return (entries: readonly AuditEntry[], names: Names): Line[] =>
    entries.map((entry) => ({
      id: entry.id,
      at: entry.at,
      when: moment(entry.at),
      who: whoIn(t, entry),
      what: `${word(t, 'action', entry.action)} · ${word(t, 'subject', entry.subject)}`,
      details: detailsIn(entry),
      patients: entry.patients.map((documentId) => ({
        documentId,
        name: names[documentId] ?? documentId,
      })),
      from: entry.ip ?? '',
    }));
};
