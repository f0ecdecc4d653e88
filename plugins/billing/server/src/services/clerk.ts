import { currentActor } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';

/** Who to name on what is written now. */
export const clerk = (strapi: Core.Strapi): { readonly id: string; readonly name: string } => {
  const actor = currentActor(strapi);
  return {
    id: `${actor.kind}:${actor.id}`,
    name: actor.kind === 'staff' ? actor.name : actor.id,
  };
};
