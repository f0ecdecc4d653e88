/** Open calendars hear of changes: PostgreSQL tells each process, each process tells its browsers. */
import { env } from '@enamel/config';
import { ClinicError } from '@enamel/kernel';
import type { Core } from '@strapi/strapi';
import { Server, type Socket } from 'socket.io';
import { type CalendarChanged, calendarChanged, livePath } from '../../../../shared/calendar.ts';
import { listen } from '../../store/calendar/listener.ts';
import { anything, keepLines, lineRules } from './live-guard.ts';
import { everywhere, lineOf, roomsOf } from './live-rooms.ts';

/** @returns false unless its member of staff is signed in and may see the calendar */
const admit = async (strapi: Core.Strapi, socket: Socket): Promise<boolean> => {
  const line = lineOf(strapi, socket.handshake.auth.token);
  const rooms = line && (await roomsOf(strapi, line));
  if (!rooms) return false;
  socket.data.line = line;
  await socket.join([...rooms]);
  return true;
};

const servers = new WeakMap<Core.Strapi, () => Promise<void>>();

export const startLive = (strapi: Core.Strapi): void => {
  const server = new Server(strapi.server.httpServer, {
    path: livePath,
    serveClient: false,
    ...lineRules,
  });
  server.use((socket, next) => {
    admit(strapi, socket).then(
      (admitted) => next(admitted ? undefined : new Error('SIGN_IN_REQUIRED')),
      (error) => {
        // A panel that is locked asks again when it is opened.
        if (error instanceof ClinicError) return next(new Error(error.code));
        strapi.log.error(`live calendar: ${error.message}`);
        next(new Error('INTERNAL'));
      },
    );
  });
  const stopLooking = keepLines(strapi, server);
  const stopListening = listen(env().DATABASE_URL ?? '', 'enamel_calendar', {
    heard: (payload) => {
      const news = JSON.parse(payload) as CalendarChanged;
      server
        .to(news.location ? [everywhere, news.location] : everywhere)
        .emit(calendarChanged, news);
    },
    // What changed meanwhile is unknown: browsers fetch what they show.
    resumed: () => server.emit(calendarChanged, anything),
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
