import { useMemo } from 'react';
import { useClinic } from './clinic.ts';
import { createFormats, type Formats } from './create-formats.ts';
import { useIntl } from './intl.ts';

/** Dates, times and money in the panel's language, the clinic's zone and the clinic's currency. */
export const useFormats = (): Formats => {
  const { locale } = useIntl();
  const { zone, currency } = useClinic();
  return useMemo(
    () => createFormats({ language: locale, zone, currency }),
    [locale, zone, currency],
  );
};
