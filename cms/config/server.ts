import { resolve } from 'node:path';
import { env } from '@enamel/config';

export default () => ({
  host: env().HOST,
  port: env().PORT,
  url: env().PUBLIC_URL ?? '',
  dirs: { public: resolve(env().STATE_DIR, 'public') },
  app: { keys: env().APP_KEYS.split(',') },
  proxy: { koa: env().TRUSTED_PROXIES > 0 },
  logger: {
    updates: { enabled: false },
    startup: { enabled: false },
    config: env().LOG_LEVEL === 'silent' ? { silent: true } : { level: env().LOG_LEVEL },
  },
  webhooks: { populateRelations: false },
});
