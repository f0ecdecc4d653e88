/** An amount in integer minor units (bani, cents) of an ISO 4217 currency. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

const digits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits ?? 2;

/** For people: `formatMoney({ minor: 12000, currency: 'RON' }, 'ro')` is `120,00 RON`. */
export const formatMoney = ({ minor, currency }: Money, language: string): string =>
  new Intl.NumberFormat(language === 'ro' ? 'ro-RO' : 'en-IE', {
    style: 'currency',
    currency,
  }).format(minor / 10 ** digits(currency));

/** The minor units of what a person typed, such as `120,50`; undefined when it is not an amount. */
export const parseMinor = (typed: string, currency: string): number | undefined => {
  const match = /^\s*(\d{1,9})(?:[.,](\d{1,3}))?\s*$/.exec(typed);
  if (!match) return undefined;
  const places = digits(currency);
  const fraction = match[2] ?? '';
  if (fraction.length > places) return undefined;
  return Number(match[1]) * 10 ** places + Number(fraction.padEnd(places, '0') || 0);
};
