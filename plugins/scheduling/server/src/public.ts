/** Scheduling as the other plugins' servers see it. */
export type { Visit } from '../../shared/visit.ts';
export { bookVisit, type Order } from './services/booking/book.ts';
export {
  cancelVisit,
  changeStatus,
  type Move,
  moveVisit,
} from './services/booking/change.ts';
export type { Changer } from './services/booking/family.ts';
export { type HoldWish, holdSlot, releaseHold } from './services/booking/hold.ts';
export { manageLinkOf } from './services/booking/manage-link.ts';
export { visitOf } from './services/booking/visit-of.ts';
export {
  addGapSource,
  type Gap,
  type GapCandidate,
  type GapSource,
} from './services/wait-list/gap-sources.ts';
export { issueOfferLink } from './services/wait-list/offer-links.ts';
export { type OfferMessage, offerMessage } from './services/wait-list/offer-message.ts';
