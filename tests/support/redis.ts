/** A Redis of the test's own, where the machine has one (Debian: `redis-server`). */
import { spawn, spawnSync } from 'node:child_process';
import { end, freePort, tied } from '../../scripts/processes.ts';

/** Whether this machine has Redis. Without it, what needs it is skipped and named in the output. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

export interface Redis {
  readonly url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export const openRedis = async (): Promise<Redis> => {
  const port = await freePort();
  let running: ReturnType<typeof spawn> | undefined;
  const redis: Redis = {
    url: `redis://127.0.0.1:${port}`,
    start: () =>
      new Promise((resolve, reject) => {
        const options = [
          '--port',
          String(port),
          '--bind',
          '127.0.0.1',
          '--save',
          '',
          '--dir',
          '/tmp',
        ];
        const child = tied(
          spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] }),
        );
        running = child;
        child.once('exit', () => reject(new Error('Redis ended.')));
        child.stdout.on('data', (chunk: Buffer) => {
          if (chunk.includes('Ready to accept connections')) resolve();
        });
      }),
    stop: async () => {
      if (running) await end(running);
      running = undefined;
    },
  };
  await redis.start();
  return redis;
};
