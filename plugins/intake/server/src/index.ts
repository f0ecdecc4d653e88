import { bootstrap } from './bootstrap.ts';
import { forms } from './controllers/forms.ts';
import { mine } from './controllers/mine.ts';
import { responses } from './controllers/responses.ts';
import { routes } from './routes/index.ts';

export default { register() {}, bootstrap, routes, controllers: { forms, mine, responses } };
