import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::data-breach.data-breach');
