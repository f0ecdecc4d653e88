import { hold } from '@enamel/audit';
import type { Core } from '@strapi/strapi';
import { bootstrap } from './bootstrap.ts';
import { forms } from './controllers/forms.ts';
import { mine } from './controllers/mine.ts';
import { responses } from './controllers/responses.ts';
import { routes } from './routes/index.ts';
import { holdings } from './services/holdings.ts';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    hold(strapi, ...holdings);
  },
  bootstrap,
  routes,
  controllers: { forms, mine, responses },
};
