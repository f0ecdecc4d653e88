import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { codeProof, codeWish } from '../../../shared/index.ts';
import { guestChannels, requestCode, verifyCode } from '../services/guest-codes.ts';

/** Visitors who show that an address is theirs, in order to book without an account. */
export const guest = ({ strapi }: { strapi: Core.Strapi }) => ({
  channels: guarded({}, async () => ({ data: guestChannels() })),

  askCode: guarded({ body: codeWish }, async ({ body, context }) => {
    const caller = (context.state.clientAddress as string | undefined) ?? context.ip;
    const sent = await requestCode(strapi, body, caller);
    context.status = 202;
    return { data: sent };
  }),

  verify: guarded({ body: codeProof }, async ({ body }) => ({
    data: await verifyCode(strapi, body.request, body.code),
  })),
});
