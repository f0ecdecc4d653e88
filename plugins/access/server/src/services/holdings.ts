import { type Holding, openFields } from '@enamel/audit';
import type { Core } from '@strapi/strapi';
import { accountHeld } from '../store/held.ts';

/** Who a patient is to the clinic, and their account in the portal. */
export const holdings = (strapi: Core.Strapi): readonly Holding[] => [
  {
    name: 'person',
    title: { en: 'You', ro: 'Dumneavoastră' },
    nouns: ['api::patient.patient'],
    more: async ({ documentId }) => {
      const opened = await openFields(strapi.db.connection, 'patient', [documentId]);
      const sealed = opened.get(documentId);
      return sealed ? [sealed] : [];
    },
  },
  {
    name: 'account',
    title: { en: 'Your account', ro: 'Contul dumneavoastră' },
    nouns: [],
    more: ({ id }) => accountHeld(strapi.db.connection, id),
  },
];
