import { forbidden } from '@enamel/kernel';
import { bearerOf, clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { type Account, accountOf } from '../store/patients.ts';

interface Granted {
  readonly actions: ReadonlySet<string>;
}

/** The account and the session that a token of the portal speaks for. */
const holderOf = (strapi: Core.Strapi, context: Context) => {
  const token = bearerOf(context);
  if (!token) return undefined;
  const { isValid, payload } = strapi
    .sessionManager('users-permissions')
    .validateAccessToken(token);
  return isValid ? { user: payload.userId, session: payload.sessionId } : undefined;
};

/** The portal account whose token a visitor of an open route sent along; undefined for everybody else. Costs no statement. */
export const visitingAccount = (strapi: Core.Strapi, context: Context): number | undefined => {
  const holder = holderOf(strapi, context);
  return holder && Number(holder.user);
};

/** Whose session that still lasts a visitor of an open route sent along. */
export const visitingSession = async (
  strapi: Core.Strapi,
  context: Context,
): Promise<{ user: number; session: string } | undefined> => {
  const holder = holderOf(strapi, context);
  if (!holder) return undefined;
  const now = clockOf(strapi).now().toString();
  const account = await accountOf(strapi.db.connection, { ...holder, now });
  return account && { user: account.id, session: holder.session };
};

const welcome = (account: Account | undefined): account is Account =>
  account !== undefined && !account.blocked && (account.confirmed || !account.mustConfirm);

const strategy = {
  name: 'enamel-patient',
  authenticate: () => ({ authenticated: false }),
  verify: async ({ ability }: { ability: Granted }, { scope }: { scope?: string | string[] }) => {
    if (![scope ?? []].flat().every((action) => ability.actions.has(action)))
      throw forbidden('FORBIDDEN', 'Forbidden');
  },
};

/**
 * Lets patients in with one statement: session, account, role, what the role may call and the patient, as they are at this moment.
 * Strapi's own way asks the database seven times. Everybody else goes that way.
 */
export const admitPatients = (strapi: Core.Strapi): void => {
  const auth = strapi.get('auth');
  const usual = auth.authenticate.bind(auth);
  auth.authenticate = async (context: Context, next: Next) => {
    const { route } = context.state;
    const holder =
      route?.info?.type === 'content-api' && route.config?.auth !== false
        ? holderOf(strapi, context)
        : undefined;
    if (holder === undefined) return usual(context, next);
    const account = await accountOf(strapi.db.connection, {
      ...holder,
      now: clockOf(strapi).now().toString(),
    });
    if (!welcome(account)) return context.unauthorized('Invalid credentials');
    const { actions, patient, ...user } = account;
    context.state.user = { ...user, known: patient };
    context.state.session = { id: holder.session };
    context.state.isAuthenticated = true;
    context.state.auth = { strategy, credentials: user, ability: { actions: new Set(actions) } };
    return next();
  };
};
