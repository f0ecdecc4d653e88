import type { Core } from '@strapi/strapi';
import type { Language } from '../domain/procedures.ts';

export interface BillingClinic {
  readonly name: string;
  readonly legalName: string | null;
  readonly taxNumber: string | null;
  readonly registrationNumber: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly website: string | null;
  readonly primaryColor: string;
  readonly zone: string;
  readonly currency: string;
  readonly defaultLanguage: Language;
  readonly invoicePrefix: string;
  readonly paymentInstructions: string | null;
}

const fallback: BillingClinic = {
  name: 'Clinic',
  legalName: null,
  taxNumber: null,
  registrationNumber: null,
  address: null,
  phone: null,
  email: null,
  website: null,
  primaryColor: '#0F766E',
  zone: 'Europe/Bucharest',
  currency: 'RON',
  defaultLanguage: 'ro',
  invoicePrefix: 'ENM',
  paymentInstructions: null,
};

/** The clinic as invoices show it. */
export const billingClinic = async (strapi: Core.Strapi): Promise<BillingClinic> => {
  const kept = await strapi.documents('api::clinic.clinic').findFirst();
  const set = Object.entries(kept ?? {}).filter(
    ([name, value]) => name in fallback && value !== null && value !== '',
  );
  return { ...fallback, ...(Object.fromEntries(set) as Partial<BillingClinic>) };
};
