import { rows } from '@enamel/kernel/server';
import type { Runner } from '../runner.ts';

const names = (table: string, name: string) => async (on: Runner, ids: readonly string[]) =>
  new Map(
    (
      await rows<{ id: string; name: string }>(
        on,
        `select document_id as id, ${name} as name from ${table} where document_id = any(?)`,
        [[...ids]],
      )
    ).map((row) => [row.id, row.name]),
  );

/** Names of appointment types by document id. */
export const typeNames = names('appointment_types', 'name');

/** Names of practitioners, with their title, by document id. */
export const practitionerNames = names(
  'practitioners',
  "concat_ws(' ', title, first_name, last_name)",
);
