import { type Scope, visitHereInScope } from '@enamel/access';
import { rows } from '@enamel/kernel/server';
import type { DayVisit } from '../../../../shared/day.ts';
import type { Runner } from '../runner.ts';

/** A visit as SQL answers it: epoch milliseconds instead of instants. */
export type DayRow = Omit<
  DayVisit,
  'start' | 'end' | 'moves' | 'arrivedAt' | 'seatedAt' | 'completedAt'
> & {
  readonly start: number;
  readonly end: number;
  readonly arrivedAt: number | null;
  readonly seatedAt: number | null;
  readonly completedAt: number | null;
};

export interface Day {
  readonly location: { readonly documentId: string; readonly name: string; readonly zone: string };
  readonly date: string;
  readonly chairs: readonly { readonly documentId: string; readonly name: string }[];
  readonly visits: readonly DayRow[];
}

export interface DayQuery {
  /** Document id; the first active location when null. */
  readonly location: string | null;
  /** Local date; that of `now` when null. */
  readonly date: string | null;
  /** Only this practitioner's visits. */
  readonly practitioner: string | null;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly scope: Scope;
}

const ms = (column: string) => `(extract(epoch from a.${column}) * 1000)::bigint`;

const statementOf = (seen: string) => `
with place as (
  select l.*, coalesce(cast(:date as date), cast(to_timestamp(:now / 1000.0) at time zone l.zone as date)) as day
  from locations l
  where l.document_id = :location
    or (cast(:location as text) is null and l.id = (select id from locations where active order by position, id limit 1))
),
span as (
  select id, day::timestamp at time zone zone at time zone 'UTC' as since,
    (day + 1)::timestamp at time zone zone at time zone 'UTC' as until
  from place
)
select json_build_object('documentId', place.document_id, 'name', place.name, 'zone', place.zone) as location,
  to_char(place.day, 'YYYY-MM-DD') as date,
  (select coalesce(json_agg(json_build_object('documentId', c.document_id, 'name', c.name) order by c.position, c.id), '[]')
     from chairs c join chairs_location_lnk cl on cl.chair_id = c.id and cl.location_id = place.id
     where c.active) as chairs,
  (select coalesce(json_agg(json_build_object(
     'documentId', a.document_id, 'start', ${ms('starts_at')}, 'end', ${ms('ends_at')}, 'status', a.status,
     'patient', case when p.id is not null then json_build_object(
        'documentId', p.document_id, 'name', concat_ws(' ', p.first_name, p.last_name),
        'dateOfBirth', p.date_of_birth, 'phone', p.mobile_number,
        'alerts', (select coalesce(json_agg(json_build_object('kind', x.kind, 'text', x.text, 'severity', x.severity)
             order by (x.severity = 'high') desc, pc."order"), '[]')
           from patients_cmps pc join components_clinic_alerts x on x.id = pc.cmp_id
           where pc.entity_id = p.id and pc.field = 'alerts')) end,
     'practitioner', case when w.id is not null then json_build_object(
        'documentId', w.document_id, 'name', concat_ws(' ', w.title, w.first_name, w.last_name)) end,
     'chair', case when c.id is not null then json_build_object('documentId', c.document_id, 'name', c.name) end,
     'type', case when t.id is not null then json_build_object('name', t.name, 'color', t.color) end,
     'reason', a.reason, 'overbooked', coalesce(a.overbooked, false),
     'arrivedAt', ${ms('arrived_at')}, 'seatedAt', ${ms('seated_at')}, 'completedAt', ${ms('completed_at')}
   ) order by a.starts_at, a.id), '[]')
   from span
   join appointments a on a.starts_at >= span.since and a.starts_at < span.until
   join appointments_location_lnk al on al.appointment_id = a.id and al.location_id = span.id
   left join appointments_patient_lnk ap on ap.appointment_id = a.id left join patients p on p.id = ap.patient_id
   left join appointments_practitioner_lnk aw on aw.appointment_id = a.id
   left join practitioners w on w.id = aw.practitioner_id
   left join appointments_chair_lnk ac on ac.appointment_id = a.id left join chairs c on c.id = ac.chair_id
   left join appointments_appointment_type_lnk att on att.appointment_id = a.id
   left join appointment_types t on t.id = att.appointment_type_id
   where (cast(:practitioner as text) is null or w.document_id = :practitioner) and ${seen}) as visits
from place`;

/** The visits that begin on a local date at a location, in order of time; undefined for an unknown location. */
export const dayOf = async (on: Runner, { scope, ...query }: DayQuery): Promise<Day | undefined> =>
  (await rows<Day>(on, statementOf(visitHereInScope(scope, 'a.id')), query))[0];
