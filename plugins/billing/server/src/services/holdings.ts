import type { HeldPatient, Holding } from '@enamel/audit';
import type { Core } from '@strapi/strapi';
import { forgetReferences, forgetRemarks } from '../store/held.ts';
import { invoicesOf } from '../store/invoices.ts';
import { onPaper } from './printed.ts';

const papers = (strapi: Core.Strapi) => async (patient: HeldPatient) => {
  const files: { name: string; bytes: Buffer }[] = [];
  for (const kept of await invoicesOf(strapi, patient.documentId))
    files.push({
      name: `${String(kept.number).replaceAll(/[^\w.-]/g, '-')}.pdf`,
      bytes: await onPaper(strapi, kept),
    });
  return files;
};

/** What billing holds of a patient; each invoice is a file too. */
export const holdings = (strapi: Core.Strapi): readonly Holding[] => [
  {
    name: 'invoices',
    title: { en: 'Invoices', ro: 'Facturi' },
    nouns: ['api::invoice.invoice'],
    kind: 'financial',
    dated: 'issuedOn',
    files: papers(strapi),
    erase: (trx, { id }) => forgetRemarks(trx, id),
  },
  {
    name: 'payments',
    title: { en: 'Payments', ro: 'Plăți' },
    nouns: ['api::payment.payment'],
    kind: 'financial',
    dated: 'receivedAt',
    erase: (trx, { id }) => forgetReferences(trx, id),
  },
];
