import { env } from '@enamel/config';

export default () => ({
  connection: {
    client: 'postgres',
    connection: { connectionString: env().DATABASE_URL },
    pool: { min: 0, max: env().DATABASE_POOL },
    acquireConnectionTimeout: 20_000,
  },
});
