import { env } from '@enamel/config';
import { z } from '@enamel/kernel';
import { errors, jwtVerify, SignJWT } from 'jose';
import { accessSeconds, type Origin } from '../domain/session-rules.ts';

const secretOf = (origin: Origin): Uint8Array =>
  new TextEncoder().encode(origin === 'admin' ? env().ADMIN_JWT_SECRET : env().JWT_SECRET);

const refreshContent = z.object({
  type: z.literal('refresh'),
  userId: z.string(),
  sessionId: z.string(),
  generation: z.number().int().positive(),
});

export type RefreshContent = Omit<z.infer<typeof refreshContent>, 'type'>;

const sign = (origin: Origin, content: object, lives?: string): Promise<string> => {
  const token = new SignJWT({ ...content }).setProtectedHeader({ alg: 'HS256', typ: 'JWT' });
  if (lives) token.setIssuedAt().setExpirationTime(lives);
  return token.sign(secretOf(origin));
};

/** Names a generation of a session. It says nothing of time: the same generation is always the same token. */
export const refreshToken = (
  origin: Origin,
  { userId, sessionId, generation }: RefreshContent,
): Promise<string> => sign(origin, { userId, sessionId, generation, type: 'refresh' });

export const accessToken = (
  origin: Origin,
  { userId, sessionId }: Pick<RefreshContent, 'userId' | 'sessionId'>,
): Promise<string> => sign(origin, { userId, sessionId, type: 'access' }, `${accessSeconds}s`);

/** What a refresh token says; undefined when it is foreign, altered or no refresh token of ours. */
export const readRefreshToken = async (
  origin: Origin,
  token: string,
): Promise<RefreshContent | undefined> => {
  try {
    const { payload } = await jwtVerify(token, secretOf(origin), { algorithms: ['HS256'] });
    return refreshContent.safeParse(payload).data;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
};

const accessContent = z.object({
  type: z.literal('access'),
  userId: z.string(),
  sessionId: z.string(),
});

/** What an access token says, also one whose time is over: whoever uses it must prove more. */
export const readAccessToken = async (
  origin: Origin,
  token: string,
): Promise<Omit<z.infer<typeof accessContent>, 'type'> | undefined> => {
  try {
    const { payload } = await jwtVerify(token, secretOf(origin), {
      algorithms: ['HS256'],
      clockTolerance: Number.MAX_SAFE_INTEGER,
    });
    return accessContent.safeParse(payload).data;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
};
