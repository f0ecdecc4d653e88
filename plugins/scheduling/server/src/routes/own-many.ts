import { contentApi, signedInRoute } from '@enamel/kernel/server';

/** A patient's several visits at once. */
export const ownManyRoutes = contentApi(
  signedInRoute('POST', '/bookings/series/preview', 'ownMany.previewSeries'),
  signedInRoute('POST', '/bookings/series', 'ownMany.bookSeries'),
  signedInRoute('POST', '/bookings/:documentId/following/reschedule', 'ownMany.moveFollowing'),
  signedInRoute('POST', '/bookings/:documentId/following/cancel', 'ownMany.cancelFollowing'),
  signedInRoute('GET', '/family', 'ownMany.family'),
  signedInRoute('POST', '/slots/chain', 'ownMany.groupSlots'),
  signedInRoute('POST', '/bookings/group', 'ownMany.bookGroup'),
  signedInRoute('POST', '/bookings/:documentId/group/reschedule', 'ownMany.moveGroup'),
  signedInRoute('POST', '/bookings/:documentId/group/cancel', 'ownMany.cancelGroup'),
);
