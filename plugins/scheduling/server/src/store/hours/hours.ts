import { type Scope, visitInScope } from '@enamel/access';
import { rows } from '@enamel/kernel/server';
import type { HoursAnswer, HoursEntry, HoursPlace } from '../../../../shared/hours.ts';
import type { Runner } from '../runner.ts';

export interface TimeOffRow {
  readonly documentId: string;
  readonly kind: 'vacation' | 'sick' | 'training' | 'holiday' | 'block';
  /** Epoch milliseconds. */
  readonly start: number;
  readonly end: number;
  readonly reason: string | null;
  readonly location: string | null;
  readonly chair: string | null;
  readonly equipment: string | null;
}

export interface HoursRow {
  readonly people: HoursAnswer['data']['people'];
  readonly places: readonly (Omit<HoursPlace, 'holidays'> & {
    readonly country: string;
    readonly observesHolidays: boolean;
  })[];
  /** The clinic's. */
  readonly zone: string;
  readonly entries: readonly (HoursEntry & { readonly documentId: string })[];
  readonly timeOff: readonly TimeOffRow[];
}

const named = (noun: string, table: string, link: string, key: string) =>
  `(select coalesce(json_agg(json_build_object('documentId', x.document_id, 'name', x.name) order by x.position, x.id), '[]')
      from ${table} x join ${link} xl on xl.${key} = x.id and xl.location_id = l.id where x.active) as ${noun}`;

const statement = `
with places as (
  select l.document_id as "documentId", l.name, l.zone, coalesce(l.active, false) as active, coalesce(l.country, '') as country,
    coalesce(l.observes_holidays, false) as "observesHolidays", l.position, l.id,
    ${named('chairs', 'chairs', 'chairs_location_lnk', 'chair_id')},
    ${named('equipment', 'equipment', 'equipment_location_lnk', 'equipment_id')}
  from locations l
)
select
  (select coalesce(json_agg(json_build_object('documentId', p.document_id,
     'name', concat_ws(' ', p.title, p.first_name, p.last_name),
     'account', exists (select from practitioners_staff_user_lnk s where s.practitioner_id = p.id),
     'locations', (select coalesce(json_agg(l.document_id order by l.position, l.id), '[]')
        from practitioners_locations_lnk pl join locations l on l.id = pl.location_id where pl.practitioner_id = p.id)
     ) order by p.position, p.id), '[]') from practitioners p where p.active) as people,
  (select coalesce(json_agg(to_jsonb(places) - 'id' - 'position' order by not active, position, id), '[]') from places) as places,
  coalesce((select zone from clinics order by id limit 1), 'UTC') as zone,
  (select coalesce(json_agg(json_build_object('documentId', h.document_id, 'location', l.document_id,
     'weekday', array_position(array['monday','tuesday','wednesday','thursday','friday','saturday','sunday'],
                               cast(h.day_of_week as text)),
     'from', to_char(h.start_time, 'HH24:MI'), 'to', to_char(h.end_time, 'HH24:MI'),
     'available', coalesce(h.is_available, true), 'validFrom', h.valid_from, 'validUntil', h.valid_until,
     'weeks', coalesce(h.weeks, 'every'), 'instead', coalesce(h.instead, false)) order by h.id), '[]')
     from working_hours_entries h
     join working_hours_entries_practitioner_lnk hp on hp.working_hours_id = h.id
     join practitioners p on p.id = hp.practitioner_id and p.document_id = :whose
     join working_hours_entries_location_lnk hl on hl.working_hours_id = h.id
     join locations l on l.id = hl.location_id) as entries,
  (select coalesce(json_agg(json_build_object('documentId', o.document_id, 'kind', o.kind,
     'start', cast(extract(epoch from o.starts_at) * 1000 as bigint),
     'end', cast(extract(epoch from o.ends_at) * 1000 as bigint), 'reason', o.reason,
     'location', l.document_id, 'chair', c.document_id, 'equipment', e.document_id) order by o.starts_at, o.id), '[]')
     from time_offs o
     left join time_offs_practitioner_lnk op on op.time_off_id = o.id left join practitioners p on p.id = op.practitioner_id
     left join time_offs_location_lnk ol on ol.time_off_id = o.id left join locations l on l.id = ol.location_id
     left join time_offs_chair_lnk oc on oc.time_off_id = o.id left join chairs c on c.id = oc.chair_id
     left join time_offs_equipment_lnk oe on oe.time_off_id = o.id left join equipment e on e.id = oe.equipment_id
     where o.ends_at > to_timestamp(:now / 1000.0) at time zone 'UTC'
       and (p.document_id = :whose or (:whose = 'house' and p.id is null))) as "timeOff"`;

/** Everything that the page of hours shows of a practitioner, or of the house. One statement. */
export const hoursRow = async (on: Runner, whose: string, now: number): Promise<HoursRow> => {
  const [row] = await rows<HoursRow>(on, statement, { whose, now });
  if (!row) throw new Error('The statement of the hours answered no row.');
  return row;
};

export interface FutureVisit {
  readonly documentId: string;
  /** Whether the caller may know of it. */
  readonly known: boolean;
  readonly start: number;
  readonly end: number;
  readonly zone: string;
  readonly location: string;
  readonly locationName: string;
  readonly patient: string | null;
  readonly practitioner: string | null;
  readonly type: string | null;
  readonly chair: string | null;
  readonly equipment: readonly string[];
  /** Document id of its patient, for the trail. */
  readonly patientId: string | null;
}

const future = (scope: Scope) => `
select a.document_id as "documentId", (extract(epoch from a.starts_at) * 1000)::float8 as start,
  (extract(epoch from a.ends_at) * 1000)::float8 as "end", l.zone, l.document_id as location, l.name as "locationName",
  ${visitInScope(scope, 'a.id')} as known,
  case when ${visitInScope(scope, 'a.id')} then nullif(concat_ws(' ', p.first_name, p.last_name), '') end as patient,
  p.document_id as "patientId",
  nullif(concat_ws(' ', w.title, w.first_name, w.last_name), '') as practitioner, t.name as type,
  c.document_id as chair,
  (select coalesce(json_agg(e.document_id), '[]') from appointments_equipment_lnk ae
     join equipment e on e.id = ae.equipment_id where ae.appointment_id = a.id) as equipment
from appointments a
join appointments_location_lnk al on al.appointment_id = a.id join locations l on l.id = al.location_id
left join appointments_patient_lnk ap on ap.appointment_id = a.id left join patients p on p.id = ap.patient_id
left join appointments_practitioner_lnk aw on aw.appointment_id = a.id
left join practitioners w on w.id = aw.practitioner_id
left join appointments_assistant_lnk aa on aa.appointment_id = a.id
left join practitioners h on h.id = aa.practitioner_id
left join appointments_chair_lnk ac on ac.appointment_id = a.id left join chairs c on c.id = ac.chair_id
left join appointments_appointment_type_lnk att on att.appointment_id = a.id
left join appointment_types t on t.id = att.appointment_type_id
where a.starts_at > to_timestamp(:now / 1000.0) at time zone 'UTC' and a.status in ('pending', 'confirmed')
  and (:whose = 'house' or w.document_id = :whose or h.document_id = :whose)
order by a.starts_at, a.id`;

/** Visits still to come of a practitioner, assisting included, or of everybody. */
export const futureVisits = (
  on: Runner,
  whose: string,
  now: number,
  scope: Scope,
): Promise<FutureVisit[]> => rows(on, future(scope), { whose, now });

export const locationIds = async (on: Runner): Promise<string[]> =>
  (await rows<{ id: string }>(on, 'select document_id as id from locations order by id')).map(
    ({ id }) => id,
  );
