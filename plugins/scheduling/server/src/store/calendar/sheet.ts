import { rows } from '@enamel/kernel/server';
import type { Alert } from '../../../../shared/alerts.ts';
import type { AppointmentStatus } from '../../../../shared/statuses.ts';
import type { Segment } from '../../domain/slots/availability.ts';
import type { Runner } from '../runner.ts';

/** An appointment as a sheet shows it. Times are epoch milliseconds, durations minutes. */
export interface SheetRow {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  readonly status: AppointmentStatus;
  readonly reason: string | null;
  readonly notes: string | null;
  readonly cancelReason: string | null;
  readonly overbooked: boolean;
  readonly overbookReason: string | null;
  readonly arrivedAt: number | null;
  readonly seatedAt: number | null;
  readonly completedAt: number | null;
  readonly bookedVia: string | null;
  readonly seriesId: string | null;
  readonly groupId: string | null;
  readonly patient: string | null;
  readonly patientName: string | null;
  readonly patientPhone: string | null;
  /** The grave ones first. */
  readonly alerts: readonly Alert[];
  readonly practitioner: string | null;
  readonly practitionerName: string | null;
  readonly assistant: string | null;
  readonly chair: string | null;
  readonly chairName: string | null;
  readonly location: string | null;
  readonly zone: string | null;
  readonly type: string | null;
  readonly typeName: string | null;
  readonly typeColor: string | null;
  readonly typeDuration: number | null;
  readonly bufferBefore: number;
  readonly bufferAfter: number;
  readonly segments: readonly Segment[];
}

const ms = (column: string) => `(extract(epoch from a.${column}) * 1000)::float8`;

/** All that a block says, of appointments `a`. */
export const sheetRows = `
select a.document_id as "documentId", ${ms('starts_at')} as start, ${ms('ends_at')} as "end", a.status, a.reason, a.notes,
  a.cancel_reason as "cancelReason", coalesce(a.overbooked, false) as overbooked,
  a.overbook_reason as "overbookReason", ${ms('arrived_at')} as "arrivedAt", ${ms('seated_at')} as "seatedAt",
  ${ms('completed_at')} as "completedAt", a.booked_via as "bookedVia",
  a.series_id as "seriesId", a.group_id as "groupId",
  p.document_id as patient, concat_ws(' ', p.first_name, p.last_name) as "patientName",
  p.mobile_number as "patientPhone",
  (select coalesce(json_agg(json_build_object('kind', n.kind, 'text', n.text, 'severity', n.severity)
     order by n.severity, pc."order"), '[]') from patients_cmps pc
     join components_clinic_alerts n on n.id = pc.cmp_id
     where pc.entity_id = p.id and pc.field = 'alerts') as alerts,
  w.document_id as practitioner, concat_ws(' ', w.title, w.first_name, w.last_name) as "practitionerName",
  (select s.document_id from appointments_assistant_lnk aa join practitioners s on s.id = aa.practitioner_id
     where aa.appointment_id = a.id limit 1) as assistant,
  c.document_id as chair, c.name as "chairName", l.document_id as location, l.zone,
  t.document_id as type, t.name as "typeName", t.color as "typeColor", t.duration as "typeDuration",
  coalesce(t.buffer_before, 0) as "bufferBefore", coalesce(t.buffer_after, 0) as "bufferAfter",
  (select coalesce(json_agg(json_build_object('minutes', g.minutes, 'practitioner', coalesce(g.practitioner, true),
      'assistant', coalesce(g.assistant, false)) order by tc."order"), '[]')
     from appointment_types_cmps tc join components_clinic_segments g on g.id = tc.cmp_id
     where tc.entity_id = t.id and tc.field = 'segments') as segments
from appointments a
left join appointments_patient_lnk ap on ap.appointment_id = a.id left join patients p on p.id = ap.patient_id
left join appointments_practitioner_lnk aw on aw.appointment_id = a.id
left join practitioners w on w.id = aw.practitioner_id
left join appointments_chair_lnk ac on ac.appointment_id = a.id left join chairs c on c.id = ac.chair_id
left join appointments_appointment_type_lnk att on att.appointment_id = a.id
left join appointment_types t on t.id = att.appointment_type_id
left join appointments_location_lnk al on al.appointment_id = a.id left join locations l on l.id = al.location_id`;

export const sheetRowOf = async (on: Runner, documentId: string) =>
  (await rows<SheetRow>(on, `${sheetRows} where a.document_id = ?`, [documentId]))[0];

/** When an appointment was last written. Epoch milliseconds. */
export const changedAt = async (on: Runner, documentId: string): Promise<number> => {
  const [row] = await rows<{ at: number }>(
    on,
    `select ${ms('updated_at')} as at from appointments a where document_id = ?`,
    [documentId],
  );
  return row?.at ?? 0;
};
