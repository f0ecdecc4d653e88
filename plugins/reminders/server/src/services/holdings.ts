import type { Holding } from '@enamel/audit';
import type { Core } from '@strapi/strapi';
import type { Database } from '../store/database.ts';
import { countMessages, forgetMessages, messagesTo } from '../store/outbox.ts';

/** What reminders holds of a patient. */
export const holdings = (strapi: Core.Strapi): readonly Holding[] => [
  {
    name: 'messages',
    title: { en: 'Messages', ro: 'Mesaje' },
    nouns: [],
    tables: ['deliveries'],
    kind: 'contact',
    count: (on, { documentId }) => countMessages(on as Database, documentId),
    erase: (trx, { documentId }) => forgetMessages(trx, documentId),
    more: ({ documentId }) => messagesTo(strapi.db.connection, documentId),
  },
];
