import node from '@astrojs/node';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'standalone', bodySizeLimit: 2 * 1024 * 1024 }),
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
        config: () => ({ ssr: { noExternal: true } }),
      },
    ],
  },
});
