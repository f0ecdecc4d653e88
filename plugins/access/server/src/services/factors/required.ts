import { ClinicError } from '@enamel/kernel';
import type { Core } from '@strapi/strapi';
import { factorMissingCode } from '../../../../shared/panel-session.ts';
import type { Person } from '../../domain/factors.ts';
import { isForSetUp } from '../../domain/set-up-paths.ts';
import { lacksFactor, needsFactor } from '../../store/panel-settings.ts';

/** Whether the clinic asks this person for a second factor, by a role of theirs. */
export const mustHaveFactor = async (strapi: Core.Strapi, person: Person): Promise<boolean> =>
  person.origin === 'admin' && needsFactor(strapi.db.connection, person.userId);

const factorMissing = () =>
  new ClinicError(
    'forbidden',
    factorMissingCode,
    'Your role needs a second factor. Set it up first.',
  );

/** @throws 403 SECOND_FACTOR_MISSING where the request in hand does not serve to set one up */
export const refuseBare = (strapi: Core.Strapi): void => {
  const context = strapi.requestContext.get();
  if (context && isForSetUp(context.method, context.path)) return;
  throw factorMissing();
};

/** A program opens nothing that its owner could not. @throws 403 SECOND_FACTOR_MISSING */
export const refuseBareOwner = async (strapi: Core.Strapi, person: string): Promise<void> => {
  if (await lacksFactor(strapi.db.connection, person)) throw factorMissing();
};
