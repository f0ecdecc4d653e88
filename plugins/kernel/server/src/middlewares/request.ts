import { randomUUID } from 'node:crypto';
import { env } from '@enamel/config';
import type { Context, Next } from 'koa';
import { clientAddress, clientHeader } from '../../../shared/client.ts';

const given = /^[\w-]{8,64}$/;

/** Names every request: `X-Request-Id` (the caller's own when it is well-formed) and the address it counts for. */
export const request = () => async (context: Context, next: Next) => {
  const asked = context.get('x-request-id');
  const id = given.test(asked) ? asked : randomUUID();
  context.state.requestId = id;
  context.set('X-Request-Id', id);
  context.state.clientAddress = clientAddress(
    {
      peer: context.request.socket.remoteAddress ?? '',
      forwardedFor: context.get('x-forwarded-for'),
      signed: context.get(clientHeader),
    },
    { proxies: env().TRUSTED_PROXIES, secret: env().PORTAL_SECRET },
  );
  await next();
};
