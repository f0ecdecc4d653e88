import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::appointment-type.appointment-type');
