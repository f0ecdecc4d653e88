/** Whom one may book for, see and change visits of. */
import { rows } from '@enamel/kernel/server';
import type { Runner } from '../runner.ts';

/** Ids of the patients for whom another acts; both are SQL expressions, of a document id and of an instant. */
export const familyIds = (patient: string, at: string): string =>
  `select id from acted_for(${patient}, cast(${at} as timestamptz))`;

/** By age, the oldest first. `at` is an ISO instant: minors come of age. */
export const familyOf = (on: Runner, patient: string, at: string) =>
  rows<{ documentId: string; name: string }>(
    on,
    `select document_id as "documentId", concat_ws(' ', first_name, last_name) as name from patients
     where id in (${familyIds(':patient', ':at')}) order by date_of_birth nulls last, id`,
    { patient, at },
  );
