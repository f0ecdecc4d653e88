import { registerTrads } from '@enamel/access/admin';

/** The words of the wait list are `waitlist.…`. */
export const waitListTrads = registerTrads('waitlist', {
  en: () => import('./words/en.json'),
  ro: () => import('./words/ro.json'),
});
