import { hold } from '@enamel/audit';
import type { Core } from '@strapi/strapi';
import { bootstrap } from './bootstrap.ts';
import { patient } from './controllers/patient.ts';
import { staff } from './controllers/staff.ts';
import { stripe } from './controllers/stripe.ts';
import { routes } from './routes/index.ts';
import { holdings } from './services/holdings.ts';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    hold(strapi, ...holdings(strapi));
  },
  bootstrap,
  routes,
  controllers: { patient, staff, stripe },
};
