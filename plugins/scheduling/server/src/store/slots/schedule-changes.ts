import { rows } from '@enamel/kernel/server';
import { prepared, type Runner } from '../runner.ts';

/** Whether anything changed the slots of a location after a snapshot, by whatever has been committed up to now. */
export const changedSince = async (
  on: Runner,
  location: string,
  snapshot: string,
): Promise<boolean> => {
  const [row] = await prepared<{ changed: boolean }>(
    on,
    'scheduling.changed-since',
    `select exists (select from schedule_changes c
       where c.xid >= pg_snapshot_xmin(cast(:snapshot as pg_snapshot))
         and (c.location is null or c.location = :location)
         and not pg_visible_in_snapshot(c.xid, cast(:snapshot as pg_snapshot))) as changed`,
    { location, snapshot },
  );
  return row?.changed ?? true;
};

/** The first transaction that may still be running. */
export const oldestRunning = async (on: Runner): Promise<string> => {
  const [row] = await rows<{ xid: string }>(
    on,
    'select pg_snapshot_xmin(pg_current_snapshot())::text as xid',
  );
  return row?.xid ?? '0';
};

/** Forgets changes by transactions before `xid`. */
export const forgetChanges = async (on: Runner, xid: string): Promise<void> => {
  await rows(on, 'delete from schedule_changes where xid < cast(? as xid8)', [xid]);
};
