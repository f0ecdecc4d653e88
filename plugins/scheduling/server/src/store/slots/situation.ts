import type { Interval } from '@enamel/kernel';
import type {
  Busy,
  ChairRules,
  EquipmentRules,
  PractitionerRules,
  Segment,
} from '../../domain/slots/availability.ts';
import { prepared, type Runner } from '../runner.ts';

export interface TypeRow {
  readonly documentId: string;
  readonly active: boolean;
  readonly online: boolean;
  /** Minutes. */
  readonly duration: number;
  readonly bufferBefore: number;
  readonly bufferAfter: number;
  readonly step: number;
  readonly leadTime: number;
  readonly horizonDays: number;
  readonly segments: readonly Segment[];
  /** Kinds of equipment. */
  readonly equipment: readonly string[];
}

export interface PractitionerRow extends PractitionerRules {
  readonly online: boolean;
  /** Whether he or she performs the type. */
  readonly performs: boolean;
}

export interface LocationRow {
  readonly documentId: string;
  readonly zone: string;
  readonly active: boolean;
  /** ISO 3166. */
  readonly country: string | null;
  readonly observesHolidays: boolean;
}

/** All that one statement knows about one type of visit at one location within a span. */
export interface Situation {
  readonly type: TypeRow | null;
  readonly location: LocationRow | null;
  /** Whether the practitioner asked for exists anywhere. */
  readonly known: boolean;
  readonly practitioners: readonly PractitionerRow[];
  /** Whoever may assist the type; nobody when it asks for nobody. */
  readonly assistants: readonly PractitionerRules[];
  readonly chairs: readonly ChairRules[];
  /** Pieces of the kinds that the type asks for. */
  readonly equipment: readonly EquipmentRules[];
  readonly closed: readonly Interval[];
  readonly busy: Busy;
  /** When the first of the holds among the claims expires. */
  readonly holdExpires: number | null;
  /** Whom the patient has seen most. */
  readonly usual: string | null;
  /** What was asked about. */
  readonly span: Interval;
  /** What the statement saw, as PostgreSQL writes snapshots. */
  readonly snapshot: string;
}

export interface SituationQuery {
  readonly type: string;
  readonly location: string;
  /** Only this practitioner; everyone at the location when null. */
  readonly practitioner: string | null;
  /** Whose own visits count as well. */
  readonly patient: string | null;
  /** Epoch milliseconds; must cover the wanted local dates. */
  readonly span: Interval;
  /** Appointments that are being moved and holds that are being booked: their claims do not count. */
  readonly except?: readonly string[];
  /** The present: holds that have expired do not count. */
  readonly now: number;
}

const interval = (alias: string) =>
  `json_build_object('start', (extract(epoch from ${alias}.starts_at) * 1000)::bigint,
                     'end', (extract(epoch from ${alias}.ends_at) * 1000)::bigint)`;
const minutes = (column: string) => `(extract(epoch from ${column}) / 60)::int`;

/** When somebody works at the place, and when not. */
const rulesOfPerson = `
  'id', p.document_id,
  'hours', (select coalesce(json_agg(json_build_object(
    'weekday', array_position(array['monday','tuesday','wednesday','thursday','friday','saturday','sunday'],
                              h.day_of_week::text),
    'from', ${minutes('h.start_time')}, 'to', ${minutes('h.end_time')},
    'available', coalesce(h.is_available, true),
    'validFrom', h.valid_from, 'validUntil', h.valid_until,
    'weeks', coalesce(h.weeks, 'every'), 'instead', coalesce(h.instead, false))), '[]')
    from working_hours_entries h
    join working_hours_entries_practitioner_lnk hp on hp.working_hours_id = h.id and hp.practitioner_id = p.id
    join working_hours_entries_location_lnk hl on hl.working_hours_id = h.id
    join place on place.id = hl.location_id),
  'off', (select coalesce(json_agg(${interval('o')}), '[]') from away o where o.practitioner_id = p.id)`;

const mostSeen = `w.document_id as id from patients x join appointments_patient_lnk xl on xl.patient_id = x.id
  join appointments v on v.id = xl.appointment_id and v.status not in ('cancelled', 'no-show')
  join appointments_practitioner_lnk vl on vl.appointment_id = v.id join practitioners w on w.id = vl.practitioner_id`;
const mostSeenFirst =
  'group by w.document_id order by count(*) desc, max(v.starts_at) desc limit 1';

const statement = `
with visit as (
  select t.*, (select coalesce(json_agg(json_build_object('minutes', s.minutes,
      'practitioner', coalesce(s.practitioner, true), 'assistant', coalesce(s.assistant, false)) order by c."order"), '[]')
      from appointment_types_cmps c join components_clinic_segments s on s.id = c.cmp_id
      where c.entity_id = t.id and c.field = 'segments') as parts,
    exists (select from appointment_types_cmps c join components_clinic_segments s on s.id = c.cmp_id
      where c.entity_id = t.id and c.field = 'segments' and s.assistant) as assisted
  from appointment_types t where t.document_id = :type),
place as (select * from locations where document_id = :location),
people as (
  select p.*, exists (select from practitioners_appointment_types_lnk a join visit on visit.id = a.appointment_type_id
      where a.practitioner_id = p.id) as performs,
    cast(:practitioner as text) is null or p.document_id = :practitioner as asked,
    p.profession = 'assistant' and (select assisted from visit) as assists
  from practitioners p
  where p.active
    and (cast(:practitioner as text) is null or p.document_id = :practitioner or p.profession = 'assistant')
    and exists (
      select from practitioners_locations_lnk w join place on place.id = w.location_id
      where w.practitioner_id = p.id
      union all
      select from working_hours_entries_location_lnk wl join place on place.id = wl.location_id
      join working_hours_entries_practitioner_lnk wp on wp.working_hours_id = wl.working_hours_id
      where wp.practitioner_id = p.id)
),
seats as (
  select c.*, row_number() over (order by c.position, c.id) as rank
  from chairs c join chairs_location_lnk cl on cl.chair_id = c.id join place on place.id = cl.location_id, visit
  where c.active and (visit.chair_kind = 'any' or c.kind = visit.chair_kind)
),
kinds as (
  select k.id, k.document_id from equipment_kinds k
  join appointment_types_equipment_kinds_lnk tk on tk.equipment_kind_id = k.id
  join visit on visit.id = tk.appointment_type_id
),
pieces as (
  select e.*, kinds.document_id as kind
  from kinds join equipment_kind_lnk ek on ek.equipment_kind_id = kinds.id
  join equipment e on e.id = ek.equipment_id and e.active
  join equipment_location_lnk el on el.equipment_id = e.id join place on place.id = el.location_id
),
away as (
  select o.*, op.practitioner_id, oc.chair_id, oe.equipment_id, ol.location_id
  from time_offs o
  left join time_offs_practitioner_lnk op on op.time_off_id = o.id
  left join time_offs_chair_lnk oc on oc.time_off_id = o.id
  left join time_offs_equipment_lnk oe on oe.time_off_id = o.id
  left join time_offs_location_lnk ol on ol.time_off_id = o.id
  where o.starts_at at time zone 'UTC' < to_timestamp(:until / 1000.0)
    and o.ends_at at time zone 'UTC' > to_timestamp(:since / 1000.0)
    and (ol.location_id is null or ol.location_id in (select id from place))
),
resources as (
  select 'practitioner' as kind, document_id as id from people where (performs and asked) or assists
  union all select 'chair', document_id from seats
  union all select 'equipment', document_id from pieces
  union all select 'patient', cast(:patient as text) where cast(:patient as text) is not null
),
taken as (
  select r.id, json_agg(json_build_object(
    'start', (extract(epoch from lower(c.during)) * 1000)::bigint,
    'end', (extract(epoch from upper(c.during)) * 1000)::bigint) order by lower(c.during)) as spans,
    min(c.expires_at) as expires
  from resources r join time_claims c on c.resource_kind = r.kind and c.resource_id = r.id
    and lower(c.during) >= to_timestamp(:since / 1000.0) - interval '1 day'
    and lower(c.during) < to_timestamp(:until / 1000.0)
  where c.source_id <> all (cast(:except as text[]))
    and (c.expires_at is null or c.expires_at > to_timestamp(:now / 1000.0))
  group by r.id
)
select
  (select json_build_object('documentId', document_id, 'active', coalesce(active, false),
     'online', coalesce(online_bookable, false), 'duration', duration,
     'bufferBefore', coalesce(buffer_before, 0), 'bufferAfter', coalesce(buffer_after, 0),
     'step', coalesce(slot_step, 15), 'leadTime', coalesce(lead_time_minutes, 0),
     'horizonDays', coalesce(horizon_days, 180), 'segments', parts,
     'equipment', (select coalesce(json_agg(document_id), '[]') from kinds)) from visit) as type,
  (select json_build_object('documentId', document_id, 'zone', zone, 'active', coalesce(active, false),
     'country', country, 'observesHolidays', coalesce(observes_holidays, false)) from place) as location,
  exists (select from practitioners where document_id = :practitioner) as known,
  (select coalesce(json_agg(json_build_object('online', coalesce(p.online_bookable, false), 'performs', p.performs,
     ${rulesOfPerson}) order by p.position, p.id), '[]') from people p where asked) as practitioners,
  (select coalesce(json_agg(json_build_object(${rulesOfPerson}) order by p.position, p.id), '[]')
     from people p where assists) as assistants,
  (select coalesce(json_agg(json_build_object('id', c.document_id,
     'off', (select coalesce(json_agg(${interval('o')}), '[]') from away o where o.chair_id = c.id)
     ) order by c.rank), '[]') from seats c) as chairs,
  (select coalesce(json_agg(json_build_object('id', e.document_id, 'kind', e.kind,
     'off', (select coalesce(json_agg(${interval('o')}), '[]') from away o where o.equipment_id = e.id)
     ) order by e.position, e.id), '[]') from pieces e) as equipment,
  (select coalesce(json_agg(${interval('o')}), '[]') from away o
     where o.practitioner_id is null and o.chair_id is null and o.equipment_id is null) as closed,
  (select coalesce(json_object_agg(id, spans), '{}') from taken) as busy,
  (select (extract(epoch from min(expires)) * 1000)::float8 from taken) as "holdExpires",
  pg_current_snapshot()::text as snapshot,
  (select ${mostSeen} where x.document_id = cast(:patient as text)
     ${mostSeenFirst}) as usual`;

type Row = Omit<Situation, 'busy' | 'span'> & { readonly busy: Record<string, Interval[]> };

/** Reads rules and claims in one statement. */
export const situationOf = async (on: Runner, query: SituationQuery): Promise<Situation> => {
  const { type, location, practitioner, patient, span, now, except = [] } = query;
  const [row] = await prepared<Row>(on, 'scheduling.situation', statement, {
    type,
    location,
    practitioner,
    patient,
    except: [...except],
    now,
    since: span.start,
    until: span.end,
  });
  if (!row) throw new Error('The statement of the situation answered no row.');
  return { ...row, span, busy: new Map(Object.entries(row.busy)) };
};

/** Whom the patient of a portal account has seen most; null for an account that is blocked or new. */
export const usualOfAccount = async (on: Runner, account: number): Promise<string | null> => {
  const [found] = await prepared<{ id: string }>(
    on,
    'scheduling.usual',
    `select ${mostSeen} join patients_account_lnk al on al.patient_id = x.id
     join up_users u on u.id = al.user_id and u.blocked is not true
     where u.id = :account and x.archived is not true ${mostSeenFirst}`,
    { account },
  );
  return found?.id ?? null;
};
