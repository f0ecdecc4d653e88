import { factories } from '@strapi/strapi';

export default factories.createCoreController('api::wait-list-entry.wait-list-entry');
