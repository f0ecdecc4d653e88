import { counterOf } from '@enamel/access';
import { z } from '@enamel/kernel';
import { currentActor, guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { extendHold, holdSlot, releaseHold } from '../services/booking/hold.ts';
import { usualOfVisitor } from '../services/slots/usual.ts';
import { documentId, holdId, instant, someone } from './input.ts';

const params = z.object({ id: holdId });

/** A secret that a browser keeps for itself, so that strangers behind one address are not one person. */
const browser = z
  .string('must be text')
  .regex(/^[\w-]{16,64}$/, 'must have 16 to 64 letters and digits');

const holderOf = (strapi: Core.Strapi, name: string | undefined): string | null => {
  const actor = currentActor(strapi);
  if (actor.kind === 'patient') return `user:${actor.id}`;
  return name === undefined ? null : `browser:${name}`;
};

const addressOf = (context: Context): string =>
  counterOf((context.state.clientAddress as string | undefined) ?? context.ip);

/** Slots that are kept for visitors and patients while they decide. */
export const holds = ({ strapi }: { strapi: Core.Strapi }) => ({
  place: guarded(
    {
      body: z.object({
        appointmentType: documentId,
        location: documentId,
        practitioner: someone,
        start: instant,
        browser: browser.optional(),
        replaces: holdId.optional(),
      }),
    },
    async ({ body, context }) => {
      const hold = await holdSlot(strapi, {
        type: body.appointmentType,
        location: body.location,
        practitioner: body.practitioner ?? null,
        usual: body.practitioner ? null : await usualOfVisitor(strapi, context),
        patient: null,
        start: body.start,
        by: 'patient',
        source: 'booking',
        actor: holderOf(strapi, body.browser),
        address: addressOf(context),
        replaces: body.replaces,
      });
      context.status = 201;
      return { data: hold };
    },
  ),
  extend: guarded({ params }, async ({ params }) => ({
    data: await extendHold(strapi, params.id),
  })),
  release: guarded({ params }, async ({ params }) => {
    await releaseHold(strapi, params.id);
    return { data: null };
  }),
});
