import { rows } from '@enamel/kernel/server';
import type { AppointmentMove } from '../../../../shared/moves.ts';
import type { Runner } from '../runner.ts';

interface Row {
  readonly patient: string | null;
  readonly moves: AppointmentMove[];
}

const statement = `
select p.document_id as patient, coalesce((
  select json_agg(json_build_object(
    'from', m.from_state, 'to', m.to_state, 'at', to_char(m.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    'actor', json_build_object('kind', m.actor_kind, 'name', case m.actor_kind
      when 'staff' then (select nullif(concat_ws(' ', u.firstname, u.lastname), '') from admin_users u
        where u.id::text = m.actor_id)
      when 'patient' then (select q.full_name from patients q join patients_account_lnk l on l.patient_id = q.id
        where l.user_id::text = m.actor_id) end),
    'reason', m.reason) order by m.id)
  from appointment_moves m where m.appointment_id = a.document_id), '[]') as moves
from appointments a
left join appointments_patient_lnk ap on ap.appointment_id = a.id left join patients p on p.id = ap.patient_id
where a.document_id = ?`;

/** The history of an appointment, the oldest move first; undefined when there is no such appointment. */
export const movesOf = async (on: Runner, documentId: string): Promise<Row | undefined> =>
  (await rows<Row>(on, statement, [documentId]))[0];
