/** One record of each noun that is a patient's, written by SQL. */
import type pg from 'pg';
import { idOf } from './schedule.ts';

const nouns: Readonly<Record<string, string>> = {
  treatment: 'treatments',
  'tooth-finding': 'tooth_findings',
  'questionnaire-response': 'questionnaire_responses',
  invoice: 'invoices',
  payment: 'payments',
  'wait-list-entry': 'wait_list_entries',
};

/** Values without which a row of the noun cannot be read. */
const values: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  treatment: { procedure: 'examination', status: 'planned', total_price: 100 },
  'tooth-finding': { kind: 'caries', tooth_number: '11' },
  'questionnaire-response': { title: 'History', language: 'en', status: 'submitted' },
  invoice: {
    status: 'issued',
    currency: 'RON',
    total: 100,
    issued_on: '2027-03-01',
    due_on: '2027-03-15',
  },
  payment: { amount: 1, currency: 'RON', method: 'cash' },
  'wait-list-entry': { status: 'waiting' },
};

/** The id of the record that {@link addRecords} made for a patient. */
export const recordOf = (noun: string, patient: string): string => idOf(`${noun} of ${patient}`);

/** Adds one record of each noun for a patient by name; ids are those of {@link recordOf}. They wait for a type at a place. */
export const addRecords = async (
  db: pg.Pool,
  patient: string,
  waits: { readonly type: string; readonly location: string },
): Promise<void> => {
  for (const [noun, table] of Object.entries(nouns)) {
    const row: Record<string, unknown> = {
      document_id: recordOf(noun, patient),
      created_at: new Date(),
      updated_at: new Date(),
      published_at: new Date(),
      ...values[noun],
      ...(noun === 'invoice' ? { number: `T-${patient}` } : {}),
    };
    const columns = Object.keys(row);
    await db.query(
      `with made as (
         insert into ${table} (${columns.join(', ')}) values (${columns.map((_, n) => `$${n + 1}`).join(', ')})
         returning id)
       insert into ${table}_patient_lnk (${noun.replaceAll('-', '_')}_id, patient_id)
       select made.id, p.id from made, patients p where p.document_id = $${columns.length + 1}`,
      [...Object.values(row), idOf(patient)],
    );
  }
  await db.query(
    `with t as (insert into wait_list_entries_appointment_type_lnk (wait_list_entry_id, appointment_type_id)
       select e.id, t.id from wait_list_entries e, appointment_types t where e.document_id = $1 and t.document_id = $2)
     insert into wait_list_entries_location_lnk (wait_list_entry_id, location_id)
     select e.id, l.id from wait_list_entries e, locations l where e.document_id = $1 and l.document_id = $3`,
    [recordOf('wait-list-entry', patient), idOf(waits.type), idOf(waits.location)],
  );
};
