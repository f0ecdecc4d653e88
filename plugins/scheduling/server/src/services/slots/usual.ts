import { visitingAccount } from '@enamel/access';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { usualOfAccount } from '../../store/slots/situation.ts';

/** Whom the visitor of an open route has seen most; null, and no statement, for whoever sends no patient's token. */
export const usualOfVisitor = async (
  strapi: Core.Strapi,
  context: Context,
): Promise<string | null> => {
  const account = visitingAccount(strapi, context);
  return account === undefined ? null : usualOfAccount(strapi.db.connection, account);
};
