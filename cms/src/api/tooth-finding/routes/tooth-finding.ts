import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::tooth-finding.tooth-finding');
