/** A road to a server that tests can close, let go slow, or let lose answers on the way back. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Weather = 'fair' | 'closed' | 'slow' | 'losing answers';

export interface Road {
  readonly url: string;
  /** From now on. */
  weather(now: Weather): void;
  stop(): void;
}

export const buildRoad = async (to: string): Promise<Road> => {
  let weather: Weather = 'fair';
  const server = createServer((asked, answer) => {
    if (weather === 'slow') return;
    if (weather === 'closed') return void asked.destroy();
    const losing = weather === 'losing answers';
    const { method, headers } = asked;
    const onward = request(new URL(asked.url ?? '/', to), { method, headers }, (received) => {
      if (losing) return void received.resume().on('end', () => answer.destroy());
      answer.writeHead(received.statusCode ?? 502, received.headers);
      received.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    weather: (now) => {
      weather = now;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
