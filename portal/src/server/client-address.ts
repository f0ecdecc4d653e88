/** Tells the API whose request this is, so that its rate limits count visitors and not the portal. */
import { env } from '@enamel/config';
import { clientAddress, clientHeader, signClient } from '@enamel/kernel/client';
import type { APIContext } from 'astro';

export const clientHeaders = (context: APIContext): Record<string, string> => {
  const { PORTAL_SECRET, TRUSTED_PROXIES } = env();
  const address = clientAddress(
    {
      peer: context.clientAddress,
      forwardedFor: context.request.headers.get('x-forwarded-for') ?? '',
      signed: '',
    },
    { proxies: TRUSTED_PROXIES, secret: PORTAL_SECRET },
  );
  const agent = context.request.headers.get('user-agent');
  return {
    [clientHeader]: signClient(address, PORTAL_SECRET),
    // The device that a session is used from is the visitor's.
    ...(agent ? { 'User-Agent': agent } : {}),
  };
};
