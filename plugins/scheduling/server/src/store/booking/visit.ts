import { rows } from '@enamel/kernel/server';
import type { Visit } from '../../../../shared/visit.ts';
import { nameOf } from '../names.ts';
import type { Runner } from '../runner.ts';

const utc = (column: string) => `to_char(a.${column}, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const statement = `
select a.document_id as "documentId", a.status, ${utc('starts_at')} as "startsAt", ${utc('ends_at')} as "endsAt",
  coalesce(l.zone, 'UTC') as zone, coalesce(a.sequence, 0) as sequence,
  case when (
    select m.actor_kind from appointment_moves m
    where m.appointment_id = a.document_id and m.to_state = 'cancelled' order by m.id desc limit 1
  ) in ('patient', 'link') then null else a.cancel_reason end as "cancelReason",
  json_build_object('documentId', p.document_id, 'firstName', p.first_name, 'lastName', p.last_name, 'email', p.email,
    'mobileNumber', p.mobile_number, 'preferredLanguage', coalesce(p.preferred_language, 'ro'),
    'emailReminders', coalesce(p.email_reminders, true), 'smsReminders', coalesce(p.sms_reminders, true)) as patient,
  json_build_object('documentId', w.document_id, 'name', concat_ws(' ', w.title, w.first_name, w.last_name)) as practitioner,
  json_build_object('documentId', l.document_id, 'name', l.name, 'address', l.address, 'city', l.city, 'phone', l.phone)
    as location,
  json_build_object('documentId', t.document_id,
    'name', ${nameOf("coalesce(cast(:language as text), p.preferred_language, 'ro')")}, 'price', coalesce(t.price, 0)) as "appointmentType"
from appointments a
join appointments_patient_lnk ap on ap.appointment_id = a.id join patients p on p.id = ap.patient_id
join appointments_practitioner_lnk aw on aw.appointment_id = a.id join practitioners w on w.id = aw.practitioner_id
join appointments_location_lnk al on al.appointment_id = a.id join locations l on l.id = al.location_id
join appointments_appointment_type_lnk att on att.appointment_id = a.id
join appointment_types t on t.id = att.appointment_type_id
where a.document_id = :documentId`;

/** A visit with everyone and everything it names; undefined when it does not exist or is not complete. */
export const readVisit = async (on: Runner, documentId: string, language: string | null) =>
  (await rows<Visit>(on, statement, { documentId, language }))[0];
