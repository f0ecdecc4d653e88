import { factories } from '@strapi/strapi';

export default factories.createCoreController('api::tooth-finding.tooth-finding');
