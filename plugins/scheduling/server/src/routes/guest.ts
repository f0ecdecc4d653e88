const open = (method: 'GET' | 'POST', path: string, handler: string) => ({
  method,
  path,
  handler: `guest.${handler}`,
  config: { auth: false as const },
});

/** Open to visitors: a booking asks for a verified address, the others for the link to the visit. */
export const guestRoutes = {
  type: 'content-api' as const,
  routes: [
    open('POST', '/guest/bookings', 'book'),
    open('GET', '/manage/:token', 'visit'),
    open('POST', '/manage/:token/cancel', 'cancel'),
    open('POST', '/manage/:token/reschedule', 'reschedule'),
  ],
};
