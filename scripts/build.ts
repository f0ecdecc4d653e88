/** Builds the panel (Strapi) and the portal (Astro), each only when its sources changed since its last build. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inheritedVariables } from '@enamel/config';

const root = join(import.meta.dirname, '..');
const ignored = new Set(['node_modules', 'dist', 'build', 'generated', 'tests', 'coverage']);

export function* sources(path: string): Generator<string> {
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (ignored.has(entry.name) || entry.name.startsWith('.')) continue;
    const child = join(path, entry.name);
    if (entry.isDirectory()) yield* sources(child);
    else if (!entry.name.endsWith('.test.ts')) yield child;
  }
}

const fingerprint = (paths: Iterable<string>): string => {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(relative(root, path)).update(readFileSync(path));
  return hash.digest('hex');
};

function* panelSources() {
  yield join(root, 'package-lock.json');
  yield* sources(join(root, 'cms'));
  for (const plugin of readdirSync(join(root, 'plugins')))
    for (const side of ['admin', 'shared'])
      if (existsSync(join(root, 'plugins', plugin, side)))
        yield* sources(join(root, 'plugins', plugin, side));
}

function* portalSources() {
  yield join(root, 'package-lock.json');
  yield* sources(join(root, 'portal'));
  yield* sources(join(root, 'plugins/charting/shared'));
  yield* sources(join(root, 'plugins/kernel/shared'));
}

const placeholders = Object.fromEntries(
  [
    'APP_KEYS',
    'ADMIN_JWT_SECRET',
    'API_TOKEN_SALT',
    'TRANSFER_TOKEN_SALT',
    'ENCRYPTION_KEY',
    'JWT_SECRET',
    'LINK_SECRET',
    'PORTAL_SECRET',
    'FIELD_KEYS',
  ].map((name) => [name, 'only-for-the-build-never-used']),
);

const runTool = (
  script: string,
  args: string[],
  folder: string,
  variables: Record<string, string>,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], {
      cwd: join(root, folder),
      env: variables,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk;
      });
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The build of ${folder} failed:\n${output}`)),
    );
  });

interface Part {
  name: string;
  stamp: string;
  sources: Iterable<string>;
  build: () => Promise<void>;
}

const parts = (): Part[] => {
  const {
    PUBLIC_URL: _panel,
    PORTAL_URL: _portal,
    DATABASE_URL: _database,
    ...rest
  } = inheritedVariables();
  const variables = {
    ...rest,
    ...placeholders,
    TZ: 'UTC',
    NODE_ENV: 'demo',
    ASTRO_TELEMETRY_DISABLED: '1',
    STRAPI_TELEMETRY_DISABLED: 'true',
    STRAPI_DISABLE_UPDATE_NOTIFICATION: 'true',
  };
  return [
    {
      name: 'panel',
      stamp: 'cms/dist/.stamp',
      sources: panelSources(),
      build: () => runTool('@strapi/strapi/bin/strapi.js', ['build'], 'cms', variables),
    },
    {
      name: 'portal',
      stamp: 'portal/dist/.stamp',
      sources: portalSources(),
      build: () =>
        runTool('astro/bin/astro.mjs', ['build'], 'portal', {
          ...variables,
          NODE_ENV: 'production',
        }),
    },
  ];
};

/** Builds what changed. @returns the names of the parts that were built. */
export const build = async (say: (line: string) => void = console.log): Promise<string[]> => {
  const built: string[] = [];
  for (const part of parts()) {
    const stamp = join(root, part.stamp);
    const wanted = fingerprint(part.sources);
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) continue;
    say(`Building the ${part.name} …`);
    await part.build();
    mkdirSync(join(stamp, '..'), { recursive: true });
    writeFileSync(stamp, wanted);
    built.push(part.name);
  }
  return built;
};

if (import.meta.main) {
  const built = await build();
  console.log(
    built.length > 0 ? `Built: ${built.join(', ')}.` : 'Nothing changed since the last build.',
  );
}
