import type { AuditEntry, EntriesPage } from '../../../../audit/shared/index.ts';
import { type Translate, useFormats, useWords } from '../kit/index.ts';

type Names = EntriesPage['meta']['names'];

export interface Line {
  readonly id: string;
  readonly at: string;
  readonly when: string;
  readonly who: string;
  /** Names of the roles that a member of staff acted with. */
  readonly roles: string;
  readonly what: string;
  readonly details: string;
  readonly patients: readonly { readonly documentId: string; readonly name: string }[];
  readonly from: string;
  readonly device: string;
}

/** A word of ours, or the program's own when there is none yet. */
const word = (t: Translate, kind: 'action' | 'subject', name: string) => {
  const key = `${kind}.${name}`;
  const known = t(key);
  return known === key ? name : known;
};

const whoIn = (t: Translate, { actor }: AuditEntry) =>
  actor.kind === 'staff' ? (actor.name ?? actor.id) : t(`actor.${actor.kind}`);

const listIn = (value: unknown) => (Array.isArray(value) ? (value as string[]) : []);

const detailsIn = (t: Translate, { detail, reason }: AuditEntry): string => {
  const values = (detail.values ?? {}) as Record<string, { old: unknown; new: unknown }>;
  const told = listIn(detail.fields).map((field) => {
    const change = values[field];
    return change ? `${field}: ${change.old ?? '–'} → ${change.new ?? '–'}` : field;
  });
  for (const what of ['granted', 'revoked'] as const) {
    const names = listIn(detail[what]);
    if (names.length > 0) told.push(`${t(`detail.${what}`)} ${names.join(', ')}`);
  }
  if (typeof detail.file === 'string') told.push(detail.file);
  if (reason !== null) told.push(reason);
  return told.join(', ');
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
      roles: entry.actor.roles.join(', '),
      what: `${word(t, 'action', entry.action)} · ${word(t, 'subject', entry.subject)}`,
      details: detailsIn(t, entry),
      patients: entry.patients.map((documentId) => ({
        documentId,
        name: names[documentId] ?? documentId,
      })),
      from: entry.ip ?? '',
      device: entry.device ?? '',
    }));
};
