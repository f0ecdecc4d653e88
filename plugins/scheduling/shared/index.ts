/** What scheduling's server, the panel and other rooms agree on. */
export * from './booking.ts';
export * from './calendar.ts';
export * from './feeds.ts';
export * from './groups.ts';
export * from './guests.ts';
export * from './holds.ts';
export * from './moves.ts';
export * from './permissions.ts';
export * from './series.ts';
export * from './statuses.ts';
export * from './visit.ts';
export * from './wait-list.ts';
