import { signedInPatient } from '@enamel/access';
import { z } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { openCheckout } from '../services/checkout.ts';
import { keptInvoice, patientInvoices, shownInvoice } from '../services/invoices.ts';
import { printed } from '../services/printed.ts';

const params = z.object({ documentId: z.string().min(1).max(64) });

/** A patient's own invoices. Somebody else's are not there. */
export const patient = ({ strapi }: { strapi: Core.Strapi }) => ({
  list: guarded({}, async ({ context }) => {
    const { documentId } = await signedInPatient(strapi, context);
    return { data: await patientInvoices(strapi, documentId) };
  }),
  one: guarded({ params }, async ({ params: { documentId: invoice }, context }) => {
    const { documentId } = await signedInPatient(strapi, context);
    return { data: shownInvoice(await keptInvoice(strapi, invoice, documentId)) };
  }),
  pdf: guarded({ params }, async ({ params: { documentId: invoice }, context }) => {
    const { documentId } = await signedInPatient(strapi, context);
    return printed(strapi, context, await keptInvoice(strapi, invoice, documentId));
  }),
  checkout: guarded({ params }, async ({ params: { documentId: invoice }, context }) => {
    const { documentId } = await signedInPatient(strapi, context);
    return { data: await openCheckout(strapi, await keptInvoice(strapi, invoice, documentId)) };
  }),
});
