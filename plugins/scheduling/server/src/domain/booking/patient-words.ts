const dates: readonly [RegExp, (match: RegExpExecArray) => string][] = [
  [/^(\d{4})-(\d{2})-(\d{2})$/, ([, year, month, day]) => `${year}-${month}-${day}`],
  [
    /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/,
    ([, day, month, year]) => `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`,
  ],
];

/** The date of birth that was typed, as `1980-02-29` or `29.2.1980`; null when it is something else. */
const bornOn = (typed: string): string | null => {
  for (const [pattern, written] of dates) {
    const match = pattern.exec(typed);
    const date = match && written(match);
    if (date && new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date)) return date;
  }
  return null;
};

const isPhone = (typed: string): boolean => /^[+\d][\d\s().-]{2,}$/.test(typed);

/**
 * What somebody types to find a patient: words that must all occur, `%`, `_` and `\\` escaped, or the date of birth.
 * A phone number becomes the digits that its national and international forms share.
 */
export const patientWords = (
  typed: string,
): { readonly words: readonly string[]; readonly born: string | null } => ({
  born: bornOn(typed),
  words: isPhone(typed)
    ? [typed.replace(/\D/g, '').replace(/^(00)?(40|0)(?=\d{5})/, '')]
    : typed.split(/\s+/).map((word) => word.replace(/[\\%_]/g, '\\$&')),
});
