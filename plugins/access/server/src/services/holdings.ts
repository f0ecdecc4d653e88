import { forgetFields, type Holding, idsOf, openFields } from '@enamel/audit';
import type { Core } from '@strapi/strapi';
import {
  accountHeld,
  countAccounts,
  countRemarks,
  eraseAccount,
  erasePerson,
  eraseRemarks,
} from '../store/held.ts';
import { countFamily, eraseFamily, familyHeld, seenHeld } from '../store/held-family.ts';

/** Who a patient is to the clinic, and their account in the portal. */
export const holdings = (strapi: Core.Strapi): readonly Holding[] => [
  {
    name: 'person',
    title: { en: 'Personal details', ro: 'Date personale' },
    nouns: ['api::patient.patient'],
    kind: 'contact',
    count: async () => 1,
    erase: async (trx, { documentId }) => {
      for (const known of await idsOf(trx, documentId))
        await forgetFields(trx, 'patient', known, ['nationalId', 'insuranceNumber']);
      await erasePerson(trx, documentId);
    },
    more: async ({ documentId }) => {
      const opened = await openFields(strapi.db.connection, 'patient', [documentId]);
      const sealed = opened.get(documentId);
      return sealed ? [sealed] : [];
    },
  },
  {
    name: 'family',
    title: { en: 'Family and payers', ro: 'Familie și plătitori' },
    nouns: [],
    tables: ['patient_relations', 'patients_guarantor_lnk'],
    kind: 'contact',
    count: (on, { id }) => countFamily(on, id),
    erase: (trx, { documentId }) => eraseFamily(trx, documentId),
    more: ({ id }) => familyHeld(strapi.db.connection, id),
  },
  {
    name: 'seen',
    title: { en: 'Where the record is known', ro: 'Unde este cunoscută fișa' },
    nouns: [],
    tables: ['patient_locations', 'opened_records'],
    kind: 'contact',
    more: ({ id }) => seenHeld(strapi.db.connection, id),
  },
  {
    name: 'remarks',
    title: { en: 'Alerts and notes', ro: 'Alerte și note' },
    nouns: [],
    kind: 'clinical',
    count: (on, { id }) => countRemarks(on, id),
    erase: async (trx, { documentId }) => {
      for (const known of await idsOf(trx, documentId))
        await forgetFields(trx, 'patient', known, ['sensitiveNotes']);
      await eraseRemarks(trx, documentId);
    },
  },
  {
    name: 'account',
    title: { en: 'Portal account', ro: 'Cont în portal' },
    nouns: [],
    tables: ['patients_account_lnk', 'access_links'],
    kind: 'contact',
    count: (on, { id }) => countAccounts(on, id),
    erase: (trx, { id, documentId }) => eraseAccount(trx, id, documentId),
    more: ({ id }) => accountHeld(strapi.db.connection, id),
  },
];
