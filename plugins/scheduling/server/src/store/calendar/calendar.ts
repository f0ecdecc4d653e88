import { placeInScope, type Scope, visitHereInScope } from '@enamel/access';
import { rows } from '@enamel/kernel/server';
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
import { type SheetRow, sheetRows } from './sheet.ts';

/** Time kept while somebody decides. Epoch milliseconds. */
export interface HeldRow {
  readonly kind: 'booking' | 'offer';
  readonly start: number;
  readonly end: number;
  readonly until: number;
  readonly practitioner: string;
  readonly chair: string;
}

export interface CalendarRows {
  readonly location: PlaceRow | null;
  readonly practitioners: readonly PractitionerOfPlace[];
  readonly chairs: readonly { documentId: string; name: string; kind: string }[];
  readonly timeOff: readonly TimeOffRow[];
  readonly holds: readonly HeldRow[];
  /** In order of time; a few hours more than asked for on either side. */
  readonly appointments: readonly (SheetRow & { readonly hidden: boolean })[];
}

// No visit is longer than a day: that bounds the search on the index. PostgreSQL may know another rule of a zone than
// the server does: the caller cuts exactly.
/** @param seen which visits show more than that the time is taken */
const statementOf = (seen: string) => `
with ${place},
span as (
  select (day::timestamp at time zone zone at time zone 'UTC') - interval '3 hours' as since,
    ((day + cast(:days as int))::timestamp at time zone zone at time zone 'UTC') + interval '3 hours' as until
  from (select zone, coalesce(cast(:from as date), (to_timestamp(:now / 1000.0) at time zone zone)::date) as day
        from place) as asked
),
visits as (
  ${sheetRows.replace('from appointments a', `, not ${seen} as hidden from span, appointments a`)}
  where a.starts_at >= span.since - interval '1 day' and a.starts_at < span.until and a.ends_at > span.since
    and l.id in (select id from place)
)
select
  ${placeRow} as location,
  (select coalesce(json_agg(v order by v.start, v."documentId"), '[]') from visits v) as appointments,
  ${practitioners} as practitioners,
  (select coalesce(json_agg(json_build_object('documentId', c.document_id, 'name', c.name, 'kind', c.kind)
     order by c.position, c.id), '[]')
     from chairs c join chairs_location_lnk cl on cl.chair_id = c.id join place on place.id = cl.location_id
     where c.active) as chairs,
  (select coalesce(json_agg(json_build_object('kind', h.source, 'practitioner', h.practitioner, 'chair', h.chair,
     'start', (extract(epoch from h.starts_at) * 1000)::bigint, 'end', (extract(epoch from h.ends_at) * 1000)::bigint,
     'until', (extract(epoch from h.expires_at) * 1000)::bigint) order by h.starts_at, h.practitioner), '[]')
     from holds h, span
     where h.expires_at > to_timestamp(:now / 1000.0) and h.booked_as is null
       and h.location = (select document_id from place)
       and h.starts_at < span.until at time zone 'UTC' and h.ends_at > span.since at time zone 'UTC') as holds,
  ${timeOff} as "timeOff"`;

const statement = statementOf('true');

/** A location's sheet (the first active one's when null) in one statement. */
export const calendarRowsOf = async (
  on: Runner,
  query: {
    readonly location: string | null;
    /** Local date; today when null. */
    readonly from: string | null;
    readonly days: number;
    /** Epoch milliseconds. */
    readonly now: number;
    /** Covers the local dates wherever the zone lies. */
    readonly wide: { readonly start: number; readonly end: number };
    readonly scope: Scope;
  },
): Promise<CalendarRows> => {
  const { wide, scope, ...asked } = query;
  const bindings = { ...asked, since: wide.start, until: wide.end };
  const seen = visitHereInScope(scope, 'a.id');
  const [row] = await (seen === 'true'
    ? prepared<CalendarRows>(on, 'scheduling.calendar', statement, bindings)
    : rows<CalendarRows>(on, statementOf(seen), bindings));
  if (!row) throw new Error('The statement of the calendar answered no row.');
  return row;
};

/** Active locations and appointment types, for the forms of the desk. */
export const resources = async (on: Runner, scope: Scope) => {
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
         order by position, id), '[]') from locations where active and ${placeInScope(scope, 'id')}) as locations,
      (select coalesce(json_agg(json_build_object('documentId', document_id, 'name', name, 'color', color,
         'category', category, 'chairKind', chair_kind, 'duration', duration) order by position, id), '[]')
         from appointment_types where active) as "appointmentTypes"`,
  );
  return row;
};
