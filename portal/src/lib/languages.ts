/** Languages the portal speaks, each with the locale its dates and numbers are written in. */
export const locales = { en: 'en-GB', ro: 'ro-RO' } as const;

export type Language = keyof typeof locales;

export const languages = Object.keys(locales) as Language[];

export const isLanguage = (value: string | undefined): value is Language =>
  value !== undefined && Object.hasOwn(locales, value);

/** The visitor's first language among those offered, by the weights of `Accept-Language`. */
export const preferredLanguage = (
  header: string | null,
  offered: readonly Language[],
  fallback: Language,
): Language => {
  const wishes = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', weight] = part.trim().split(/;\s*q=/);
      return { language: tag.slice(0, 2).toLowerCase(), weight: Number(weight ?? 1) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return (
    wishes
      .map(({ language }) => language)
      .filter(isLanguage)
      .find((language) => offered.includes(language)) ?? fallback
  );
};
