import { publicUrl } from '@enamel/config';
import type { Core } from '@strapi/strapi';
import type { ClinicFacts } from '../domain/values.ts';

export interface Clinic extends ClinicFacts {
  readonly zone: string;
  readonly defaultLanguage: string;
  readonly color: string;
  readonly logo: string | null;
}

const absolute = (url: string | undefined): string | null =>
  url === undefined ? null : new URL(url, publicUrl()).href;

/** The clinic's profile as its messages show it, read afresh: an edit in the panel counts at once. */
export const clinicOf = async (strapi: Core.Strapi): Promise<Clinic> => {
  const found = await strapi.documents('api::clinic.clinic').findFirst({ populate: ['logo'] });
  const logo = found?.logo as { url?: string } | null | undefined;
  return {
    name: found?.name ?? 'Enamel',
    phone: found?.phone ?? null,
    email: found?.email ?? null,
    address: found?.address ?? null,
    website: found?.website ?? null,
    paymentInstructions: found?.paymentInstructions ?? null,
    zone: found?.zone ?? 'Europe/Bucharest',
    defaultLanguage: found?.defaultLanguage ?? 'en',
    color: found?.primaryColor ?? '#0F766E',
    logo: absolute(logo?.url),
  };
};
