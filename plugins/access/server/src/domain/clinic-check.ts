import { type FieldProblem, isZone } from '@enamel/kernel';

const spoken = new Set<unknown>(['en', 'ro']);
const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && code !== 'ZZ' && countries.of(code) !== undefined;

const speaks = (languages: unknown): boolean =>
  Array.isArray(languages) &&
  languages.length > 0 &&
  new Set(languages).size === languages.length &&
  languages.every((language) => spoken.has(language));

interface Place {
  readonly zone?: unknown;
  readonly country?: unknown;
  readonly languages?: unknown;
}

const rules: Record<keyof Place, { fits: (value: unknown) => boolean; message: string }> = {
  zone: {
    fits: (zone) => typeof zone === 'string' && isZone(zone),
    message: 'must be a time zone such as Europe/Bucharest',
  },
  country: {
    fits: (country) => typeof country === 'string' && isCountry(country),
    message: "must be a country's code of two letters such as RO",
  },
  languages: { fits: speaks, message: 'must be a list such as ["en", "ro"]' },
};

/** What would stop every page of the portal if it were saved with the clinic or one of its locations. */
export const clinicProblems = (data: Place): FieldProblem[] =>
  (Object.keys(rules) as (keyof Place)[]).flatMap((field) => {
    const value = data[field];
    const { fits, message } = rules[field];
    return value === undefined || value === null || fits(value) ? [] : [{ field, message }];
  });
