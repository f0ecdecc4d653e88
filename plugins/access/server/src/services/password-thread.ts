import { Worker } from 'node:worker_threads';

interface Waiting {
  resolve(right: boolean): void;
  reject(error: Error): void;
}

const waiting = new Map<number, Waiting>();
let thread: Worker | undefined;
let last = 0;

const failed = (error: Error): void => {
  thread = undefined;
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
};

const begun = (): Worker => {
  const worker = new Worker(new URL('./worker-passwords.ts', import.meta.url));
  worker.unref();
  worker.on('message', ({ id, right }: { id: number; right: boolean }) => {
    waiting.get(id)?.resolve(right);
    waiting.delete(id);
  });
  worker.on('error', failed);
  worker.on('exit', (code) => {
    if (thread === worker) failed(new Error(`The thread of passwords ended with ${code}`));
  });
  return worker;
};

/** Whether a hash is a password's; one after the other, beside everything else. */
export const isPassword = (password: string, hash: string): Promise<boolean> => {
  thread ??= begun();
  last += 1;
  const id = last;
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  waiting.set(id, { resolve, reject });
  thread.postMessage({ id, password, hash });
  return promise;
};

export const endPasswordThread = async (): Promise<void> => {
  const ending = thread;
  thread = undefined;
  await ending?.terminate();
};
