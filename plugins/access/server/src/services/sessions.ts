import { randomBytes } from 'node:crypto';
import { deviceOf, record } from '@enamel/audit';
import { env } from '@enamel/config';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Origin } from '../domain/session-rules.ts';
import { patientOfAccount } from '../store/patients.ts';
import {
  endSessions,
  forgetSessions,
  insertSession,
  lastingSession,
  type Place,
  sessionsOf,
  staffOfSession,
  turnSession,
} from '../store/sessions.ts';
import { demandProof } from './factors/challenge.ts';
import { refuseBare } from './factors/required.ts';
import { sessionLocked } from './locks.ts';
import { rememberScope } from './scope.ts';
import { accessToken, readRefreshToken, refreshToken } from './session-tokens.ts';

const limitsOf = (origin: Origin) =>
  origin === 'admin'
    ? { idleHours: env().STAFF_IDLE_HOURS, hours: env().STAFF_SESSION_HOURS }
    : { idleHours: env().PATIENT_IDLE_HOURS, hours: env().PATIENT_SESSION_HOURS };

const placeOf = (strapi: Core.Strapi): Place => {
  const context = strapi.requestContext.get();
  return {
    device: context ? deviceOf(context.get('user-agent')) : null,
    address: (context?.state.clientAddress as string | undefined) ?? null,
  };
};

interface Made {
  readonly token: string;
  readonly sessionId: string;
  readonly absoluteExpiresAt: string;
  readonly type: string;
}

const refused = { error: 'invalid_refresh_token' } as const;

/** A copy of a token was used: the trail keeps it, whoever it was. */
const tellCopy = async (strapi: Core.Strapi, origin: Origin, userId: string): Promise<void> => {
  const patient =
    origin === 'admin' ? undefined : await patientOfAccount(strapi.db.connection, Number(userId));
  await record(strapi, undefined, {
    action: 'session.copied',
    subject: origin === 'admin' ? 'staff-account' : 'patient-account',
    subjectId: userId,
    patientId: patient?.documentId ?? null,
  });
};

/** What Strapi's session manager does for one kind of people, kept in rows of our own that an instant's deletion ends. */
export const sessionsFor = (strapi: Core.Strapi, origin: Origin) => {
  const on = strapi.db.connection;
  const now = () => clockOf(strapi).now().toString();
  const self = {
    async generateRefreshToken(
      userId: string,
      deviceId?: string,
      options?: { type?: 'refresh' | 'session' },
    ): Promise<Made> {
      await demandProof(strapi, { origin, userId });
      const kind = options?.type ?? 'refresh';
      const id = randomBytes(16).toString('hex');
      const endsAt = await insertSession(on, {
        id,
        origin,
        userId,
        deviceId: deviceId?.slice(0, 100) ?? null,
        kind,
        now: now(),
        ...limitsOf(origin),
        ...placeOf(strapi),
      });
      return {
        token: await refreshToken(origin, { userId, sessionId: id, generation: 1 }),
        sessionId: id,
        absoluteExpiresAt: endsAt.toISOString(),
        type: kind,
      };
    },

    async validateRefreshToken(token: string) {
      const content = await readRefreshToken(origin, token);
      const session = content && (await lastingSession(on, origin, content.sessionId, now()));
      if (session?.userId !== content?.userId || session?.generation !== content?.generation)
        return { isValid: false as const };
      return session
        ? { isValid: true as const, userId: session.userId, sessionId: session.id }
        : { isValid: false as const };
    },

    async generateAccessToken(token: string) {
      const valid = await self.validateRefreshToken(token);
      return valid.isValid ? { token: await accessToken(origin, valid) } : refused;
    },

    async rotateRefreshToken(token: string): Promise<Made | typeof refused> {
      const content = await readRefreshToken(origin, token);
      if (!content) return refused;
      const { session, copied } = await turnSession(on, {
        id: content.sessionId,
        origin,
        generation: content.generation,
        now: now(),
        idleHours: limitsOf(origin).idleHours,
        ...placeOf(strapi),
      });
      if (copied) await tellCopy(strapi, origin, content.userId);
      if (!session) return refused;
      const { id, userId, generation, endsAt, kind } = session;
      return {
        token: await refreshToken(origin, { userId, sessionId: id, generation }),
        sessionId: id,
        absoluteExpiresAt: endsAt.toISOString(),
        type: kind,
      };
    },

    /** @throws 423 SESSION_LOCKED */
    async isSessionActive(id: string): Promise<boolean> {
      const context = strapi.requestContext.get();
      if (origin === 'admin' && context) {
        const staff = await staffOfSession(on, id, now());
        if (staff?.locked) throw sessionLocked();
        if (staff?.bare) refuseBare(strapi);
        if (staff) rememberScope(context, staff.facts);
        return staff !== undefined;
      }
      const session = await lastingSession(on, origin, id, now());
      if (session?.locked) throw sessionLocked();
      if (session?.bare) refuseBare(strapi);
      return session !== undefined;
    },

    async invalidateRefreshToken(userId: string, deviceId?: string): Promise<void> {
      await endSessions(on, { origin, userId, deviceId });
    },

    async revokeSessionById(userId: string, id: string): Promise<boolean> {
      return (await endSessions(on, { origin, userId, id })) > 0;
    },

    /** As Strapi's own pages and routes read them. */
    async listSessions(userId: string) {
      const sessions = await sessionsOf(on, origin, userId, now());
      return sessions.map(({ id, device, address, beganAt, usedAt, deviceId }) => ({
        sessionId: id,
        deviceId,
        createdAt: usedAt,
        metadata: {
          deviceName: [device, address].filter(Boolean).join(', ') || undefined,
          loginAt: beganAt.toISOString(),
        },
      }));
    },
  };
  return self;
};

export const forgetEndedSessions = (strapi: Core.Strapi): Promise<void> =>
  forgetSessions(strapi.db.connection, clockOf(strapi).now().toString());
