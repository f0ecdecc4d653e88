/** Prints the routes of the running router, one `METHOD /path` a line. Run it in `cms` with the environment of a clinic. */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const appDir = process.cwd();
const { createStrapi } = createRequire(resolve(appDir, 'server.mts'))(
  '@strapi/strapi',
) as typeof import('@strapi/strapi');
const strapi = await createStrapi({ appDir, distDir: resolve(appDir, 'dist') }).load();
strapi.server.mount();
const routes = strapi.server
  .listRoutes()
  .flatMap(({ methods, path }: { methods: string[]; path: string }) =>
    methods.filter((method) => method !== 'HEAD').map((method) => `${method} ${path}`),
  );
await strapi.destroy();
process.stdout.write(`\n${JSON.stringify([...new Set(routes)])}\n`, () => process.exit(0));
