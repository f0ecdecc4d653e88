import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::equipment-kind.equipment-kind');
