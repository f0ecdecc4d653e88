import { unauthenticated, z } from '@enamel/kernel';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { GuestPass } from '../../../shared/index.ts';
import { type GuestContact, guestRules } from '../domain/guest-rules.ts';
import { seal, unseal } from './sealing.ts';

/** A visitor who showed that an address is theirs. */
export interface Guest extends GuestContact {
  /** The request whose code was right. */
  readonly request: string;
}

const passSchema = z.object({
  channel: z.enum(['email', 'sms']),
  address: z.string(),
  request: z.string(),
  until: z.number(),
});

export const issuePass = (strapi: Core.Strapi, guest: Guest): GuestPass => {
  const until = clockOf(strapi).now().add({ minutes: guestRules.passMinutes });
  const token = seal('guest-pass', { ...guest, until: until.epochMilliseconds });
  return {
    token: token.toString('base64url'),
    expiresAt: until.toString({ smallestUnit: 'second' }),
  };
};

/**
 * The guest whom this request acts for, by `Authorization: Guest <token>`.
 * @throws 401 SIGN_IN_REQUIRED without a pass that is still good
 */
export const verifiedGuest = (strapi: Core.Strapi, context: Context): Guest => {
  const [, token = ''] = /^Guest ([\w-]{40,1000})$/.exec(context.get('Authorization')) ?? [];
  const pass = passSchema.safeParse(unseal('guest-pass', Buffer.from(token, 'base64url')));
  if (!pass.success || pass.data.until <= clockOf(strapi).now().epochMilliseconds)
    throw unauthenticated('Please confirm your e-mail address or mobile number first.');
  const { until: _until, ...guest } = pass.data;
  return guest;
};
