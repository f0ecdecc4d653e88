/** A patient's treatments as the patient reads them. */
import { type ChartWords, type Notation, toothOf, writeTooth } from '@enamel/charting/shared';
import { formatMoney } from '@enamel/kernel';
import { fullDate, plainDate } from '../lib/dates.ts';
import type { Language } from '../lib/languages.ts';
import type { Treatment } from './contracts.ts';

const ahead: ReadonlySet<Treatment['status']> = new Set(['planned', 'in-progress', 'referred']);
/** What the clinic has asked or will ask money for. */
const priced: ReadonlySet<Treatment['status']> = new Set(['planned', 'in-progress', 'completed']);

export interface Telling {
  readonly words: ChartWords;
  /** `Tooth 46`. */
  readonly tooth: (written: string) => string;
  readonly notation: Notation;
  readonly currency: string;
  readonly language: Language;
  /** The clinic's. */
  readonly zone: string;
}

const dayOf = ({ date, completedAt }: Treatment, { language, zone }: Telling): string => {
  if (date) return plainDate(date, language);
  return completedAt ? fullDate(completedAt, language, zone) : '';
};

/** The clinic's own words usually name the tooth already. */
const placeOf = ({ tooth, description }: Treatment, telling: Telling): string => {
  if (!tooth) return '';
  const written = telling.tooth(writeTooth(tooth, telling.notation));
  return description ? written : `${written}, ${telling.words.tooth(toothOf(tooth))}`;
};

const priceOf = (treatment: Treatment, { currency, language }: Telling): string => {
  const minor = (treatment.totalPrice ?? 0) - (treatment.discount ?? 0);
  return priced.has(treatment.status) && minor > 0
    ? formatMoney({ minor, currency }, language)
    : '';
};

/** The procedure in the reader's language; the clinic's own words stand in one language only. */
const namesOf = ({ procedure, description }: Treatment, { words }: Telling) => {
  return procedure === 'other' && description
    ? { what: description, note: '' }
    : { what: words.procedures[procedure], note: description };
};

const tell = (treatment: Treatment, telling: Telling) => ({
  documentId: treatment.documentId,
  status: treatment.status,
  state: telling.words.statuses[treatment.status],
  ...namesOf(treatment, telling),
  facts: [
    [dayOf(treatment, telling), placeOf(treatment, telling)].filter(Boolean).join(' · '),
    treatment.practitioner,
  ].filter(Boolean),
  price: priceOf(treatment, telling),
});

export type ToldTreatment = ReturnType<typeof tell>;

const since = ({ date, completedAt }: Treatment): string => date ?? completedAt ?? '';

/** What is still to come in the order it was planned, and what was done, the latest first. */
export const tellTreatments = (treatments: readonly Treatment[], telling: Telling) => {
  const told = (list: readonly Treatment[]) => list.map((treatment) => tell(treatment, telling));
  return {
    ahead: told(treatments.filter(({ status }) => ahead.has(status))),
    done: told(
      treatments
        .filter(({ status }) => !ahead.has(status) && status !== 'inactive')
        .sort((a, b) => since(b).localeCompare(since(a))),
    ),
  };
};
