/** The clinic as visitors see it, kept for five seconds so that a change in the panel shows at once. */
import { type Language, languages } from '../lib/languages.ts';
import { createApi, dataOf } from './api.ts';
import { type Catalogue, catalogue } from './contracts.ts';

const freshFor = 5_000;
const kept = new Map<Language, { at: number; value: Promise<Catalogue> }>();

export const catalogueIn = (language: Language): Promise<Catalogue> => {
  const known = kept.get(language);
  if (known && performance.now() - known.at < freshFor) return known.value;
  const value = createApi()
    .get('/scheduling/catalogue', dataOf(catalogue), { query: { language } })
    .then(({ data }) => data);
  kept.set(language, { at: performance.now(), value });
  value.catch(() => kept.delete(language));
  return value;
};

/** The languages this clinic offers, out of those we speak. */
export const languagesOf = ({ clinic }: Catalogue): Language[] => {
  const offered = languages.filter((language) => clinic.languages?.includes(language) ?? true);
  return offered.length > 0 ? offered : languages;
};
