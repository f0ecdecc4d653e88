import { bootstrap } from './bootstrap.ts';
import { health } from './controllers/health.ts';
import { destroy } from './destroy.ts';
import { clinicErrors, errors } from './middlewares/errors.ts';
import { legible } from './middlewares/legible.ts';
import { log } from './middlewares/log.ts';
import { request } from './middlewares/request.ts';
import { register } from './register.ts';
import { routes } from './routes/index.ts';

export default {
  register,
  bootstrap,
  destroy,
  routes,
  controllers: { health },
  middlewares: { request, log, errors, 'clinic-errors': clinicErrors, legible },
};
