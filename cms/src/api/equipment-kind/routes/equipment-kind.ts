import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::equipment-kind.equipment-kind');
