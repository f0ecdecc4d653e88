/** `npm run check`: format, lint, types on every side, layering, dead code. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

const tools: { name: string; script: string; args: string[]; folder?: string }[] = [
  {
    name: 'format and lint',
    script: '@biomejs/biome/bin/biome',
    args: ['check', '--error-on-warnings', '.'],
  },
  { name: 'types', script: 'typescript/bin/tsc', args: ['-p', 'tsconfig.json'] },
  {
    name: 'types of the content types',
    script: 'typescript/bin/tsc',
    args: ['-p', 'cms/tsconfig.json', '--noEmit'],
  },
  {
    name: 'types of the portal',
    script: '@astrojs/check/bin/astro-check.js',
    args: ['--root', 'portal', '--tsconfig', 'portal/tsconfig.json'],
  },
  {
    name: 'layering',
    script: 'dependency-cruiser/bin/dependency-cruiser.mjs',
    args: [
      '--config',
      '.dependency-cruiser.cjs',
      'cms/src',
      'config',
      'database',
      'plugins',
      'portal/src',
      'scripts',
      'tests',
    ],
  },
  {
    name: 'dead code',
    script: 'knip/bin/knip.js',
    args: ['--no-progress', '--no-config-hints', '--include', 'files,exports,types'],
  },
];

export const checks = async (): Promise<{ name: string; passed: boolean }[]> =>
  tools.map(({ name, script, args, folder = '.' }) => {
    const started = performance.now();
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'node_modules', script), ...args],
      { cwd: join(root, folder), encoding: 'utf8', maxBuffer: 1e8 },
    );
    const passed = status === 0;
    console.log(
      `${passed ? '✔' : '✖'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
    );
    if (!passed) console.log(stdout + stderr);
    return { name, passed };
  });

if (import.meta.main) process.exit((await checks()).every(({ passed }) => passed) ? 0 : 1);
