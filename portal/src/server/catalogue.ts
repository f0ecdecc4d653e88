/** The clinic as visitors see it, kept for five seconds so that a change in the panel shows at once. */
import { type Language, languages } from '../lib/languages.ts';
import { createApi, dataOf } from './api.ts';
import { type Catalogue, catalogue } from './contracts.ts';

const freshFor = 5_000;
/** An old answer serves while the API is away. */
const staleFor = 60 * 60_000;
/** Milliseconds that a visitor waits for news, when there is an old answer. */
const patience = 2_000;
const last = new Map<Language, { at: number; value: Catalogue }>();
const kept = new Map<Language, { at: number; value: Promise<Catalogue> }>();

export const catalogueIn = (language: Language): Promise<Catalogue> => {
  const known = kept.get(language);
  if (known && performance.now() - known.at < freshFor) return known.value;
  const value = createApi()
    .get('/scheduling/catalogue', dataOf(catalogue), {
      query: { language },
      ...(last.has(language) ? { patience } : {}),
    })
    .then(({ data }) => {
      last.set(language, { at: performance.now(), value: data });
      return data;
    })
    .catch((error: unknown) => {
      const known = last.get(language);
      if (!known || performance.now() - known.at > staleFor) throw error;
      return known.value;
    });
  kept.set(language, { at: performance.now(), value });
  value.catch(() => kept.delete(language));
  return value;
};

/** The languages this clinic offers, out of those we speak. */
export const languagesOf = ({ clinic }: Catalogue): Language[] => {
  const offered = languages.filter((language) => clinic.languages?.includes(language) ?? true);
  return offered.length > 0 ? offered : languages;
};
