import { env } from '@enamel/config';
import type { Core } from '@strapi/strapi';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { limits, type RouteClass } from '../domain/limits.ts';

export interface Consumed {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Until the window ends. */
  readonly resetSeconds: number;
}

/** Counts one request of an address in a class. When the database does not answer, this process counts alone. */
export const createLimiters = (strapi: Core.Strapi) => {
  const limiters = new Map<RouteClass, RateLimiterAbstract>();
  for (const [name, perMinute] of Object.entries(limits) as [RouteClass, number][]) {
    const points = Math.max(1, Math.round(perMinute * env().RATE_LIMIT_SCALE));
    const options = { keyPrefix: name, points, duration: 60 };
    limiters.set(
      name,
      new RateLimiterPostgres({
        ...options,
        storeClient: strapi.db.connection,
        storeType: 'knex',
        tableName: 'rate_limits',
        tableCreated: true,
        inMemoryBlockOnConsumed: points + 1,
        insuranceLimiter: new RateLimiterMemory(options),
      }),
    );
  }
  return async (name: RouteClass, key: string): Promise<Consumed> => {
    const limiter = limiters.get(name) as RateLimiterAbstract;
    const answer = (result: RateLimiterRes, allowed: boolean): Consumed => ({
      allowed,
      limit: limiter.points,
      remaining: result.remainingPoints,
      resetSeconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
    });
    try {
      return answer(await limiter.consume(key), true);
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return answer(refused, false);
      throw refused;
    }
  };
};
