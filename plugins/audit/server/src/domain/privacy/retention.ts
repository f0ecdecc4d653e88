/** How long the law wants records kept, whatever a patient asks. Dates are `YYYY-MM-DD`, local to the clinic. */
export type RecordKind = 'contact' | 'clinical' | 'financial';

export interface RetentionRules {
  /** Years after the last thing that was done for the patient. */
  readonly clinicalYears: number;
  /** Years after the end of the year of the last invoice or payment. */
  readonly financialYears: number;
}

export interface HeldSection {
  readonly name: string;
  readonly kind: RecordKind;
  /** How many records there are. */
  readonly count: number;
  /** Date of the newest; null when there is none. */
  readonly last: string | null;
}

export interface Verdict extends HeldSection {
  /** Until when it stays; null when it goes now. */
  readonly until: string | null;
}

const later = (a: string | null, b: string | null) => (a === null || (b !== null && b > a) ? b : a);

const untilOf = (kind: RecordKind, last: string | null, rules: RetentionRules): string | null => {
  if (kind === 'contact' || last === null) return null;
  const date = Temporal.PlainDate.from(last);
  return kind === 'clinical'
    ? date.add({ years: rules.clinicalYears }).toString()
    : Temporal.PlainDate.from({ year: date.year, month: 12, day: 31 })
        .add({ years: rules.financialYears })
        .toString();
};

/** What goes today and what stays: clinical records stand or fall together, by the last of them. */
export const judge = (
  sections: readonly HeldSection[],
  rules: RetentionRules,
  today: string,
): Verdict[] => {
  const lastOf = (kind: RecordKind) =>
    sections
      .filter((section) => section.kind === kind)
      .reduce<string | null>((last, section) => later(last, section.last), null);
  return sections.map((section) => {
    const until = section.count > 0 ? untilOf(section.kind, lastOf(section.kind), rules) : null;
    return { ...section, until: until !== null && until > today ? until : null };
  });
};
