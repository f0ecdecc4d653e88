const open = (path: string, handler: string) => ({
  method: 'GET' as const,
  path,
  handler: `booking.${handler}`,
  config: { auth: false as const },
});

const own = (method: 'GET' | 'POST', path: string, handler: string) => ({
  method,
  path,
  handler: `booking.${handler}`,
  config: { policies: [] },
});

export const bookingRoutes = {
  type: 'content-api' as const,
  routes: [
    open('/catalogue', 'catalogue'),
    open('/slots', 'slots'),
    own('GET', '/bookings', 'list'),
    own('POST', '/bookings', 'book'),
    own('GET', '/bookings/:documentId', 'one'),
    own('POST', '/bookings/:documentId/cancel', 'cancel'),
    own('POST', '/bookings/:documentId/reschedule', 'reschedule'),
  ],
};
