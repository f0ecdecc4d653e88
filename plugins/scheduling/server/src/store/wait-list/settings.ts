import { rows } from '@enamel/kernel/server';
import type { Runner } from '../runner.ts';

/** The values of named settings, as the clinic wrote them. */
export const settingsOf = async (
  on: Runner,
  keys: readonly string[],
): Promise<Map<string, unknown>> =>
  new Map(
    (
      await rows<{ key: string; value: unknown }>(
        on,
        'select key, cast(value as json) as value from settings where key = any(?)',
        [[...keys]],
      )
    ).map(({ key, value }) => [key, value]),
  );
