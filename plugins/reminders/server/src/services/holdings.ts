import type { Holding } from '@enamel/audit';
import type { Core } from '@strapi/strapi';
import { messagesTo } from '../store/outbox.ts';

/** What reminders holds of a patient. */
export const holdings = (strapi: Core.Strapi): readonly Holding[] => [
  {
    name: 'messages',
    title: { en: 'Messages', ro: 'Mesaje' },
    nouns: [],
    more: ({ documentId }) => messagesTo(strapi.db.connection, documentId),
  },
];
