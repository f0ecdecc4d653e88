import type { Taken } from '../domain/window.ts';
import { windowMilliseconds } from '../domain/window.ts';

/** One counter kept somewhere. `moment` stands for the store's own clock, in milliseconds. */
export type TakeFrom = (key: string, limit: number, moment?: number) => Promise<Taken>;

interface Connection {
  raw(sql: string, bindings: readonly unknown[]): PromiseLike<{ rows: unknown[] }>;
}

/** domain/window.ts `take` as one statement: the row's lock puts requests of one key in order. */
const takeStatement = `
  insert into rate_windows as kept (key, times, counts, allowed)
  values (?, array[coalesce(?::bigint, floor(extract(epoch from clock_timestamp()) * 1000)::bigint)], array[1], true)
  on conflict (key) do update set (times, counts, allowed) = (
    with recent as (
      select at, count from unnest(kept.times, kept.counts) as hit (at, count)
      where at + ${windowMilliseconds} > excluded.times[1]
    ),
    room as (select coalesce(sum(count), 0) < ? as left_over from recent),
    seconds as (
      select max(at) as at, sum(count)::integer as count
      from (
        select at, count from recent
        union all select excluded.times[1], 1 from room where left_over
      ) as hit
      group by at / 1000
    )
    select array_agg(at order by at), array_agg(count order by at), (select left_over from room) from seconds
  )
  returning allowed, times[1]::float8 as oldest,
    (select sum(count)::integer from unnest(counts) as count) as used,
    coalesce(?::bigint, floor(extract(epoch from clock_timestamp()) * 1000)::bigint)::float8 as moment`;

export const postgresWindows =
  (connection: Connection): TakeFrom =>
  async (key, limit, moment) => {
    const { rows } = await connection.raw(takeStatement, [
      key,
      moment ?? null,
      limit,
      moment ?? null,
    ]);
    const [row] = rows as { allowed: boolean; oldest: number; used: number; moment: number }[];
    if (!row) throw new Error('The window was not kept.');
    return {
      allowed: row.allowed,
      used: row.used,
      waitMilliseconds: Math.max(1, row.oldest + windowMilliseconds - row.moment),
    };
  };

/** Forgets the windows in which nothing is left. */
export const forgetWindows = async (connection: Connection): Promise<void> => {
  await connection.raw(
    `delete from rate_windows
     where times[cardinality(times)] < extract(epoch from clock_timestamp()) * 1000 - ?`,
    [windowMilliseconds],
  );
};
