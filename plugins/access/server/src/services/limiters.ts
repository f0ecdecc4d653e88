import { env } from '@enamel/config';
import type { Core } from '@strapi/strapi';
import { limits, type RouteClass } from '../domain/limits.ts';
import type { Taken } from '../domain/window.ts';
import { keepNewest, memoryWindows } from '../store/memory-windows.ts';
import { redisWindows } from '../store/redis-windows.ts';
import { postgresWindows, type TakeFrom } from '../store/windows.ts';

export interface Consumed {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Until the oldest request leaves the window and one more may come. */
  readonly resetSeconds: number;
}

/** How long a store may take to answer before this process counts alone, and how long it then leaves it alone. */
const patience = 1_500;
const pause = 2_000;

const inTime = <T>(work: PromiseLike<T>): Promise<T> => {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${patience} ms`)), patience);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
};

/**
 * Counts in a store that all processes share, and in this process too: while the store is away the process goes on
 * from what it has let through itself. The log hears of it once, and once when the store is back.
 */
export const withFallback = (
  shared: { readonly name: string; readonly take: TakeFrom },
  log: Pick<Core.Strapi['log'], 'warn'>,
  clock: () => number = () => performance.now(),
): TakeFrom => {
  const alone = memoryWindows();
  let away = false;
  let askAgainAt = 0;
  /** Whom the store refused is not asked about again before their wait is over. */
  const refused = new Map<string, { until: number; taken: Taken }>();
  return async (key, limit) => {
    const now = clock();
    const known = refused.get(key);
    if (known && known.until > now) return { ...known.taken, waitMilliseconds: known.until - now };
    refused.delete(key);
    if (away && now < askAgainAt) return alone(key, limit);
    // While the store is away one request at a time finds out whether it is back.
    askAgainAt = now + pause;
    try {
      const taken = await inTime(shared.take(key, limit));
      if (away) log.warn(`Rate limits: ${shared.name} is back; all processes count together.`);
      away = false;
      if (taken.allowed) alone(key, limit);
      else keepNewest(refused, key, { until: now + taken.waitMilliseconds, taken });
      return taken;
    } catch (error) {
      if (!away) {
        const reason = error instanceof Error ? error.message : String(error);
        log.warn(`Rate limits: ${shared.name} is away, each process counts alone. ${reason}`);
      }
      away = true;
      return alone(key, limit);
    }
  };
};

/** Counts one request of an address in a class. */
export const createLimiters = (strapi: Core.Strapi) => {
  const { REDIS_URL, RATE_LIMITS, RATE_LIMIT_SCALE } = env();
  const take = withFallback(
    REDIS_URL
      ? { name: 'Redis', take: redisWindows(REDIS_URL) }
      : { name: 'PostgreSQL', take: postgresWindows(strapi.db.connection) },
    strapi.log,
  );
  const perMinute: Readonly<Record<RouteClass, number>> = { ...limits, ...RATE_LIMITS };
  return async (name: RouteClass, caller: string): Promise<Consumed> => {
    const limit = Math.max(1, Math.round(perMinute[name] * RATE_LIMIT_SCALE));
    const { allowed, used, waitMilliseconds } = await take(`${name}:${caller}`, limit);
    const seconds = Math.ceil(waitMilliseconds / 1000);
    return {
      allowed,
      limit,
      remaining: Math.max(0, limit - used),
      resetSeconds: Math.min(60, Math.max(1, seconds)),
    };
  };
};
