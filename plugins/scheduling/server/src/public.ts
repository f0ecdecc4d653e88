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
export {
  addGapSource,
  type Gap,
  type GapCandidate,
  type GapSource,
} from './services/gap-sources.ts';
export { type HoldWish, holdSlot, releaseHold } from './services/hold.ts';
export { manageLinkOf } from './services/manage-link.ts';
export { issueOfferLink } from './services/offer-links.ts';
export { type OfferMessage, offerMessage } from './services/offer-message.ts';
export { visitOf } from './services/visit-of.ts';
