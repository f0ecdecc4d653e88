import { rows } from '@enamel/kernel/server';
import type { PauseRule } from '../domain/attempts.ts';

type Connection = Parameters<typeof rows>[0];

export interface Counted {
  readonly key: Buffer;
  readonly rule: PauseRule;
}

/**
 * Counts an attempt as a failure before anything is looked at: however many come at once, no more are let through than
 * the rule says. One that has to wait is not counted.
 */
const counting = (name: string, condition: string) => `
  insert into access_attempts (key, failures, failed_at, until, forget_at)
  select cast(:${name}Key as bytea), 1, cast(:now as timestamptz), cast(null as timestamptz), cast(:now as timestamptz) + make_interval(hours => :${name}Hours) ${condition}
  on conflict (key) do update set
    failures = case when access_attempts.forget_at <= :now then 1 else access_attempts.failures + 1 end,
    failed_at = :now, forget_at = excluded.forget_at,
    until = case when access_attempts.forget_at <= :now or access_attempts.failures + 1 < :${name}Free then null
      else cast(:now as timestamptz) + make_interval(secs =>
        least(:${name}Most, :${name}First * power(2, least(access_attempts.failures + 1 - :${name}Free, 20)))) end
  where access_attempts.until is null or access_attempts.until <= :now
  returning 1`;

const bound = (name: string, { key, rule }: Counted) => ({
  [`${name}Key`]: key,
  [`${name}Free`]: rule.free,
  [`${name}First`]: rule.first,
  [`${name}Most`]: rule.most,
  [`${name}Hours`]: rule.forgetHours,
});

/** Whether an attempt may be looked at; `whole` counts only what its part lets through. */
export const takeAttempt = async (
  on: Connection,
  part: Counted,
  whole: Counted | undefined,
  now: string,
): Promise<boolean> => {
  const taken = await rows(
    on,
    whole
      ? `with part as (${counting('part', '')}),
           whole as (${counting('whole', 'where exists (select from part)')}) select from whole`
      : `with part as (${counting('part', '')}) select from part`,
    { now, ...bound('part', part), ...(whole ? bound('whole', whole) : {}) },
  );
  return taken.length > 0;
};

/** It was no failure: the part is forgotten, and the whole is as it was. */
export const forgiveAttempt = async (
  on: Connection,
  part: Counted,
  whole: Counted | undefined,
): Promise<void> => {
  await rows(
    on,
    `with part as (delete from access_attempts where key = :part)
     update access_attempts set failures = greatest(failures - 1, 0), until = null where key = :whole`,
    { part: part.key, whole: whole?.key ?? Buffer.alloc(0) },
  );
};

export const forgetAttempts = async (on: Connection, now: string): Promise<void> => {
  await rows(on, 'delete from access_attempts where forget_at < ?', [now]);
};
