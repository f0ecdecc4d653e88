import { type Context, useContext } from 'react';

/** The part of react-intl's interface that our pages use. */
interface Intl {
  readonly locale: string;
  formatMessage(
    message: { id: string; defaultMessage?: string },
    values?: Record<string, string | number>,
  ): string;
}

interface SharedByEveryCopy {
  readonly __REACT_INTL_CONTEXT__: Context<Intl>;
}

/** The panel's language. react-intl is nested inside Strapi's packages; all its copies share this context by design. */
export const useIntl = (): Intl =>
  useContext((window as unknown as SharedByEveryCopy).__REACT_INTL_CONTEXT__);
