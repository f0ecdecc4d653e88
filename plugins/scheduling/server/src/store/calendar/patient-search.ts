import { rows } from '@enamel/kernel/server';
import type { Runner } from '../runner.ts';
import { withWords } from './patient-words.ts';

export interface PatientMatchRow {
  readonly documentId: string;
  readonly name: string;
  readonly dateOfBirth: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly alerts: number;
}

/** Patients in whose name, e-mail or phone every word occurs, or who were born on the date. At most 20, by name. */
export const findPatients = (on: Runner, words: readonly string[], born: string | null) => {
  const { condition, values } = withWords(words);
  return rows<PatientMatchRow>(
    on,
    `select p.document_id as "documentId", concat_ws(' ', p.first_name, p.last_name) as name,
       to_char(p.date_of_birth, 'YYYY-MM-DD') as "dateOfBirth", p.mobile_number as phone, p.email,
       (select count(*)::int from patients_cmps pc where pc.entity_id = p.id and pc.field = 'alerts') as alerts
     from patients p
     where not coalesce(p.archived, false) and ${born ? 'p.date_of_birth = cast(:born as date)' : condition}
     order by p.last_name, p.first_name, p.id limit 20`,
    born ? { born } : values,
  );
};
