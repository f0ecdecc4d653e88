import type { Core } from '@strapi/strapi';
import type { ClinicProfile } from '../../../shared/clinic.ts';

/** The clinic's public face, before and after it is filled in. */
export const clinicProfile = async (strapi: Core.Strapi): Promise<ClinicProfile> => {
  const clinic = await strapi
    .documents('api::clinic.clinic')
    .findFirst({ populate: { logo: { fields: ['url'] } } });
  return {
    name: clinic?.name ?? 'Enamel',
    tagline: clinic?.tagline ?? null,
    logo: clinic?.logo?.url ?? null,
    primaryColor: clinic?.primaryColor ?? '#0F766E',
    zone: clinic?.zone ?? 'Europe/Bucharest',
    currency: clinic?.currency ?? 'RON',
    languages: Array.isArray(clinic?.languages) ? (clinic.languages as string[]) : ['en', 'ro'],
    defaultLanguage: clinic?.defaultLanguage ?? 'ro',
    toothNotation: clinic?.toothNotation ?? 'fdi',
  };
};
