import { forbidden } from '@enamel/kernel';
import type { Context, Next } from 'koa';
import type { Ability } from '../services/sight.ts';

/** Strapi asks nobody who writes how the parts of a form look: here it is the permission that Settings → Roles has for it. */
export const layouts = () => async (context: Context, next: Next) => {
  const ability = context.state.userAbility as Ability | undefined;
  if (!ability?.can('plugin::content-manager.components.configure-layout'))
    throw forbidden('FORBIDDEN', 'Your role does not allow this.');
  await next();
};
