import { contentApi, openRoute } from '@enamel/kernel/server';

/** Open to visitors: a booking asks for a verified address, the others for the link to the visit. */
export const guestRoutes = contentApi(
  openRoute('POST', '/guest/bookings', 'guest.book'),
  openRoute('GET', '/manage/:token', 'guest.visit'),
  openRoute('POST', '/manage/:token/cancel', 'guest.cancel'),
  openRoute('POST', '/manage/:token/reschedule', 'guest.reschedule'),
);
