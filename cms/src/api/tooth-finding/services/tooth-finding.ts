import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::tooth-finding.tooth-finding');
