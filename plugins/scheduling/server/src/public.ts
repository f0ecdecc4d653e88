/** Scheduling as the other plugins' servers see it. */
export { bookVisit, type Order } from './services/book.ts';
export {
  type Changer,
  cancelVisit,
  changeStatus,
  type Move,
  moveVisit,
} from './services/change.ts';
