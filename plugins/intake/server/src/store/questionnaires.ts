import type { Core } from '@strapi/strapi';
import type { Language } from '../../../shared/index.ts';
import type { Questionnaire } from '../domain/questionnaire.ts';

/** The medical history forms in use, one a language, the newest first. */
export const activeHistoryForms = async (strapi: Core.Strapi): Promise<Questionnaire[]> =>
  (await strapi.documents('api::questionnaire.questionnaire').findMany({
    filters: { purpose: 'medical-history', active: true },
    populate: { sections: { populate: { questions: true } } },
    sort: ['updatedAt:desc', 'id:desc'],
  })) as unknown as Questionnaire[];

export const clinicLanguage = async (strapi: Core.Strapi): Promise<Language> =>
  (await strapi.documents('api::clinic.clinic').findFirst({ fields: ['defaultLanguage'] }))
    ?.defaultLanguage ?? 'ro';
