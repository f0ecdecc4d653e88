import { rows } from '@enamel/kernel/server';
import type { Runner } from './runner.ts';

export interface PatientMatchRow {
  readonly documentId: string;
  readonly name: string;
  readonly dateOfBirth: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly alerts: number;
}

// The expression of the index patients_search, word for word.
const searched = `search_text(coalesce(first_name, '') || ' ' || coalesce(last_name, '') || ' ' ||
  coalesce(first_name, '') || ' ' || coalesce(email, '') || ' ' ||
  regexp_replace(coalesce(mobile_number, ''), '\\D', '', 'g'))`;

/** Patients in whose name, e-mail or phone every word occurs, or who were born on the date. At most 20, by name. */
export const findPatients = (on: Runner, words: readonly string[], born: string | null) =>
  rows<PatientMatchRow>(
    on,
    `select document_id as "documentId", concat_ws(' ', first_name, last_name) as name,
       to_char(date_of_birth, 'YYYY-MM-DD') as "dateOfBirth", mobile_number as phone, email,
       (select count(*)::int from patients_cmps pc where pc.entity_id = patients.id and pc.field = 'alerts') as alerts
     from patients
     where not coalesce(archived, false) and case when cast(:born as date) is not null
       then date_of_birth = cast(:born as date)
       else ${searched} like all (select '%' || search_text(word) || '%' from unnest(cast(:words as text[])) word) end
     order by last_name, first_name, id limit 20`,
    { words: [...words], born },
  );
