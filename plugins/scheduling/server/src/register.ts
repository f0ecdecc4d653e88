import { scopeTable } from '@enamel/access';
import { hold } from '@enamel/audit';
import { clockOf, every } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { door } from './services/booking/door.ts';
import { guardOwnFields } from './services/booking/own-fields.ts';
import { holdings } from './services/holdings.ts';
import { tidyChanges } from './services/slots/slot-answers.ts';
import { tickOffers, tidyGaps } from './services/wait-list/offer-ticks.ts';
import { forgetOldKeys } from './store/booking/booking-keys.ts';
import { forgetOldHolds } from './store/booking/holds.ts';

export const register = ({ strapi }: { strapi: Core.Strapi }) => {
  strapi.documents.use(guardOwnFields(strapi));
  strapi.documents.use(door(strapi));
  hold(strapi, ...holdings(strapi));
  scopeTable(strapi, { table: 'wait_list_offers', id: 'id', patient: 'patient_id' });
  scopeTable(strapi, { table: 'calendar_feeds', id: 'id', patient: 'owner_id' });
  every(strapi, '0 17 3 * * *', 'scheduling.forget-keys', () =>
    forgetOldKeys(strapi.db.connection),
  );
  every(strapi, '41 */10 * * * *', 'scheduling.forget-changes', () => tidyChanges(strapi));
  every(strapi, '23 * * * * *', 'scheduling.forget-holds', () =>
    forgetOldHolds(strapi.db.connection, clockOf(strapi).now().epochMilliseconds),
  );
  every(strapi, '*/3 * * * * *', 'scheduling.offers', () => tickOffers(strapi));
  every(strapi, '0 27 3 * * *', 'scheduling.forget-gaps', () => tidyGaps(strapi));
};
