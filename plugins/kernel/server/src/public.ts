/** The kernel as the other plugins' servers see it. */

export { contentApi, openRoute, panelApi, panelRoute, signedInRoute } from './routes/doors.ts';
export { currentActor, runAs } from './services/actor.ts';
export { bearerOf, isFromStaff } from './services/bearer.ts';
export { clockOf } from './services/clock.ts';
export { type Consumer, consume, emit, emitting } from './services/events.ts';
export { guarded, type Handler } from './services/guarded.ts';
export { fileStorage, hasBucket } from './services/storage/storage.ts';
export { every } from './services/ticks.ts';
export { type Part, part, prepared, run, together } from './store/statement.ts';
export { rows, type Transaction, transaction } from './store/transaction.ts';
