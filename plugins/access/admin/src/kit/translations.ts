import { useCallback } from 'react';
import { useIntl } from './intl.ts';

type Words = Record<string, string>;
type Loader = () => Promise<{ default: Words }>;

/**
 * The `registerTrads` of a plugin: `registerTrads('billing', { en: () => import('./translations/en.json'), ro: … })`.
 * A key `paid` in the file becomes the message `billing.paid`.
 */
export const registerTrads =
  (plugin: string, languages: Readonly<Record<string, Loader>>) =>
  ({ locales }: { locales: string[] }) =>
    Promise.all(
      locales.map(async (locale) => {
        const words = (await languages[locale]?.())?.default ?? {};
        const data = Object.fromEntries(
          Object.entries(words).map(([key, text]) => [`${plugin}.${key}`, text]),
        );
        return { locale, data };
      }),
    );

export type Translate = (key: string, values?: Record<string, string | number>) => string;

/** `const t = useWords('billing')`; `t('paid', { amount })` says the message `billing.paid`. */
export const useWords = (plugin: string): Translate => {
  const intl = useIntl();
  return useCallback(
    (key, values) => intl.formatMessage({ id: `${plugin}.${key}`, defaultMessage: key }, values),
    [intl, plugin],
  );
};
