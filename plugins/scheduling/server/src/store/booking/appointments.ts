import { type Part, part, rows, type Transaction } from '@enamel/kernel/server';
import type { AppointmentStatus } from '../../../../shared/statuses.ts';
import type { Stamps } from '../../domain/booking/visit-state.ts';
import type { Runner } from '../runner.ts';

export interface AppointmentRow {
  readonly documentId: string;
  readonly status: AppointmentStatus;
  /** Epoch milliseconds. */
  readonly start: number;
  readonly end: number;
  readonly overbooked: boolean;
  readonly overbookReason: string | null;
  readonly bookedVia: string | null;
  readonly patient: string | null;
  readonly practitioner: string | null;
  readonly location: string | null;
  readonly chair: string | null;
  readonly type: string | null;
  readonly zone: string | null;
  readonly seriesId: string | null;
  readonly groupId: string | null;
  /** Hours before the start until which a patient may change it. */
  readonly window: number;
  /** What becomes of a cancellation within that window. */
  readonly lateCancellation: 'refuse' | 'allow';
  /** Minutes that the type lasts now. */
  readonly typeDuration: number | null;
}

const read = `
select a.document_id as "documentId", a.status,
  (extract(epoch from a.starts_at) * 1000)::float8 as start, (extract(epoch from a.ends_at) * 1000)::float8 as "end",
  coalesce(a.overbooked, false) as overbooked, a.overbook_reason as "overbookReason", a.booked_via as "bookedVia",
  p.document_id as patient, w.document_id as practitioner, l.document_id as location, c.document_id as chair,
  t.document_id as type, l.zone, a.series_id as "seriesId", a.group_id as "groupId", coalesce(t.cancellation_window_hours, 0) as "window",
  coalesce(t.late_cancellation, 'refuse') as "lateCancellation", t.duration as "typeDuration"
from appointments a
left join appointments_patient_lnk ap on ap.appointment_id = a.id left join patients p on p.id = ap.patient_id
left join appointments_practitioner_lnk aw on aw.appointment_id = a.id
left join practitioners w on w.id = aw.practitioner_id
left join appointments_location_lnk al on al.appointment_id = a.id left join locations l on l.id = al.location_id
left join appointments_chair_lnk ac on ac.appointment_id = a.id left join chairs c on c.id = ac.chair_id
left join appointments_appointment_type_lnk att on att.appointment_id = a.id
left join appointment_types t on t.id = att.appointment_type_id
`;
const one = `${read}where a.document_id = ?`;

export const appointmentOf = async (on: Runner, documentId: string) =>
  (await rows<AppointmentRow>(on, one, [documentId]))[0];

/** As it is, and kept so until the transaction ends. */
export const holdAppointment = async (trx: Transaction, documentId: string) =>
  (await rows<AppointmentRow>(trx, `${one} for update of a`, [documentId]))[0];

/** Which visits belong together: those of a series from an instant on, or all of a group. */
export type Kin = { readonly series: string; readonly from: number } | { readonly group: string };

/** The visits that still stand, in order of time, each kept as it is until the transaction ends. */
export const holdKin = async (trx: Transaction, kin: Kin): Promise<AppointmentRow[]> => {
  const found =
    'series' in kin
      ? await rows<AppointmentRow>(
          trx,
          `${read}where a.series_id = :series and a.status not in ('cancelled', 'no-show')
             and a.starts_at >= to_timestamp(:from / 1000.0) at time zone 'UTC'
           order by a.id for update of a`,
          { ...kin },
        )
      : await rows<AppointmentRow>(
          trx,
          `${read}where a.group_id = :group and a.status not in ('cancelled', 'no-show')
           order by a.id for update of a`,
          { ...kin },
        );
  return found.sort((a, b) => a.start - b.start);
};

export interface NewAppointment {
  readonly documentId: string;
  readonly patient: string;
  readonly practitioner: string;
  readonly location: string;
  readonly chair: string;
  readonly assistant: string | null;
  readonly equipment: readonly string[];
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly status: AppointmentStatus;
  readonly reason: string | null;
  readonly notes: string | null;
  readonly via: 'portal' | 'desk';
  readonly overbooked: boolean;
  readonly overbookReason: string | null;
  readonly seriesId: string | null;
  readonly groupId: string | null;
  readonly now: number;
}

/** What writes an appointment and its relations, for one statement with its claims and its news. */
export const inserting = (values: NewAppointment): Record<string, Part> => {
  const confirmed = values.status === 'confirmed' ? values.now : null;
  return {
    appointment: part`
      insert into appointments (document_id, starts_at, ends_at, status, reason, notes, booked_via, overbooked,
        overbook_reason, series_id, group_id, sequence, confirmed_at, created_at, updated_at, published_at)
      select ${values.documentId}, to_timestamp(${values.start}::float8 / 1000) at time zone 'UTC',
        to_timestamp(${values.end}::float8 / 1000) at time zone 'UTC', ${values.status}, ${values.reason}, ${values.notes},
        ${values.via}, ${values.overbooked}::boolean, ${values.overbookReason}, ${values.seriesId}, ${values.groupId}, 0,
        to_timestamp(${confirmed}::float8 / 1000) at time zone 'UTC', present, present, present
      from (select to_timestamp(${values.now}::float8 / 1000) at time zone 'UTC' as present) clock
      returning id`,
    patient_link: part`insert into appointments_patient_lnk (appointment_id, patient_id)
      select a.id, x.id from appointment a, patients x where x.document_id = ${values.patient} returning id`,
    practitioner_link: part`insert into appointments_practitioner_lnk (appointment_id, practitioner_id)
      select a.id, x.id from appointment a, practitioners x where x.document_id = ${values.practitioner}`,
    location_link: part`insert into appointments_location_lnk (appointment_id, location_id)
      select a.id, x.id from appointment a, locations x where x.document_id = ${values.location}`,
    chair_link: part`insert into appointments_chair_lnk (appointment_id, chair_id)
      select a.id, x.id from appointment a, chairs x where x.document_id = ${values.chair}`,
    type_link: part`insert into appointments_appointment_type_lnk (appointment_id, appointment_type_id)
      select a.id, x.id from appointment a, appointment_types x where x.document_id = ${values.type}`,
    assistant_link: part`insert into appointments_assistant_lnk (appointment_id, practitioner_id)
      select a.id, x.id from appointment a, practitioners x where x.document_id = ${values.assistant}`,
    equipment_link: part`insert into appointments_equipment_lnk (appointment_id, equipment_id, equipment_ord)
      select a.id, x.id, row_number() over (order by x.id) from appointment a, equipment x
      where x.document_id = any (${[...values.equipment]}::text[])`,
  };
};

const instant = (name: string) => `to_timestamp(:${name} / 1000.0) at time zone 'UTC'`;

export interface Placement {
  readonly start: number;
  readonly end: number;
  readonly practitioner: string;
  readonly chair: string;
  readonly assistant: string | null;
  readonly equipment: readonly string[];
  readonly overbooked: boolean;
  readonly overbookReason: string | null;
}

/** The rows of a link become exactly those that are wanted; what stays is not touched. */
const relink = (noun: string, table: string, key: string) =>
  `${noun}_left as (delete from appointments_${noun}_lnk k using a where k.appointment_id = a.id
     and k.${key}_id not in (select id from ${table} where document_id = any (cast(:${noun} as text[])))),
${noun}_linked as (insert into appointments_${noun}_lnk (appointment_id, ${key}_id)
     select a.id, x.id from a, ${table} x where x.document_id = any (cast(:${noun} as text[]))
       and not exists (select from appointments_${noun}_lnk k where k.appointment_id = a.id and k.${key}_id = x.id))`;

const move = `
with a as (
  update appointments set starts_at = ${instant('start')}, ends_at = ${instant('end')},
    overbooked = :overbooked, overbook_reason = :overbookReason,
    sequence = coalesce(sequence, 0) + :counted, updated_at = ${instant('now')}
  where document_id = :documentId returning id),
${relink('practitioner', 'practitioners', 'practitioner')},
${relink('chair', 'chairs', 'chair')},
${relink('assistant', 'practitioners', 'practitioner')},
${relink('equipment', 'equipment', 'equipment')}
select id from a`;

/** Moves an appointment to where it was placed; `counts` tells calendar entries of a change. */
export const moveAppointment = async (
  trx: Transaction,
  documentId: string,
  placement: Placement,
  now: number,
  counts: boolean,
) => {
  const { practitioner, chair, assistant, equipment, start, end, overbooked, overbookReason } =
    placement;
  await rows(trx, move, {
    documentId,
    now,
    counted: counts ? 1 : 0,
    start,
    end,
    overbooked,
    overbookReason,
    practitioner: [practitioner],
    chair: [chair],
    assistant: assistant === null ? [] : [assistant],
    equipment: [...equipment],
  });
};

const columns: Record<keyof Stamps, string> = {
  confirmedAt: 'confirmed_at',
  arrivedAt: 'arrived_at',
  seatedAt: 'seated_at',
  completedAt: 'completed_at',
  cancelledAt: 'cancelled_at',
};

/** Writes a new status with its stamps; a reason is kept with a cancellation. */
export const writeStatus = async (
  trx: Transaction,
  documentId: string,
  status: AppointmentStatus,
  stamps: Stamps,
  reason: string | null,
  now: number,
  late = false,
) => {
  const set = (Object.keys(stamps) as (keyof Stamps)[]).map(
    (name) =>
      `${columns[name]} = to_timestamp(cast(:${name} as float8) / 1000.0) at time zone 'UTC'`,
  );
  await rows(
    trx,
    `update appointments set ${[
      'status = :status',
      'cancel_reason = coalesce(:reason, cancel_reason)',
      'cancelled_late = :late',
      "sequence = coalesce(sequence, 0) + case when :status = 'cancelled' then 1 else 0 end",
      `updated_at = ${instant('now')}`,
      ...set,
    ].join(', ')} where document_id = :documentId`,
    { documentId, status, reason, now, late, ...stamps },
  );
};

export const describeAppointment = async (
  on: Runner,
  documentId: string,
  values: { readonly reason?: string | null; readonly notes?: string | null },
  now: number,
) => {
  const set = Object.keys(values).map((name) => `${name} = :${name}`);
  await rows(
    on,
    `update appointments set ${[...set, `updated_at = ${instant('now')}`].join(', ')}
     where document_id = :documentId`,
    { documentId, now, ...values },
  );
};

/** What was written about a visit that its patient will not come to. */
export const notesOfCancelled = async (
  on: Runner,
  documentId: string,
  patient: string,
): Promise<string | null> =>
  (
    await rows<{ notes: string | null }>(
      on,
      `select a.notes from appointments a join appointments_patient_lnk l on l.appointment_id = a.id
       join patients p on p.id = l.patient_id
       where a.document_id = :documentId and a.status = 'cancelled' and p.document_id = :patient`,
      { documentId, patient },
    )
  )[0]?.notes ?? null;
