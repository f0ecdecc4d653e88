import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { billingClinic } from '../store/clinic.ts';
import type { KeptInvoice } from '../store/invoices.ts';
import { shownInvoice } from './invoices.ts';
import { printInvoice } from './pdf.ts';

/** An invoice as a PDF in the patient's language. */
export const onPaper = async (strapi: Core.Strapi, kept: KeptInvoice): Promise<Buffer> => {
  const clinic = await billingClinic(strapi);
  return printInvoice({
    clinic,
    invoice: shownInvoice(kept),
    address: [kept.patient?.address, kept.patient?.city]
      .filter((part): part is string => Boolean(part))
      .flatMap((part) => part.split('\n')),
    language: kept.patient?.preferredLanguage ?? clinic.defaultLanguage,
  });
};

/** The same as an answer, never cached on the way. */
export const printed = (
  strapi: Core.Strapi,
  context: Context,
  kept: KeptInvoice,
): Promise<Buffer> => {
  // Koa encodes the name: a clinic chooses the first letters of its numbers.
  context.attachment(`${kept.number}.pdf`, { type: 'inline' });
  context.set('Content-Type', 'application/pdf');
  context.set('Cache-Control', 'private, no-store');
  return onPaper(strapi, kept);
};
