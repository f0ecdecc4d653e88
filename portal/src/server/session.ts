/** The one cookie: what the browser keeps for us, sealed. */
import { createHash, randomBytes } from 'node:crypto';
import { env, portalUrl } from '@enamel/config';
import type { AstroCookies } from 'astro';
import { decodeJwt } from 'jose';
import { z } from 'zod';
import { seal, unseal } from '../lib/seal.ts';
import { ApiProblem, createApi } from './api.ts';
import { tokens } from './contracts.ts';

/** What the API asks for after the right password. */
export const secondStep = z.object({
  challenge: z.string(),
  ways: z.array(z.enum(['totp', 'passkey', 'recovery-code'])),
  until: z.string(),
});

const sessionSchema = z.object({
  /** What every form of this browser carries; see form-token.ts. */
  form: z.string().optional(),
  access: z.string().optional(),
  refresh: z.string().optional(),
  /** The minor for whom a guardian acts. */
  ward: z.object({ documentId: z.string(), name: z.string() }).optional(),
  /** The password was right, and a second step is asked for. */
  second: secondStep.optional(),
  /** The sealed paper of an authenticator app that is being set up. */
  app: z.string().optional(),
  /** New recovery codes until their owner has kept them. */
  codes: z.array(z.string()).optional(),
  /** What a patient wrote, and for whom the visit is, while another page comes in between. */
  draft: z.object({ reason: z.string().max(1000), whom: z.string().max(64).optional() }).optional(),
  /** Where a booking goes on once the address is confirmed. */
  resume: z.string().max(1000).optional(),
  /** By which the API knows this browser's holds. */
  browser: z.string().optional(),
  /** The time that is kept meanwhile. */
  hold: z
    .object({
      id: z.string(),
      service: z.string(),
      location: z.string(),
      start: z.string(),
      end: z.string(),
      practitioner: z.string(),
      expiresAt: z.string(),
      extendable: z.boolean(),
    })
    .optional(),
  /** Who books without an account; `token` once the address is shown to be theirs. */
  guest: z
    .object({
      firstName: z.string(),
      lastName: z.string(),
      dateOfBirth: z.string(),
      email: z.string().optional(),
      mobileNumber: z.string().optional(),
      way: z.enum(['email', 'mobileNumber']),
      request: z.string().optional(),
      token: z.string().optional(),
      until: z.string().optional(),
    })
    .optional(),
});

export type Session = z.infer<typeof sessionSchema>;

/** Seconds without a visit to the portal after which a browser is signed out. */
const lifetime = 12 * 60 * 60;

export const secure = () => portalUrl().startsWith('https:');
const nameOf = () => (secure() ? '__Host-enamel' : 'enamel');

export const readSession = async (cookies: AstroCookies): Promise<Session> => {
  const sealed = cookies.get(nameOf())?.value;
  if (!sealed) return {};
  const opened = sessionSchema.safeParse(await unseal(sealed, env().PORTAL_SECRET));
  return opened.success ? opened.data : {};
};

/** What stays when somebody is no longer signed in: nothing that says who it was, for who comes next may be another. */
export const signedOut = ({ form, browser, hold }: Session): Session => ({ form, browser, hold });

/** Replaces the session, for this request and for the browser. */
export const writeSession = async (
  { cookies, locals }: { cookies: AstroCookies; locals: Pick<App.Locals, 'session'> },
  session: Session,
): Promise<void> => {
  const { form = randomBytes(18).toString('base64url'), ...rest } = session;
  if (Object.values(rest).every((value) => value === undefined)) {
    locals.session = {};
    cookies.delete(nameOf(), { path: '/', secure: secure() });
    return;
  }
  locals.session = { ...rest, form };
  cookies.set(nameOf(), await seal(locals.session, env().PORTAL_SECRET, lifetime), {
    httpOnly: true,
    sameSite: 'lax',
    secure: secure(),
    path: '/',
  });
};

/** Whether an access token ends within half a minute. */
export const expires = (access: string): boolean => {
  try {
    const { exp } = decodeJwt(access);
    return exp !== undefined && exp * 1000 < Date.now() + 30_000;
  } catch {
    // Not a JWT: the API is the judge.
    return false;
  }
};

/** Refresh tokens rotate, so two requests of one page must share one exchange. */
const exchanges = new Map<string, Promise<Session>>();

const exchange = async (
  refresh: string,
  headers: Readonly<Record<string, string>>,
): Promise<Session> => {
  try {
    const answer = await createApi({ headers }).post('/auth/refresh', tokens, {
      body: { refreshToken: refresh },
    });
    return { access: answer.jwt, refresh: answer.refreshToken ?? refresh };
  } catch (error) {
    if (error instanceof ApiProblem && [400, 401, 403].includes(error.status)) return {};
    throw error;
  }
};

/** New tokens for an old refresh token; an empty session when it is no longer good. */
export const refreshed = (
  refresh: string,
  headers: Readonly<Record<string, string>>,
): Promise<Session> => {
  const key = createHash('sha256').update(refresh).digest('base64');
  const running = exchanges.get(key);
  if (running) return running;
  const started = exchange(refresh, headers);
  exchanges.set(key, started);
  const forget = () => void setTimeout(() => exchanges.delete(key), 20_000).unref();
  started.then(forget, () => exchanges.delete(key));
  return started;
};
