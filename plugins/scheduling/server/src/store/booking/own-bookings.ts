import { rows } from '@enamel/kernel/server';
import type { AppointmentStatus } from '../../../../shared/statuses.ts';
import { nameOf } from '../names.ts';
import type { Runner } from '../runner.ts';
import { familyIds } from './family.ts';

/** A visit of a patient's own, or of one for whom he answers. Times are epoch milliseconds. */
export interface OwnRow {
  readonly documentId: string;
  readonly status: AppointmentStatus;
  readonly start: number;
  readonly end: number;
  readonly zone: string;
  readonly practitioner: string;
  readonly practitionerName: string;
  readonly location: string;
  readonly locationName: string;
  readonly locationAddress: string | null;
  readonly locationCity: string | null;
  readonly locationPhone: string | null;
  readonly appointmentType: string;
  readonly appointmentTypeName: string;
  readonly price: number;
  readonly reason: string | null;
  readonly cancelReason: string | null;
  readonly sequence: number;
  readonly seriesId: string | null;
  readonly groupId: string | null;
  /** Hours. */
  readonly window: number;
  readonly lateCancellation: 'refuse' | 'allow';
  readonly familyMember: { readonly documentId: string; readonly name: string } | null;
}

/** The visits of a patient and the family, the latest first; only the one named when `documentId` is given. */
export const ownVisits = (
  on: Runner,
  patient: string,
  /** An ISO instant: minors come of age. */
  at: string,
  language: string | null,
  documentId: string | null = null,
) =>
  rows<OwnRow>(
    on,
    `select a.document_id as "documentId", a.status, (extract(epoch from a.starts_at) * 1000)::float8 as start,
       (extract(epoch from a.ends_at) * 1000)::float8 as "end", l.zone,
       w.document_id as practitioner, concat_ws(' ', w.title, w.first_name, w.last_name) as "practitionerName",
       l.document_id as location, l.name as "locationName", l.address as "locationAddress", l.city as "locationCity",
       l.phone as "locationPhone", t.document_id as "appointmentType",
       ${nameOf("coalesce(cast(:language as text), p.preferred_language, 'ro')")} as "appointmentTypeName",
       coalesce(t.price, 0) as price, a.reason, a.cancel_reason as "cancelReason",
       coalesce(a.sequence, 0) as sequence, a.series_id as "seriesId", a.group_id as "groupId",
       coalesce(t.late_cancellation, 'refuse') as "lateCancellation",
       coalesce(t.cancellation_window_hours, 0) as "window",
       case when p.document_id <> :patient then json_build_object('documentId', p.document_id,
         'name', concat_ws(' ', p.first_name, p.last_name)) end as "familyMember"
     from patients p
     join appointments_patient_lnk ap on ap.patient_id = p.id join appointments a on a.id = ap.appointment_id
     join appointments_practitioner_lnk aw on aw.appointment_id = a.id
     join practitioners w on w.id = aw.practitioner_id
     join appointments_location_lnk al on al.appointment_id = a.id join locations l on l.id = al.location_id
     join appointments_appointment_type_lnk att on att.appointment_id = a.id
     join appointment_types t on t.id = att.appointment_type_id
     where p.id in (select id from patients where document_id = :patient union ${familyIds(':patient', ':at')})
       and (cast(:documentId as text) is null or a.document_id = cast(:documentId as text))
     order by a.starts_at desc, a.id desc limit 500`,
    { patient, at, language, documentId },
  );
