import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::wait-list-entry.wait-list-entry');
