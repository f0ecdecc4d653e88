import { factories } from '@strapi/strapi';

export default factories.createCoreController('api::appointment-type.appointment-type');
