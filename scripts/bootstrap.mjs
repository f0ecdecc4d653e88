// Runs on the host's own Node (20 or newer): installs what is missing and names the project's pinned Node.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  console.error(
    `Enamel needs Node 20 or newer to install itself; this is ${process.versions.node}.`,
  );
  process.exit(1);
}

/** Installs the locked dependencies unless the last install was of this very lockfile. */
export const install = () => {
  const stamp = join(root, 'node_modules/.enamel-lock');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing dependencies (once, a few minutes) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Not `npm ci`: it refuses a lockfile whose optional packages for other platforms its registry does not offer.
  const { status } = spawnSync(
    npm,
    ['install', '--no-save', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  if (status !== 0) {
    console.error('The dependencies could not be installed; npm says why above.');
    process.exit(1);
  }
  // A copy of the folder may share the file: it keeps its own stamp.
  rmSync(stamp, { force: true });
  writeFileSync(stamp, lock);
};

/** The Node that the project pins, from its npm package for this platform. */
export const pinnedNode = () => {
  const require = createRequire(join(root, 'package.json'));
  const names = [
    `node-${process.platform}-${process.arch}`,
    `node-bin-${process.platform}-${process.arch}`,
  ];
  for (const name of names) {
    try {
      return join(dirname(require.resolve(`${name}/package.json`)), 'bin', 'node');
    } catch {
      // Not this platform's name; the next one is tried.
    }
  }
  if (major >= 26) return process.execPath;
  console.error(
    `Enamel pins Node 26 and has no package of it for ${process.platform}-${process.arch}: install Node 26 yourself.`,
  );
  process.exit(1);
};
