import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::processing-activity.processing-activity');
