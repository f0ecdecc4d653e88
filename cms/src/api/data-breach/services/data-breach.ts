import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::data-breach.data-breach');
