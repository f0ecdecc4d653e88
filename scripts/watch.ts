import { readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Calls `changed` (one call at a time) after sources that Strapi does not watch by itself have changed. */
export const watchSources = (root: string, changed: () => Promise<void>): void => {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(changed).catch((error) => console.error(error.message));
    }, 300);
  };
  const folders = [
    'config',
    'database',
    ...readdirSync(join(root, 'plugins')).flatMap((name) => [
      `plugins/${name}/server`,
      `plugins/${name}/shared`,
    ]),
  ];
  for (const folder of folders)
    try {
      watch(join(root, folder), { recursive: true }, later);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
};
