/** The expression of the index patients_search, word for word. */
const searched = `search_text(coalesce(p.first_name, '') || ' ' || coalesce(p.last_name, '') || ' ' ||
  coalesce(p.first_name, '') || ' ' || coalesce(p.email, '') || ' ' ||
  regexp_replace(coalesce(p.mobile_number, ''), '\\D', '', 'g'))`;

/** That every word occurs in name, e-mail or phone of the patients `p`; a condition for each, or the index is not used. */
export const withWords = (
  words: readonly string[],
): { readonly condition: string; readonly values: Readonly<Record<string, string>> } => ({
  condition:
    words.map((_, n) => `${searched} like '%' || search_text(:word${n}) || '%'`).join(' and ') ||
    'true',
  values: Object.fromEntries(words.map((word, n) => [`word${n}`, word])),
});
