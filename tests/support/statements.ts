/** A wire between a CMS and its PostgreSQL that counts the statements passing through. */
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';

export interface Wire {
  /** Connect here instead. */
  readonly url: string;
  /** Statements since the last call, those of background workers not counted. */
  take(): number;
  /** Resolves once nothing has passed for a while: a tick of another room is over. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

const simpleQuery = 'Q'.charCodeAt(0);
const execute = 'E'.charCodeAt(0);

/** Calls `run` for each statement that a client sends, as PostgreSQL's protocol frames it. */
const watch = (client: Socket, run: () => void): void => {
  let rest = Buffer.alloc(0);
  let started = false;
  let counts = true;
  client.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      // The first message has no type, only its length.
      const head = started ? 1 : 0;
      if (rest.length < head + 4) return;
      const length = head + rest.readUInt32BE(head);
      if (rest.length < length) return;
      if (!started) counts = !rest.subarray(0, length).includes('enamel-');
      else if (counts && (rest[0] === simpleQuery || rest[0] === execute)) run();
      started = true;
      rest = rest.subarray(length);
    }
  });
};

export const openWire = (databaseUrl: string): Promise<Wire> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(databaseUrl);
    const sockets = new Set<Socket>();
    let count = 0;
    let last = 0;
    const server = createServer((client) => {
      const upstream = connect(Number(port), hostname);
      for (const socket of [client, upstream]) {
        sockets.add(socket);
        socket.on('error', () => socket.destroy());
        socket.on('close', () => sockets.delete(socket));
      }
      watch(client, () => {
        count += 1;
        last = performance.now();
      });
      client.pipe(upstream).pipe(client);
    });
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address !== 'object' || !address) return reject(new Error('no port'));
      const url = new URL(databaseUrl);
      url.host = `127.0.0.1:${address.port}`;
      resolve({
        url: url.href,
        take: () => {
          const taken = count;
          count = 0;
          return taken;
        },
        quiet: async () => {
          while (performance.now() - last < 100) await setTimeout(20);
        },
        close: () =>
          new Promise((closed) => {
            for (const socket of sockets) socket.destroy();
            server.close(() => closed());
          }),
      });
    });
  });
