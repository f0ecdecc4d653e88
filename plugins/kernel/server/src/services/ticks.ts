import type { Core } from '@strapi/strapi';
import cron, { type ScheduledTask } from 'node-cron';
import { system } from '../../../shared/index.ts';
import { runAs } from './actor.ts';

const tasks = new WeakMap<Core.Strapi, ScheduledTask[]>();

/**
 * Runs `work` on a cron expression (with seconds). A tick only looks for work that the database knows of: any number of
 * processes may tick. A tick is skipped while the last one runs, and until the whole process is up: its tables and
 * constraints are there only then.
 */
export const every = (
  strapi: Core.Strapi,
  expression: string,
  name: string,
  work: () => Promise<void>,
): void => {
  const tick = async () => {
    if (!strapi.isLoaded) return;
    try {
      await runAs(system(name), work);
    } catch (error) {
      strapi.log.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const task = cron.schedule(expression, tick, { name, noOverlap: true, timezone: 'UTC' });
  tasks.set(strapi, [...(tasks.get(strapi) ?? []), task]);
};

export const stopTicks = (strapi: Core.Strapi): void => {
  for (const task of tasks.get(strapi) ?? []) void task.stop();
};
