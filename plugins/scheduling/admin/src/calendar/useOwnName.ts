import { useIntl } from '@enamel/access/admin';
import type { NameByLanguage } from '../../../shared/calendar.ts';

/** A name in the panel's language. */
export const useOwnName = () => {
  const { locale } = useIntl();
  return (name: NameByLanguage): string => (locale === 'ro' ? name.ro : name.en);
};
