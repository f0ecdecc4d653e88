import node from '@astrojs/node';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';

const server = node({ mode: 'standalone', bodySizeLimit: 2 * 1024 * 1024 });
const door = new URL('./src/door.ts', import.meta.url);

/** The server of the adapter, behind a door of ours. */
const adapter = {
  ...server,
  hooks: {
    ...server.hooks,
    'astro:config:done': ({ setAdapter, ...rest }) =>
      server.hooks['astro:config:done']({
        ...rest,
        setAdapter: (given) => setAdapter({ ...given, serverEntrypoint: door }),
      }),
  },
};

export default defineConfig({
  output: 'server',
  adapter,
  integrations: [react()],
  // src/middleware.ts compares the origin itself: behind a TLS proxy Astro would compare https with http.
  security: { checkOrigin: false },
  build: { inlineStylesheets: 'never' },
  // Pictures are served as they are: Astro's own address for them would read files and draw for whoever asks.
  image: { endpoint: { entrypoint: './src/server/no-pictures.ts' } },
  devToolbar: { enabled: false },
  vite: {
    // The content policy allows no inline script and no data: font.
    build: { assetsInlineLimit: 0 },
    ssr: { external: ['@enamel/config'] },
    plugins: [
      {
        // The built portal stands alone; while developing, CommonJS packages only run outside the bundle.
        name: 'enamel-whole-bundle',
        apply: 'build',
        config: () => ({
          ssr: { noExternal: true },
          // src/door.ts starts the server.
          define: { 'process.env.ASTRO_NODE_AUTOSTART': '"disabled"' },
        }),
      },
    ],
  },
});
