/** The part of `npm run seed` that runs in the CMS's folder with its environment. */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { env } from '@enamel/config';
import { seedDemo } from './index.ts';

const appDir = resolve(import.meta.dirname, '../../cms');
const { createStrapi } = createRequire(resolve(appDir, 'server.mts'))(
  '@strapi/strapi',
) as typeof import('@strapi/strapi');

mkdirSync(resolve(env().STATE_DIR, 'public/uploads'), { recursive: true });
const strapi = await createStrapi({ appDir, distDir: resolve(appDir, 'dist') }).load();
const demo = await seedDemo(strapi);
await strapi.destroy();
if (demo)
  console.log(
    `The demo clinic is loaded: ${demo.patients.length} patients, ${demo.visits.length} appointments, ` +
      `${demo.treatments.length} treatments, ${demo.invoices.length} invoices.`,
  );
else console.error('The database holds a clinic already: nothing was loaded.');
process.exit(demo ? 0 : 1);
