import { useWords } from '@enamel/access/admin';
import type { OfferSettings } from '../../../shared/wait-list.ts';

/** What happens to a time that a visit gives back, in a sentence. */
export const useSayMode = () => {
  const t = useWords('waitlist');
  return ({ automatic, minutes }: OfferSettings) =>
    t(automatic ? 'mode.automatic' : 'mode.desk', { minutes });
};
