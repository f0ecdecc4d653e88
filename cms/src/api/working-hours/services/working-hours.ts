import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::working-hours.working-hours');
