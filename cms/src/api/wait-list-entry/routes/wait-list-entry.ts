import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::wait-list-entry.wait-list-entry');
