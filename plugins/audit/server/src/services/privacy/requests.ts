import type { Core } from '@strapi/strapi';
import { erasuresOf } from '../../store/privacy/erasures.ts';
import { exportsOf } from '../../store/privacy/exports.ts';
import type { Holding } from './holdings.ts';

/** What patients asked of the clinic about their data; that they did stays when they are erased. */
export const requestHolding = (strapi: Core.Strapi): Holding => ({
  name: 'requests',
  title: { en: 'Requests about your data', ro: 'Cereri privind datele dumneavoastră' },
  nouns: [],
  tables: ['privacy_erasures', 'privacy_exports'],
  kind: 'contact',
  more: async ({ documentId }) => {
    const erasures = await erasuresOf(strapi.db.connection, documentId);
    const copies = await exportsOf(strapi.db.connection, documentId);
    return [
      ...erasures.map(({ state, way, askedAt, dueOn, putOff, answeredAt, reason }) => ({
        kind: 'erasure',
        ...{ state, way, askedAt, dueOn, putOff, answeredAt, reason },
      })),
      ...copies.map(({ state, way, askedAt, readyAt, until }) => ({
        kind: 'copy',
        ...{ state, way, askedAt, readyAt, until },
      })),
    ];
  },
});
