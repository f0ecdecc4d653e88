import type { Holding } from '@enamel/audit';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { countAhead, eraseClaims, eraseWaiting } from '../store/held.ts';

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
    kind: 'contact',
    erase: (trx, { documentId }) => eraseWaiting(trx, documentId),
  },
];
