import { env } from '@enamel/config';

export default () => ({
  connection: {
    client: 'postgres',
    connection: { connectionString: env().DATABASE_URL },
    pool: { min: 0, max: env().DATABASE_POOL },
    acquireConnectionTimeout: env().DATABASE_WAIT_SECONDS * 1000,
  },
});
