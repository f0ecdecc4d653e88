import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::questionnaire-response.questionnaire-response');
