import { bootstrap } from './bootstrap.ts';
import { booking } from './controllers/booking.ts';
import { desk } from './controllers/desk.ts';
import { deskMany } from './controllers/desk-many.ts';
import { explain } from './controllers/explain.ts';
import { feeds } from './controllers/feeds.ts';
import { guest } from './controllers/guest.ts';
import { history } from './controllers/history.ts';
import { holds } from './controllers/holds.ts';
import { hours } from './controllers/hours.ts';
import { ownMany } from './controllers/own-many.ts';
import { pages } from './controllers/pages.ts';
import { waitList } from './controllers/wait-list.ts';
import { waiting } from './controllers/waiting.ts';
import { destroy } from './destroy.ts';
import { alternatives } from './middlewares/alternatives.ts';
import { register } from './register.ts';
import { routes } from './routes/index.ts';

export default {
  register,
  bootstrap,
  destroy,
  routes,
  middlewares: { alternatives },
  controllers: {
    booking,
    desk,
    explain,
    deskMany,
    feeds,
    guest,
    history,
    holds,
    hours,
    ownMany,
    pages,
    waitList,
    waiting,
  },
};
