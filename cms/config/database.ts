import { env } from '@enamel/config';
import { settleConnection } from '@enamel/database/connection';

export default () => ({
  connection: {
    client: 'postgres',
    connection: { connectionString: env().DATABASE_URL },
    pool: { min: 0, max: env().DATABASE_POOL, afterCreate: settleConnection },
    acquireConnectionTimeout: env().DATABASE_WAIT_SECONDS * 1000,
  },
});
