/** Scheduling as the other plugins' servers see it. */
export type { Visit } from '../../shared/visit.ts';
export { bookVisit, type Order } from './services/book.ts';
export {
  type Changer,
  cancelVisit,
  changeStatus,
  type Move,
  moveVisit,
} from './services/change.ts';
export { type HoldWish, holdSlot, releaseHold } from './services/hold.ts';
export { visitOf } from './services/visit-of.ts';
