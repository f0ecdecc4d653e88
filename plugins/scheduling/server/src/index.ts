import { bootstrap } from './bootstrap.ts';
import { desk } from './controllers/desk.ts';
import { register } from './register.ts';
import { routes } from './routes/index.ts';

export default { register, bootstrap, routes, controllers: { desk } };
