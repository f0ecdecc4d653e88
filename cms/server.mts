/** Starts the CMS from its build: `node cms/server.mts`. Stops cleanly on SIGINT and SIGTERM. */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { env } from '@enamel/config';

// Strapi's own ES modules do not resolve on Node; its CommonJS build does.
const { createStrapi } = createRequire(import.meta.url)(
  '@strapi/strapi',
) as typeof import('@strapi/strapi');

mkdirSync(resolve(env().STATE_DIR, 'public/uploads'), { recursive: true });
const appDir = import.meta.dirname;
await createStrapi({ appDir, distDir: resolve(appDir, 'dist') }).start();
