/**
 * Whose browser a request comes from. The portal's server speaks for many patients from one address: it names the
 * patient's address in a header that it signs with `PORTAL_SECRET`. Only servers import this file.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Name of the header, in lower case. */
export const clientHeader = 'x-enamel-client';

const signature = (address: string, secret: string) =>
  createHmac('sha256', secret).update(`client ${address}`).digest();

/** The header's value for the address of a patient's browser. */
export const signClient = (address: string, secret: string): string =>
  `${address} ${signature(address, secret).toString('hex')}`;

const readSigned = (value: string, secret: string): string | undefined => {
  const [, address, given] = /^([0-9a-fA-F.:]{2,45}) ([0-9a-f]{64})$/.exec(value) ?? [];
  if (!address || !given) return undefined;
  return timingSafeEqual(Buffer.from(given, 'hex'), signature(address, secret))
    ? address
    : undefined;
};

/** Some proxies write the caller's port beside the address: it changes with each connection. */
const withoutPort = (address: string): string =>
  /^(\d+(?:\.\d+){3}):\d+$/.exec(address)?.[1] ??
  /^\[([^\]]+)\](?::\d+)?$/.exec(address)?.[1] ??
  address;

/**
 * The address that a request counts for: the one that the portal signed, else the one that the outermost of `proxies`
 * trusted proxies saw, else the peer's own.
 */
export const clientAddress = (
  request: {
    readonly peer: string;
    readonly forwardedFor: string;
    readonly signed: string;
  },
  trust: { readonly proxies: number; readonly secret: string },
): string => {
  const forwarded = request.forwardedFor
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const seen = trust.proxies > 0 ? forwarded.at(-Math.min(trust.proxies, forwarded.length)) : '';
  const address = readSigned(request.signed, trust.secret) ?? (seen || request.peer);
  return withoutPort(address).replace(/^::ffff:(?=\d+\.)/i, '');
};
