import type { Core } from '@strapi/strapi';
import { bootstrap } from './bootstrap.ts';
import { deliveries } from './controllers/deliveries.ts';
import { register } from './register.ts';
import { routes } from './routes/index.ts';
import { stopCarrying } from './services/courier.ts';

export default {
  register,
  bootstrap,
  destroy: ({ strapi }: { strapi: Core.Strapi }) => stopCarrying(strapi),
  routes,
  controllers: { deliveries },
};
