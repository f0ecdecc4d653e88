import { fitting, type PatientQuery, type Scope, visitInScope } from '@enamel/access';
import { rows } from '@enamel/kernel/server';
import type { ListedVisit, visitOrders, visitStates } from '../../../../shared/visit-list.ts';
import type { Runner } from '../runner.ts';

/** Undefined leaves a side open. Dates are `YYYY-MM-DD`, the rest document ids. */
export interface VisitFilter {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly patient?: string | undefined;
  readonly practitioner?: string | undefined;
  readonly location?: string | undefined;
  readonly type?: string | undefined;
  readonly state?: (typeof visitStates)[number] | undefined;
  /** What was typed to find the patient. */
  readonly who?: PatientQuery | undefined;
}

export type VisitRow = Omit<ListedVisit, 'start' | 'end'> & {
  /** Epoch milliseconds. */
  readonly start: number;
  readonly end: number;
};

type Name = keyof VisitFilter;

const linked = (link: string, key: string, table: string, name: Name) =>
  `exists (select from ${link} x join ${table} y on y.id = x.${key}
     where x.appointment_id = a.id and y.document_id = :${name})`;
const localDate = `(a.starts_at at time zone 'UTC' at time zone coalesce(l.zone, 'UTC'))::date`;
const visitsOf = (condition: string) =>
  `select x.appointment_id from appointments_patient_lnk x join patients p on p.id = x.patient_id where ${condition}`;

const openStates = ['pending', 'confirmed', 'arrived', 'seated'];

// A local date lies within a day of UTC's: the first condition of each side is for the index, the second spares all other
// rows the look at their zone.
const conditions: Record<Exclude<Name, 'who'>, string> = {
  from: `a.starts_at >= cast(:from as date) - interval '1 day'
    and (a.starts_at >= cast(:from as date) + interval '1 day' or ${localDate} >= cast(:from as date))`,
  to: `a.starts_at < cast(:to as date) + interval '2 days'
    and (a.starts_at < cast(:to as date) or ${localDate} <= cast(:to as date))`,
  patient: `a.id in (${visitsOf('p.document_id = :patient')})`,
  practitioner: linked(
    'appointments_practitioner_lnk',
    'practitioner_id',
    'practitioners',
    'practitioner',
  ),
  location: 'l.document_id = :location',
  type: linked(
    'appointments_appointment_type_lnk',
    'appointment_type_id',
    'appointment_types',
    'type',
  ),
  state: 'a.status = any (cast(:states as text[]))',
};

const orders: Record<(typeof visitOrders)[number], string> = {
  soonest: 'a.starts_at, a.id',
  latest: 'a.starts_at desc, a.id desc',
  patient: 'p.last_name, p.first_name, a.starts_at, a.id',
};

const visit = `json_build_object(
  'documentId', a.document_id, 'start', (extract(epoch from a.starts_at) * 1000)::bigint,
  'end', (extract(epoch from a.ends_at) * 1000)::bigint, 'status', a.status, 'zone', coalesce(l.zone, 'UTC'),
  'patient', case when p.id is not null then json_build_object('documentId', p.document_id,
     'name', concat_ws(' ', p.first_name, p.last_name), 'phone', p.mobile_number) end,
  'practitioner', (select concat_ws(' ', w.title, w.first_name, w.last_name) from appointments_practitioner_lnk aw
     join practitioners w on w.id = aw.practitioner_id where aw.appointment_id = a.id limit 1),
  'chair', (select c.name from appointments_chair_lnk ac join chairs c on c.id = ac.chair_id
     where ac.appointment_id = a.id limit 1),
  'location', case when l.id is not null then json_build_object('documentId', l.document_id, 'name', l.name) end,
  'type', (select json_build_object('name', t.name, 'color', t.color) from appointments_appointment_type_lnk att
     join appointment_types t on t.id = att.appointment_type_id where att.appointment_id = a.id limit 1),
  'reason', a.reason)`;

const places = `appointments a
  left join appointments_location_lnk al on al.appointment_id = a.id left join locations l on l.id = al.location_id`;
const people = `left join appointments_patient_lnk ap on ap.appointment_id = a.id
  left join patients p on p.id = ap.patient_id`;

/** A page of visits and how many there are on all, counted up to `countedTo`. One statement. */
export const listVisits = async (
  on: Runner,
  filter: VisitFilter,
  page: {
    readonly order: keyof typeof orders;
    readonly limit: number;
    readonly offset: number;
    readonly countedTo: number;
  },
  scope: Scope,
): Promise<{ readonly total: number; readonly visits: readonly VisitRow[] }> => {
  const { who, state, ...asked } = filter;
  const named = who && fitting(who);
  const seen = visitInScope(scope, 'a.id');
  const parts = [
    ...(Object.keys(conditions) as (keyof typeof conditions)[])
      .filter((name) => filter[name] !== undefined)
      .map((name) => conditions[name]),
    ...(seen === 'true' ? [] : [seen]),
    ...(named ? ['a.id in (select appointment_id from found)'] : []),
  ];
  const where = parts.length ? `where ${parts.join(' and ')}` : '';
  const order = orders[page.order];
  const { limit, offset, countedTo } = page;
  const [found] = await rows<{ total: number; visits: VisitRow[] }>(
    on,
    `${named ? `with found as materialized (select x.appointment_id from appointments_patient_lnk x where x.patient_id in (select patient_id from (${named.sql}) fits))` : ''}
     select
       (select count(*)::int from (select from ${places} ${where} limit :countedTo) counted) as total,
       (select coalesce(json_agg(visit order by n), '[]') from (
          select ${visit} as visit, row_number() over (order by ${order}) as n
          from ${places} ${people} ${where} order by ${order} limit :limit offset :offset) page) as visits`,
    {
      ...asked,
      ...named?.values,
      states: state === 'open' ? openStates : [state ?? null],
      limit,
      offset,
      countedTo,
    },
  );
  return found ?? { total: 0, visits: [] };
};
