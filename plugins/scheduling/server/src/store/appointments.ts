import { rows, type Transaction } from '@enamel/kernel/server';
import type { AppointmentStatus } from '../../../shared/statuses.ts';
import type { Stamps } from '../domain/visit-state.ts';
import { prepared, type Runner } from './runner.ts';

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
  /** Hours before the start until which a patient may change it. */
  readonly window: number;
  /** Minutes that the type lasts now. */
  readonly typeDuration: number | null;
}

const read = `
select a.document_id as "documentId", a.status,
  (extract(epoch from a.starts_at) * 1000)::float8 as start, (extract(epoch from a.ends_at) * 1000)::float8 as "end",
  coalesce(a.overbooked, false) as overbooked, a.overbook_reason as "overbookReason", a.booked_via as "bookedVia",
  p.document_id as patient, w.document_id as practitioner, l.document_id as location, c.document_id as chair,
  t.document_id as type, l.zone, coalesce(t.cancellation_window_hours, 0) as "window", t.duration as "typeDuration"
from appointments a
left join appointments_patient_lnk ap on ap.appointment_id = a.id left join patients p on p.id = ap.patient_id
left join appointments_practitioner_lnk aw on aw.appointment_id = a.id
left join practitioners w on w.id = aw.practitioner_id
left join appointments_location_lnk al on al.appointment_id = a.id left join locations l on l.id = al.location_id
left join appointments_chair_lnk ac on ac.appointment_id = a.id left join chairs c on c.id = ac.chair_id
left join appointments_appointment_type_lnk att on att.appointment_id = a.id
left join appointment_types t on t.id = att.appointment_type_id
where a.document_id = ?`;

export const appointmentOf = async (on: Runner, documentId: string) =>
  (await rows<AppointmentRow>(on, read, [documentId]))[0];

/** As it is, and kept so until the transaction ends. */
export const holdAppointment = async (trx: Transaction, documentId: string) =>
  (await rows<AppointmentRow>(trx, `${read} for update of a`, [documentId]))[0];

export interface NewAppointment {
  readonly documentId: string;
  readonly patient: string;
  readonly practitioner: string;
  readonly location: string;
  readonly chair: string;
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly status: AppointmentStatus;
  readonly reason: string | null;
  readonly notes: string | null;
  readonly via: 'portal' | 'desk';
  readonly overbooked: boolean;
  readonly overbookReason: string | null;
  readonly now: number;
}

const instant = (name: string) => `to_timestamp(:${name} / 1000.0) at time zone 'UTC'`;
const link = (noun: string, table: string, key: string) =>
  `${key}_link as (insert into appointments_${key}_lnk (appointment_id, ${key}_id)
     select new.id, ${table}.id from new, ${table} where ${table}.document_id = :${noun})`;

const insert = `
with new as (
  insert into appointments (document_id, starts_at, ends_at, status, reason, notes, booked_via, overbooked,
    overbook_reason, sequence, confirmed_at, created_at, updated_at, published_at)
  values (:documentId, ${instant('start')}, ${instant('end')}, :status, :reason, :notes, :via, :overbooked,
    :overbookReason, 0, case when :status = 'confirmed' then ${instant('now')} end,
    ${instant('now')}, ${instant('now')}, ${instant('now')})
  returning id),
${[
  link('patient', 'patients', 'patient'),
  link('practitioner', 'practitioners', 'practitioner'),
  link('location', 'locations', 'location'),
  link('chair', 'chairs', 'chair'),
  link('type', 'appointment_types', 'appointment_type'),
].join(',\n')}
select id from new`;

/** Writes an appointment and its relations in one statement. Its claims are the caller's. */
export const insertAppointment = async (trx: Transaction, values: NewAppointment) => {
  await prepared(trx, 'scheduling.insert-appointment', insert, { ...values });
};

export interface Placement {
  readonly start: number;
  readonly end: number;
  readonly practitioner: string;
  readonly chair: string;
  readonly overbooked: boolean;
  readonly overbookReason: string | null;
}

const relink = (noun: string, table: string) =>
  `${noun}_moved as (update appointments_${noun}_lnk set ${noun}_id = ${table}.id from a, ${table}
     where appointment_id = a.id and ${table}.document_id = :${noun}),
${noun}_linked as (insert into appointments_${noun}_lnk (appointment_id, ${noun}_id)
     select a.id, ${table}.id from a, ${table} where ${table}.document_id = :${noun}
       and not exists (select from appointments_${noun}_lnk where appointment_id = a.id))`;

const move = `
with a as (
  update appointments set starts_at = ${instant('start')}, ends_at = ${instant('end')},
    overbooked = :overbooked, overbook_reason = :overbookReason,
    sequence = coalesce(sequence, 0) + :counted, updated_at = ${instant('now')}
  where document_id = :documentId returning id),
${relink('practitioner', 'practitioners')},
${relink('chair', 'chairs')}
select id from a`;

/** Moves an appointment to where it was placed; `counts` tells calendar entries of a change. */
export const moveAppointment = async (
  trx: Transaction,
  documentId: string,
  placement: Placement,
  now: number,
  counts: boolean,
) => {
  await rows(trx, move, { documentId, now, counted: counts ? 1 : 0, ...placement });
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
      "sequence = coalesce(sequence, 0) + case when :status = 'cancelled' then 1 else 0 end",
      `updated_at = ${instant('now')}`,
      ...set,
    ].join(', ')} where document_id = :documentId`,
    { documentId, status, reason, now, ...stamps },
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
