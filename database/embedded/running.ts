import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** The port of the server that runs on this state folder's cluster now, whoever started it. */
export const runningPort = (stateFolder: string): number | undefined => {
  const file = join(stateFolder, 'postgres/postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number);
  return pid && port && lives(pid) ? port : undefined;
};
