import { rows } from '@enamel/kernel/server';
import type { AppointmentStatus } from '../../../shared/statuses.ts';
import type { WeeklyHours } from '../domain/opening.ts';
import { prepared, type Runner } from './runner.ts';

/** An appointment as a sheet shows it. Times are epoch milliseconds. */
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
  readonly patient: string | null;
  readonly patientName: string | null;
  readonly patientPhone: string | null;
  readonly alerts: number;
  readonly practitioner: string | null;
  readonly practitionerName: string | null;
  readonly chair: string | null;
  readonly chairName: string | null;
  readonly location: string | null;
  readonly zone: string | null;
  readonly type: string | null;
  readonly typeName: string | null;
  readonly typeColor: string | null;
  readonly typeDuration: number | null;
}

const ms = (column: string) => `(extract(epoch from a.${column}) * 1000)::float8`;

const sheet = `
select a.document_id as "documentId", ${ms('starts_at')} as start, ${ms('ends_at')} as "end", a.status, a.reason, a.notes,
  a.cancel_reason as "cancelReason", coalesce(a.overbooked, false) as overbooked,
  a.overbook_reason as "overbookReason", ${ms('arrived_at')} as "arrivedAt", ${ms('seated_at')} as "seatedAt",
  ${ms('completed_at')} as "completedAt", a.booked_via as "bookedVia",
  p.document_id as patient, concat_ws(' ', p.first_name, p.last_name) as "patientName",
  p.mobile_number as "patientPhone",
  (select count(*)::int from patients_cmps pc where pc.entity_id = p.id and pc.field = 'alerts') as alerts,
  w.document_id as practitioner, concat_ws(' ', w.title, w.first_name, w.last_name) as "practitionerName",
  c.document_id as chair, c.name as "chairName", l.document_id as location, l.zone,
  t.document_id as type, t.name as "typeName", t.color as "typeColor", t.duration as "typeDuration"
from appointments a
left join appointments_patient_lnk ap on ap.appointment_id = a.id left join patients p on p.id = ap.patient_id
left join appointments_practitioner_lnk aw on aw.appointment_id = a.id
left join practitioners w on w.id = aw.practitioner_id
left join appointments_chair_lnk ac on ac.appointment_id = a.id left join chairs c on c.id = ac.chair_id
left join appointments_appointment_type_lnk att on att.appointment_id = a.id
left join appointment_types t on t.id = att.appointment_type_id
left join appointments_location_lnk al on al.appointment_id = a.id left join locations l on l.id = al.location_id`;

/** The appointments of a location that touch a span, in order of time. */
export const sheetOf = (on: Runner, location: string, start: number, end: number) =>
  rows<SheetRow>(
    on,
    // No visit is longer than a day: that bounds the search on the index.
    `${sheet}
     where a.starts_at >= to_timestamp(:start / 1000.0) at time zone 'UTC' - interval '1 day'
       and a.starts_at < to_timestamp(:until / 1000.0) at time zone 'UTC'
       and a.ends_at > to_timestamp(:start / 1000.0) at time zone 'UTC' and l.document_id = :location
     order by a.starts_at, a.id`,
    { location, start, until: end },
  );

export const sheetRowOf = async (on: Runner, documentId: string) =>
  (await rows<SheetRow>(on, `${sheet} where a.document_id = ?`, [documentId]))[0];

export interface CalendarRules {
  readonly location: { documentId: string; zone: string } | null;
  readonly practitioners: readonly {
    readonly documentId: string;
    readonly name: string;
    readonly profession: string;
    readonly color: string | null;
    readonly appointmentTypes: readonly string[];
    readonly hours: readonly WeeklyHours[];
  }[];
  readonly chairs: readonly { documentId: string; name: string; kind: string }[];
  readonly timeOff: readonly {
    readonly start: number;
    readonly end: number;
    readonly kind: string;
    readonly reason: string | null;
    readonly practitioner: string | null;
    readonly chair: string | null;
    readonly location: string | null;
  }[];
}

const rules = `
with place as (
  select * from locations where document_id = :location
    or (cast(:location as text) is null and id = (select id from locations where active order by position, id limit 1))
)
select
  (select json_build_object('documentId', document_id, 'zone', zone) from place) as location,
  (select coalesce(json_agg(json_build_object('documentId', p.document_id,
     'name', concat_ws(' ', p.title, p.first_name, p.last_name), 'profession', p.profession, 'color', p.color,
     'appointmentTypes', (select coalesce(json_agg(t.document_id order by t.position, t.id), '[]')
        from practitioners_appointment_types_lnk pt join appointment_types t on t.id = pt.appointment_type_id
        where pt.practitioner_id = p.id),
     'hours', (select coalesce(json_agg(json_build_object(
        'weekday', array_position(array['monday','tuesday','wednesday','thursday','friday','saturday','sunday'],
                                  h.day_of_week::text),
        'from', (extract(epoch from h.start_time) / 60)::int, 'to', (extract(epoch from h.end_time) / 60)::int,
        'available', coalesce(h.is_available, true),
        'validFrom', h.valid_from, 'validUntil', h.valid_until,
        'weeks', coalesce(h.weeks, 'every'), 'instead', coalesce(h.instead, false))), '[]')
        from working_hours_entries h
        join working_hours_entries_practitioner_lnk hp on hp.working_hours_id = h.id and hp.practitioner_id = p.id
        join working_hours_entries_location_lnk hl on hl.working_hours_id = h.id
        join place on place.id = hl.location_id)
     ) order by p.position, p.id), '[]')
     from practitioners p
     where p.active and exists (select from practitioners_locations_lnk pl join place on place.id = pl.location_id
       where pl.practitioner_id = p.id)) as practitioners,
  (select coalesce(json_agg(json_build_object('documentId', c.document_id, 'name', c.name, 'kind', c.kind)
     order by c.position, c.id), '[]')
     from chairs c join chairs_location_lnk cl on cl.chair_id = c.id join place on place.id = cl.location_id
     where c.active) as chairs,
  (select coalesce(json_agg(json_build_object('start', (extract(epoch from o.starts_at) * 1000)::bigint,
     'end', (extract(epoch from o.ends_at) * 1000)::bigint, 'kind', o.kind, 'reason', o.reason,
     'practitioner', p.document_id, 'chair', c.document_id, 'location', l.document_id) order by o.starts_at), '[]')
     from time_offs o
     left join time_offs_practitioner_lnk op on op.time_off_id = o.id left join practitioners p on p.id = op.practitioner_id
     left join time_offs_chair_lnk oc on oc.time_off_id = o.id left join chairs c on c.id = oc.chair_id
     left join time_offs_location_lnk ol on ol.time_off_id = o.id left join locations l on l.id = ol.location_id
     where o.starts_at at time zone 'UTC' < to_timestamp(:until / 1000.0)
       and o.ends_at at time zone 'UTC' > to_timestamp(:since / 1000.0)
       and (l.id is null or l.id in (select id from place))) as "timeOff"`;

/** Columns, hours and time off of a location (the first active one when null) within a span. */
export const calendarRulesOf = async (
  on: Runner,
  location: string | null,
  span: { readonly start: number; readonly end: number },
) => {
  const [row] = await prepared<CalendarRules>(on, 'scheduling.calendar-rules', rules, {
    location,
    since: span.start,
    until: span.end,
  });
  if (!row) throw new Error('The statement of the calendar answered no row.');
  return row;
};

/** Active locations and appointment types, for the forms of the desk. */
export const resources = async (on: Runner) => {
  const [row] = await rows<{
    locations: { documentId: string; name: string; zone: string }[];
    appointmentTypes: {
      documentId: string;
      name: string;
      color: string;
      category: string;
      chairKind: string;
      duration: number;
    }[];
  }>(
    on,
    `select
      (select coalesce(json_agg(json_build_object('documentId', document_id, 'name', name, 'zone', zone)
         order by position, id), '[]') from locations where active) as locations,
      (select coalesce(json_agg(json_build_object('documentId', document_id, 'name', name, 'color', color,
         'category', category, 'chairKind', chair_kind, 'duration', duration) order by position, id), '[]')
         from appointment_types where active) as "appointmentTypes"`,
  );
  return row;
};
