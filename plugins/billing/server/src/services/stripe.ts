import { env } from '@enamel/config';
import Stripe from 'stripe';

let client: { readonly key: string; readonly stripe: Stripe } | undefined;

/** Stripe as this clinic uses it, or undefined when it has no keys. `STRIPE_BASE_URL` leads to a stand-in. */
export const stripeClient = (): Stripe | undefined => {
  const { STRIPE_SECRET_KEY: key, STRIPE_BASE_URL: base } = env();
  if (key === undefined) return undefined;
  if (client?.key === key) return client.stripe;
  const address = base === undefined ? undefined : new URL(base);
  const stripe = new Stripe(key, {
    appInfo: { name: 'Enamel' },
    maxNetworkRetries: 2,
    timeout: 15_000,
    telemetry: false,
    ...(address && {
      host: address.hostname,
      port: address.port || (address.protocol === 'https:' ? 443 : 80),
      protocol: address.protocol === 'https:' ? ('https' as const) : ('http' as const),
    }),
  });
  client = { key, stripe };
  return stripe;
};
