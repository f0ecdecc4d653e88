import type { Actor } from '@enamel/kernel';
import { currentActor } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { type SignIn, signInOf } from '../domain/sign-in.ts';
import { record } from '../services/record.ts';
import { patientAccount, staffAccount } from '../store/accounts.ts';

interface Answer {
  readonly data?: { readonly user?: { readonly id?: number } };
  readonly user?: { readonly id?: number };
}

const text = (value: unknown) =>
  typeof value === 'string' && value.length <= 254 ? value.trim() : undefined;

/** Whose account it is about: the one that the answer names, else the one that was asked for. */
const accountIn = async (strapi: Core.Strapi, { whose }: SignIn, context: Context) => {
  const body = (context.request as { body?: Record<string, unknown> }).body ?? {};
  const answer = context.body as Answer | undefined;
  const signedIn = context.state.user as { id?: number } | undefined;
  const id = answer?.data?.user?.id ?? answer?.user?.id ?? signedIn?.id ?? context.state.signingIn;
  const asked =
    id === undefined ? { email: text(body.email) ?? text(body.identifier) } : { id: String(id) };
  if (whose === 'staff') {
    const account = await staffAccount(strapi.db.connection, asked);
    return { id: account?.id, patient: null, account, staff: true as const };
  }
  const account = await patientAccount(strapi.db.connection, asked);
  return { id: account?.id, patient: account?.patient ?? null, account, staff: false as const };
};

const actorOf = (found: Awaited<ReturnType<typeof accountIn>>): Actor | undefined => {
  if (!found.account) return undefined;
  return found.staff ? { kind: 'staff', ...found.account } : { kind: 'patient', ...found.account };
};

/** Strapi's own errors carry no status: those that are the caller's have details. */
const statusOf = (error: unknown): number => {
  const { status, details } = error as { status?: number; details?: unknown };
  return status ?? (details === undefined ? 500 : 400);
};

/**
 * Tells of everybody who signs in or out, or is refused. The address that a refused person typed is not kept: the entry
 * names the account that it belongs to, if there is one.
 */
export const signIns =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (context: Context, next: Next) => {
    const signIn = signInOf(context.method, context.path);
    if (!signIn) return next();
    const tell = async (action: string, done: boolean) => {
      const found = await accountIn(strapi, signIn, context);
      // Who only asked for a new password has not shown to be anybody.
      const proven = done && signIn.done !== 'password.asked';
      await record(strapi, undefined, {
        action,
        subject: `${signIn.whose}-account`,
        subjectId: found.id,
        patientId: found.patient,
        detail: context.state.secondStep ? { kind: context.state.secondStep } : {},
        actor: proven ? (actorOf(found) ?? currentActor(strapi)) : currentActor(strapi),
      });
    };
    try {
      await next();
    } catch (error) {
      const status = statusOf(error);
      // Nobody was refused who came too often or when we were at fault.
      if (status >= 400 && status < 500 && status !== 429) {
        const halfWay = (error as { code?: unknown }).code === 'SECOND_FACTOR_NEEDED';
        await tell(halfWay ? 'session.challenged' : signIn.refused, false);
      }
      throw error;
    }
    const done = context.status < 400;
    await tell(done ? signIn.done : signIn.refused, done);
  };
