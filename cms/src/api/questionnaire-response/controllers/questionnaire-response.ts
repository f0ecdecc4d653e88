import { factories } from '@strapi/strapi';

export default factories.createCoreController('api::questionnaire-response.questionnaire-response');
