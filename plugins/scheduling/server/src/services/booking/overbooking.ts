import { forbidden, invalid } from '@enamel/kernel';
import type { Core } from '@strapi/strapi';
import { permissions } from '../../../../shared/permissions.ts';

/** Whether the person behind the present request may overbook; work of our own always may. */
const mayOverbook = (strapi: Core.Strapi): boolean => {
  const context = strapi.requestContext.get();
  if (!context) return true;
  const ability = context.state.userAbility as { can(action: string): boolean } | undefined;
  return ability?.can(permissions.overbook) ?? false;
};

/** @throws ClinicError when overbooking without a reason or without the permission */
export const checkOverbooking = (
  strapi: Core.Strapi,
  overbooked: boolean,
  reason: string | null | undefined,
): void => {
  if (!overbooked) return;
  if (!mayOverbook(strapi))
    throw forbidden('OVERBOOKING_NOT_ALLOWED', 'Your role may not overbook.');
  if (!reason?.trim())
    throw invalid('OVERBOOK_REASON_MISSING', 'Please say why this visit is overbooked.', {
      fields: [{ field: 'overbookReason', message: 'is needed to overbook' }],
    });
};
