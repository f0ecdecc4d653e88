import { prepared, type Runner } from '../runner.ts';
import {
  type PlaceRow,
  type PractitionerOfPlace,
  place,
  placeRow,
  practitioners,
  type TimeOffRow,
  timeOff,
} from '../slots/place-parts.ts';

/** Visits of one local date and one type. */
export interface CountRow {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly type: string | null;
  readonly color: string | null;
  readonly count: number;
  readonly minutes: number;
}

export interface MonthRows {
  readonly location: PlaceRow | null;
  readonly practitioners: readonly PractitionerOfPlace[];
  readonly timeOff: readonly TimeOffRow[];
  readonly counts: readonly CountRow[];
}

export interface MonthFilter {
  readonly practitioner: string | null;
  readonly chair: string | null;
  readonly type: string | null;
  readonly status: string | null;
}

const linked = (noun: string, table: string, key: string) =>
  `(cast(:${noun} as text) is null or exists (select from appointments_${key}_lnk x
     join ${table} y on y.id = x.${key}_id where x.appointment_id = a.id and y.document_id = :${noun}))`;

const statement = `
with ${place},
local as (
  select (a.starts_at at time zone 'UTC' at time zone place.zone)::date as date, t.document_id as type, t.color,
    extract(epoch from a.ends_at - a.starts_at) / 60 as minutes
  from place, appointments a
  join appointments_location_lnk al on al.appointment_id = a.id
  left join appointments_appointment_type_lnk att on att.appointment_id = a.id
  left join appointment_types t on t.id = att.appointment_type_id
  where al.location_id = place.id and a.status <> 'cancelled'
    and a.starts_at >= to_timestamp(:since / 1000.0) at time zone 'UTC'
    and a.starts_at < to_timestamp(:until / 1000.0) at time zone 'UTC'
    and (cast(:status as text) is null or a.status = :status)
    and (cast(:type as text) is null or t.document_id = :type)
    and ${linked('practitioner', 'practitioners', 'practitioner')}
    and ${linked('chair', 'chairs', 'chair')}
),
counted as (
  select date::text as date, type, color, count(*)::int as count, sum(minutes)::int as minutes from local
  group by date, type, color
)
select ${placeRow} as location, ${practitioners} as practitioners, ${timeOff} as "timeOff",
  (select coalesce(json_agg(c order by c.date, c.count desc), '[]') from counted c) as counts`;

/** What a location's days hold, in one statement; some days more than asked for on either side. */
export const monthRowsOf = async (
  on: Runner,
  query: MonthFilter & {
    readonly location: string | null;
    readonly since: number;
    readonly until: number;
  },
): Promise<MonthRows> => {
  const [row] = await prepared<MonthRows>(on, 'scheduling.month', statement, { ...query });
  if (!row) throw new Error('The statement of the month answered no row.');
  return row;
};
