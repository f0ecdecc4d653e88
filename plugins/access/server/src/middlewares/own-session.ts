import { unauthenticated } from '@enamel/kernel';
import type { Context, Next } from 'koa';

/** Before routes that ask for no permission, such as those of one's own account: a program's token names what it opens. */
export const ownSessionMiddleware = () => (context: Context, next: Next) => {
  const { auth, session } = context.state as {
    auth?: { credentials?: unknown };
    session?: unknown;
  };
  if (auth?.credentials && !session) throw unauthenticated();
  return next();
};
