/** Who may open the line to the calendar's news, and for how long. */
import type { IncomingMessage } from 'node:http';
import { publicUrl } from '@enamel/config';
import type { Core } from '@strapi/strapi';
import type { Server, Socket } from 'socket.io';
import { type CalendarChanged, calendarChanged } from '../../../../shared/calendar.ts';
import { type Line, roomsOf } from './live-rooms.ts';

/** Browsers let any page open a line to any site; what names no page is no browser. */
const isOurs = ({ headers: { origin, host } }: IncomingMessage): boolean =>
  origin === undefined ||
  (URL.canParse(origin) &&
    (origin === new URL(publicUrl()).origin || new URL(origin).host === host));

/** The line is opened by pages of this site, carries short texts, and closes on whoever does not say who they are. */
export const lineRules = {
  allowRequest: (
    request: IncomingMessage,
    answer: (problem: string | null | undefined, allowed: boolean) => void,
  ): void => answer(null, isOurs(request)),
  maxHttpBufferSize: 10_000,
  connectTimeout: 10_000,
} as const;

/** What changed at places that are open to one from now on is unknown: the browser fetches what it shows. */
export const anything: CalendarChanged = { location: null };

const lookSeconds = 15;

/** Each socket is in a room of its own id besides. */
const placesHeard = (socket: Socket): Set<string> =>
  new Set([...socket.rooms].filter((room) => room !== socket.id));

const listenTo = async (socket: Socket, rooms: readonly string[]): Promise<void> => {
  const heard = placesHeard(socket);
  const gone = [...heard].filter((room) => !rooms.includes(room));
  const added = rooms.filter((room) => !heard.has(room));
  for (const room of gone) await socket.leave(room);
  await socket.join(added);
  if (gone.length + added.length > 0) socket.emit(calendarChanged, anything);
};

/**
 * Ends the lines of sessions that were ended and of staff who may not see the calendar any more, and has the others tell
 * of the places where their staff work now. @returns how to stop looking
 */
export const keepLines = (strapi: Core.Strapi, server: Server): (() => void) => {
  const look = async (): Promise<void> => {
    for (const socket of server.sockets.sockets.values()) {
      // While the panel is locked or the database is away, the line stays as it is.
      const asItIs = () => [...placesHeard(socket)];
      const rooms = await roomsOf(strapi, socket.data.line as Line).catch(asItIs);
      if (rooms) await listenTo(socket, rooms);
      else socket.disconnect(true);
    }
  };
  const timer = setInterval(() => void look(), lookSeconds * 1000).unref();
  return () => clearInterval(timer);
};
