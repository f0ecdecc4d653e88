/** Open calendars hear of changes: PostgreSQL tells each process, each process tells its browsers. */
import { type Scope, scopeOfStaff } from '@enamel/access';
import { env } from '@enamel/config';
import { ClinicError } from '@enamel/kernel';
import type { Core } from '@strapi/strapi';
import { Server } from 'socket.io';
import { calendarChanged, livePath } from '../../../../shared/calendar.ts';
import { permissions } from '../../../../shared/permissions.ts';
import { listen } from '../../store/calendar/listener.ts';
import { endWithSessions, lineRules } from './live-guard.ts';

interface SessionManager {
  validateAccessToken(token: string): {
    isValid: boolean;
    payload?: { userId: string; sessionId: string };
  };
  isSessionActive(sessionId: string): Promise<boolean>;
}

/** What a token's member of staff may hear of; undefined unless they are signed in and may see the calendar. */
const hearing = async (strapi: Core.Strapi, token: unknown): Promise<Scope | undefined> => {
  if (typeof token !== 'string') return undefined;
  const sessions = strapi.sessionManager('admin') as unknown as SessionManager;
  const { isValid, payload } = sessions.validateAccessToken(token);
  if (!isValid || !payload || !(await sessions.isSessionActive(payload.sessionId)))
    return undefined;
  const user = await strapi.db
    .query('admin::user')
    .findOne({ where: { id: payload.userId }, populate: ['roles'] });
  if (!user?.isActive) return undefined;
  const { engine } = strapi.service('admin::permission');
  const may = (await engine.generateUserAbility(user)).can(permissions.read);
  return may ? scopeOfStaff(strapi, user.id) : undefined;
};

const everywhere = 'everywhere';

/** Who works at some places hears of these alone. */
const roomsOf = (scope: Scope): string[] =>
  scope.everywhere || !scope.places
    ? [everywhere]
    : scope.places.map(({ documentId }) => documentId);

const servers = new WeakMap<Core.Strapi, () => Promise<void>>();

export const startLive = (strapi: Core.Strapi): void => {
  const server = new Server(strapi.server.httpServer, {
    path: livePath,
    serveClient: false,
    ...lineRules,
  });
  server.use((socket, next) => {
    hearing(strapi, socket.handshake.auth.token).then(
      (scope) => {
        if (scope) void socket.join(roomsOf(scope));
        next(scope ? undefined : new Error('SIGN_IN_REQUIRED'));
      },
      (error) => {
        // A panel that is locked asks again when it is opened.
        if (error instanceof ClinicError) return next(new Error(error.code));
        strapi.log.error(`live calendar: ${error.message}`);
        next(new Error('INTERNAL'));
      },
    );
  });
  const stopLooking = endWithSessions(strapi, server);
  const stopListening = listen(env().DATABASE_URL ?? '', 'enamel_calendar', {
    heard: (payload) => {
      const news = JSON.parse(payload) as { readonly location: string | null };
      server
        .to(news.location ? [everywhere, news.location] : everywhere)
        .emit(calendarChanged, news);
    },
    // What changed meanwhile is unknown: browsers fetch what they show.
    resumed: () => server.emit(calendarChanged, { location: null, dates: [], appointment: '' }),
    failed: (error) => strapi.log.warn(`live calendar: ${error.message}`),
  });
  servers.set(strapi, async () => {
    stopLooking();
    await stopListening();
    // The HTTP server itself is Strapi's to close.
    server.disconnectSockets(true);
    server.engine.close();
  });
};

export const stopLive = async (strapi: Core.Strapi): Promise<void> => {
  await servers.get(strapi)?.();
};
