import { factories } from '@strapi/strapi';

export default factories.createCoreController('api::processing-activity.processing-activity');
