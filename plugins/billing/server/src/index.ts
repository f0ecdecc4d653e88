import { bootstrap } from './bootstrap.ts';
import { patient } from './controllers/patient.ts';
import { staff } from './controllers/staff.ts';
import { stripe } from './controllers/stripe.ts';
import { routes } from './routes/index.ts';

export default { register() {}, bootstrap, routes, controllers: { patient, staff, stripe } };
