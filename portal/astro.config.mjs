import node from '@astrojs/node';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'standalone' }),
  integrations: [react()],
  security: { checkOrigin: true },
  devToolbar: { enabled: false },
  vite: { ssr: { noExternal: true, external: ['@enamel/config'] } },
});
