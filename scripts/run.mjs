// `node scripts/run.mjs FILE …`: installs what is missing, then runs a TypeScript file of ours on the pinned Node.
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { install, pinnedNode, root } from './bootstrap.mjs';

/** Runs FILE and ends as it ends; Ctrl-C and SIGTERM are handed on. */
export const run = (file, args = []) => {
  install();
  const node = pinnedNode();
  const child = spawn(node, [join(root, file), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      TZ: process.env.TZ ?? 'UTC',
      PATH: `${dirname(node)}${delimiter}${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`,
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
};

const [, self, file, ...args] = process.argv;
if (self.endsWith('run.mjs') && file) run(file, args);
