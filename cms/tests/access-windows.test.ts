import knex from 'knex';
import request from 'supertest';
import { memoryWindows } from '../../plugins/access/server/src/store/memory-windows.ts';
import { redisWindows } from '../../plugins/access/server/src/store/redis-windows.ts';
import { postgresWindows, type TakeFrom } from '../../plugins/access/server/src/store/windows.ts';
import { signClient } from '../../plugins/kernel/shared/client';
import { type Clinic, openClinic, secrets } from '../../tests/support/clinic.ts';
import { hasRedis, openRedis, type Redis } from '../../tests/support/redis.ts';

if (!hasRedis) console.warn('SKIPPED: limits counted in Redis. This machine has no redis-server.');
const withRedis = hasRedis ? describe : describe.skip;

const start = 1_790_000_000_000;
/** Moments that are close together, far apart and at the edges of seconds and of the window, the same each run. */
const moments = (() => {
  const pauses = [0, 1, 400, 999, 1000, 30_000, 59_999, 60_000, 61_000];
  let state = 7;
  let moment = start;
  return Array.from({ length: 400 }, () => {
    state = (state * 48_271) % 2_147_483_647;
    moment += state % 3 ? state % 1500 : (pauses[state % pauses.length] ?? 0);
    return moment;
  });
})();

const walk = async (take: TakeFrom, key: string, limit: number) => {
  const answers = [];
  for (const moment of moments) answers.push(await take(key, limit, moment));
  return answers;
};

const inMemory = (limit: number) => {
  const take = memoryWindows();
  return moments.map((moment) => take('key', limit, moment));
};

describe('windows of the rate limits', () => {
  let clinic: Clinic;
  let connection: ReturnType<typeof knex>;
  beforeAll(async () => {
    clinic = await openClinic();
    connection = knex({ client: 'pg', connection: clinic.databaseUrl, pool: { min: 0, max: 8 } });
  });
  afterAll(async () => {
    await connection.destroy();
    await clinic.close();
  });

  test.each([1, 5, 20])('PostgreSQL answers as the rule says, %i a minute', async (limit) => {
    const take = postgresWindows(connection as never);
    expect(await walk(take, `walk ${limit}`, limit)).toEqual(inMemory(limit));
  });

  test('of two hundred at once PostgreSQL lets through the limit and no more', async () => {
    const take = postgresWindows(connection as never);
    const answers = await Promise.all(Array.from({ length: 200 }, () => take('race', 30)));
    expect(answers.filter(({ allowed }) => allowed)).toHaveLength(30);
  });

  withRedis('in Redis', () => {
    let redis: Redis;
    let take: ReturnType<typeof redisWindows>;
    beforeAll(async () => {
      redis = await openRedis();
      take = redisWindows(redis.url);
      // The client connects by itself.
      for (let tries = 0; tries < 50; tries++) {
        const there = await take('probe', 1).then(
          () => true,
          () => false,
        );
        if (there) break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    });
    afterAll(async () => {
      take.close();
      await redis.stop();
    });

    test.each([1, 5, 20])('Redis answers as the rule says, %i a minute', async (limit) => {
      expect(await walk(take, `walk ${limit}`, limit)).toEqual(inMemory(limit));
    });

    test('of two hundred at once Redis lets through the limit and no more', async () => {
      const answers = await Promise.all(Array.from({ length: 200 }, () => take('race', 30)));
      expect(answers.filter(({ allowed }) => allowed)).toHaveLength(30);
    });

    test('two processes count together in Redis, alone while it is away, together again when it is back', async () => {
      const variables = { RATE_LIMIT_SCALE: '1', REDIS_URL: redis.url };
      const servers = [await clinic.startCms(variables), await clinic.startCms(variables)];
      const enter = async (server: number, address: string) => {
        const { status } = await request(servers[server]?.url ?? '')
          .post('/api/auth/local')
          .set('X-Enamel-Client', signClient(address, secrets.PORTAL_SECRET ?? ''))
          .send({ identifier: 'nobody@example.com', password: 'wrong password' });
        return status === 400;
      };
      const race = async (address: string) => {
        const turns = Array.from({ length: 40 }, (_, index) => enter(index % 2, address));
        return (await Promise.all(turns)).filter(Boolean).length;
      };
      expect(await race('203.0.113.1')).toBe(10);

      await redis.stop();
      expect(await race('203.0.113.2')).toBe(20);
      await redis.start();
      await new Promise((resolve) => setTimeout(resolve, 4_500));
      for (const server of [0, 1]) await enter(server, '203.0.113.9');
      expect(await race('203.0.113.3')).toBe(10);
      for (const server of servers) {
        expect(server.log().match(/Redis is away, each process counts alone/g)).toHaveLength(1);
        expect(server.log().match(/Redis is back/g)).toHaveLength(1);
      }
      const { rows } = await clinic.db.query(
        `select key from rate_windows where key like '%203.0.113.%'`,
      );
      expect(rows).toEqual([]);
    });
  });
});
