import { formatMoney } from '@enamel/kernel';
import { fieldLabel, type Language, words } from './words.ts';

export interface Shown {
  readonly language: Language;
  readonly zone: string;
  readonly currency: string;
}

export type HeldRecord = Readonly<Record<string, unknown>>;

const amounts = new Set(['amount', 'discount', 'total', 'totalPrice', 'unitPrice']);
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const date = /^\d{4}-\d\d-\d\d$/;

const locales = { en: 'en-GB', ro: 'ro-RO' } as const;

const textOf = (name: string, value: unknown, shown: Shown): string | undefined => {
  const { language, zone } = shown;
  const say = words[language];
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'boolean') return value ? say.yes : say.no;
  if (typeof value === 'number')
    return amounts.has(name)
      ? formatMoney({ minor: value, currency: shown.currency }, language)
      : String(value);
  if (typeof value === 'string') {
    if (instant.test(value))
      return new Intl.DateTimeFormat(locales[language], {
        dateStyle: 'long',
        timeStyle: 'short',
        timeZone: zone,
      }).format(new Date(value));
    if (date.test(value))
      return new Intl.DateTimeFormat(locales[language], {
        dateStyle: 'long',
        timeZone: 'UTC',
      }).format(new Date(`${value}T00:00:00Z`));
    return value;
  }
  if (Array.isArray(value) && value.every((part) => typeof part === 'string'))
    return value.length > 0 ? value.join(', ') : undefined;
  if (Array.isArray(value) && value.length === 0) return undefined;
  return undefined;
};

const isRecords = (value: unknown): value is HeldRecord[] =>
  Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'object');

/** A record as lines of names and values; what has parts, such as the lines of an invoice, comes as lines of its own. */
export const factsOf = (record: HeldRecord, shown: Shown): [name: string, value: string][] => {
  const own = { ...shown, currency: String(record.currency ?? shown.currency) };
  return Object.entries(record).flatMap(([name, value]): [string, string][] => {
    if (
      name === 'documentId' ||
      name === 'currency' ||
      name === 'createdAt' ||
      name === 'updatedAt'
    )
      return [];
    const label = fieldLabel(name, shown.language);
    const text = textOf(name, value, own);
    if (text !== undefined) return [[label, text]];
    if (!isRecords(value)) return [];
    const parts = value.map((part) =>
      factsOf(part, own)
        .map(([, inner]) => inner)
        .join(' · '),
    );
    return parts.some((part) => part.length > 200)
      ? [[label, words[shown.language].inJson]]
      : parts.map((part) => [label, part]);
  });
};
