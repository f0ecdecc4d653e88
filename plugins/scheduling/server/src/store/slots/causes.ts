import { placeInScope, type Scope, visitHereInScope } from '@enamel/access';
import { rows } from '@enamel/kernel/server';
import type { WeeklyHours } from '../../domain/slots/opening.ts';
import type { Runner } from '../runner.ts';

/** Which records stand behind rules and claims, by document ids. Times are epoch milliseconds. */
export interface Causes {
  readonly hours: readonly (WeeklyHours & { readonly person: string; readonly source: string })[];
  readonly off: readonly {
    readonly source: string;
    readonly start: number;
    readonly end: number;
  }[];
  readonly claims: readonly {
    readonly resource: string;
    readonly start: number;
    readonly end: number;
    readonly kind: string;
    /** Null for a visit of which no more may be known than that the time is taken. */
    readonly id: string | null;
  }[];
  /** Names of practitioners, chairs and equipment. */
  readonly names: Readonly<Record<string, string>>;
}

const named = (scope: Scope) => `case when c.source_kind <> 'appointment' or exists (
  select from appointments a join appointments_location_lnk al on al.appointment_id = a.id
  where a.document_id = c.source_id and ${placeInScope(scope, 'al.location_id')} and ${visitHereInScope(scope, 'a.id')})
  then c.source_id end`;

const statementOf = (scope: Scope) => `
select
  (select coalesce(json_agg(json_build_object('person', p.document_id, 'source', h.document_id,
     'weekday', array_position(array['monday','tuesday','wednesday','thursday','friday','saturday','sunday'],
                               cast(h.day_of_week as text)),
     'from', cast(extract(epoch from h.start_time) / 60 as int), 'to', cast(extract(epoch from h.end_time) / 60 as int),
     'available', coalesce(h.is_available, true), 'validFrom', h.valid_from, 'validUntil', h.valid_until,
     'weeks', coalesce(h.weeks, 'every'), 'instead', coalesce(h.instead, false)) order by h.id), '[]')
     from working_hours_entries h
     join working_hours_entries_practitioner_lnk hp on hp.working_hours_id = h.id
     join practitioners p on p.id = hp.practitioner_id
     join working_hours_entries_location_lnk hl on hl.working_hours_id = h.id
     join locations l on l.id = hl.location_id and l.document_id = :location) as hours,
  (select coalesce(json_agg(json_build_object('source', o.document_id,
     'start', cast(extract(epoch from o.starts_at) * 1000 as bigint),
     'end', cast(extract(epoch from o.ends_at) * 1000 as bigint))), '[]') from time_offs o
     where o.starts_at < to_timestamp(:until / 1000.0) at time zone 'UTC'
       and o.ends_at > to_timestamp(:since / 1000.0) at time zone 'UTC') as off,
  (select coalesce(json_agg(json_build_object('resource', c.resource_id, 'kind', c.source_kind, 'id', ${named(scope)},
     'start', cast(extract(epoch from lower(c.during)) * 1000 as bigint),
     'end', cast(extract(epoch from upper(c.during)) * 1000 as bigint))), '[]')
     from unnest(cast(:resources as text[])) r
     cross join unnest(array['practitioner', 'chair', 'equipment']) k
     join time_claims c on c.resource_kind = k and c.resource_id = r
       and lower(c.during) >= to_timestamp(:since / 1000.0) - interval '1 day'
       and lower(c.during) < to_timestamp(:until / 1000.0)) as claims,
  (select json_object_agg(id, name) from (
     select document_id as id, concat_ws(' ', title, first_name, last_name) as name from practitioners
     union all select document_id, name from chairs union all select document_id, name from equipment) named) as names`;

export const causesOf = async (
  on: Runner,
  query: {
    readonly location: string;
    readonly since: number;
    readonly until: number;
    /** Whose claims: document ids of practitioners, chairs and equipment. */
    readonly resources: readonly string[];
    readonly scope: Scope;
  },
): Promise<Causes> => {
  const { scope, resources, ...asked } = query;
  const [row] = await rows<Causes>(on, statementOf(scope), {
    ...asked,
    resources: [...resources],
  });
  if (!row) throw new Error('The statement of the causes answered no row.');
  return { ...row, names: row.names ?? {} };
};
