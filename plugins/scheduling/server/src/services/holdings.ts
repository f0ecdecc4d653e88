import type { Holding } from '@enamel/audit';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import {
  countAhead,
  eraseClaims,
  eraseFeeds,
  eraseWaiting,
  feedsHeld,
  offersHeld,
} from '../store/held.ts';

/** What scheduling holds of a patient. */
export const holdings = (strapi: Core.Strapi): readonly Holding[] => [
  {
    name: 'visits',
    title: { en: 'Visits', ro: 'Programări' },
    nouns: ['api::appointment.appointment'],
    kind: 'clinical',
    dated: 'startsAt',
    erase: (trx, { id }) => eraseClaims(trx, id),
    ahead: (on, { id }) => countAhead(on, id, clockOf(strapi).now().toString()),
  },
  {
    name: 'waiting',
    title: { en: 'Wait list', ro: 'Lista de așteptare' },
    nouns: ['api::wait-list-entry.wait-list-entry'],
    tables: ['wait_list_offers'],
    kind: 'contact',
    erase: (trx, { documentId }) => eraseWaiting(trx, documentId),
    more: ({ documentId }) => offersHeld(strapi.db.connection, documentId),
  },
  {
    name: 'feeds',
    title: { en: 'Calendar addresses', ro: 'Adrese de calendar' },
    nouns: [],
    tables: ['calendar_feeds'],
    kind: 'contact',
    count: async (on, { documentId }) => (await feedsHeld(on, documentId)).length,
    erase: (trx, { documentId }) => eraseFeeds(trx, documentId),
    more: ({ documentId }) => feedsHeld(strapi.db.connection, documentId),
  },
];
