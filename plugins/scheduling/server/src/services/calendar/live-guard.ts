/** Who may open the line to the calendar's news, and for how long. */
import type { IncomingMessage } from 'node:http';
import { publicUrl } from '@enamel/config';
import type { Core } from '@strapi/strapi';
import type { Server } from 'socket.io';

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

interface SessionManager {
  validateAccessToken(token: string): { isValid: boolean; payload?: { sessionId: string } };
  isSessionActive(sessionId: string): Promise<boolean>;
}

const lookSeconds = 15;

/** Ends the lines of sessions that were ended. @returns how to stop looking */
export const endWithSessions = (strapi: Core.Strapi, server: Server): (() => void) => {
  const sessions = strapi.sessionManager('admin') as unknown as SessionManager;
  server.on('connection', (socket) => {
    const { payload } = sessions.validateAccessToken(String(socket.handshake.auth.token));
    socket.data.session = payload?.sessionId;
  });
  const look = async (): Promise<void> => {
    for (const socket of server.sockets.sockets.values()) {
      const lasts = await sessions.isSessionActive(String(socket.data.session)).catch(() => true);
      if (!lasts) socket.disconnect(true);
    }
  };
  const timer = setInterval(() => void look(), lookSeconds * 1000).unref();
  return () => clearInterval(timer);
};
