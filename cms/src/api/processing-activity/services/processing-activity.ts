import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::processing-activity.processing-activity');
