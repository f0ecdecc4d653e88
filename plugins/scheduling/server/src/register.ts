import { every } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { door } from './services/door.ts';
import { forgetOldKeys } from './store/booking-keys.ts';

export const register = ({ strapi }: { strapi: Core.Strapi }) => {
  strapi.documents.use(door(strapi));
  every(strapi, '0 17 3 * * *', 'scheduling.forget-keys', () =>
    forgetOldKeys(strapi.db.connection),
  );
};
