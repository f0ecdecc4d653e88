import { patientInScope, placeInScope, type Scope } from '@enamel/access';
import type { Interval } from '@enamel/kernel';
import { rows, type Transaction } from '@enamel/kernel/server';
import type { Runner } from '../runner.ts';

/** Time that a visit gave back. Ids are document ids, times epoch milliseconds. */
export interface GapRow {
  readonly id: number;
  readonly start: number;
  readonly end: number;
  readonly location: string;
  readonly locationName: string;
  readonly zone: string;
  readonly practitioner: string;
  readonly practitionerName: string;
  readonly chair: string;
  readonly chairName: string;
  /** Types that the practitioner performs, to know the hours by. */
  readonly type: string | null;
  /** What of it is taken again, by anything but an offer. */
  readonly taken: readonly Interval[];
  readonly offer: string | null;
  readonly offerStart: number | null;
  readonly offerExpires: number | null;
  readonly offerPatient: string | null;
  readonly offerPatientName: string | null;
}

const instant = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;

const read = `
select g.id::int as id, ${instant('g.starts_at')} as start, ${instant('g.ends_at')} as "end",
  l.document_id as location, l.name as "locationName", l.zone,
  w.document_id as practitioner, concat_ws(' ', w.title, w.first_name, w.last_name) as "practitionerName",
  c.document_id as chair, c.name as "chairName",
  (select t.document_id from practitioners_appointment_types_lnk wt
   join appointment_types t on t.id = wt.appointment_type_id
   where wt.practitioner_id = w.id and t.active order by t.position, t.id limit 1) as type,
  (select coalesce(json_agg(json_build_object('start', ${instant('lower(tc.during)')},
     'end', ${instant('upper(tc.during)')}) order by lower(tc.during)), '[]')
   from time_claims tc where tc.resource_kind = 'practitioner' and tc.resource_id = w.document_id
     and coalesce(tc.expires_at > to_timestamp(:now / 1000.0), true)
     and not exists (select from holds h where h.id = tc.source_id and h.source = 'offer')
     and tc.during && tstzrange(g.starts_at, g.ends_at)
     and lower(tc.during) > g.starts_at - interval '1 day') as taken,
  o.id as offer, ${instant('o.starts_at')} as "offerStart", ${instant('o.expires_at')} as "offerExpires",
  o.patient_id as "offerPatient", concat_ws(' ', p.first_name, p.last_name) as "offerPatientName"
from freed_times g
join locations l on l.document_id = g.location_id
join practitioners w on w.document_id = g.practitioner_id
join chairs c on c.document_id = g.chair_id
left join lateral (
  select * from wait_list_offers x where x.state = 'open' and x.practitioner_id = g.practitioner_id
    and x.starts_at < g.ends_at and x.ends_at > g.starts_at order by x.expires_at limit 1) o on true
left join patients p on p.document_id = o.patient_id`;

/** At places in scope; what is offered to somebody out of scope is taken for the reader. */
const seenIn = (scope: Scope) =>
  `${placeInScope(scope, 'l.id')} and (p.id is null or ${patientInScope(scope, 'p.id')})`;

/** Gaps that are not over, the soonest first; of one visit when it is named. */
export const gapsAt = (
  on: Runner,
  {
    scope,
    ...query
  }: {
    location: string | null;
    appointment: string | null;
    now: number;
    scope: Scope;
  },
) =>
  rows<GapRow>(
    on,
    `${read} where not g.dismissed and ${seenIn(scope)} and g.ends_at > to_timestamp(:now / 1000.0)
       and (cast(:location as text) is null or g.location_id = :location)
       and (cast(:appointment as text) is null or g.appointment_id = :appointment)
     order by g.starts_at, g.id limit 200`,
    query,
  );

export const gapOf = async (on: Runner, id: number, now: number, scope: Scope) =>
  (await rows<GapRow>(on, `${read} where g.id = :id and ${seenIn(scope)}`, { id, now }))[0];

export const dismissGap = async (on: Runner, id: number, scope: Scope): Promise<boolean> =>
  (
    await rows(
      on,
      `update freed_times g set dismissed = true from locations l
       where g.id = ? and l.document_id = g.location_id and ${placeInScope(scope, 'l.id')} returning 1`,
      [id],
    )
  ).length > 0;

/** The next gap that nobody looked at yet and that no other process is looking at. */
export const takeFreshGap = async (trx: Transaction, now: number, locations: readonly string[]) =>
  (
    await rows<{ id: number }>(
      trx,
      `select id::int as id from freed_times where not taken_up and not dismissed
         and ends_at > to_timestamp(:now / 1000.0) and location_id = any(:locations)
       order by starts_at limit 1 for update skip locked`,
      { now, locations: [...locations] },
    )
  )[0]?.id;

export const markTakenUp = async (trx: Transaction, id: number): Promise<void> => {
  await rows(trx, 'update freed_times set taken_up = true where id = ?', [id]);
};

/** Locations at which a gap waits to be looked at. */
export const locationsWithFreshGaps = async (on: Runner, now: number): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      on,
      `select distinct location_id as id from freed_times where not taken_up and not dismissed
         and ends_at > to_timestamp(? / 1000.0)`,
      [now],
    )
  ).map(({ id }) => id);

/** Gaps of the past tell nothing any more. */
export const forgetOldGaps = async (on: Runner, before: number): Promise<void> => {
  await rows(on, 'delete from freed_times where ends_at < to_timestamp(? / 1000.0)', [before]);
};

export interface ReachRow {
  readonly documentId: string;
  readonly name: string;
  readonly phone: string | null;
  readonly reachable: boolean;
}

/** How to reach patients, by document id. */
export const reachOf = async (on: Runner, patients: readonly string[]) =>
  new Map(
    (
      await rows<ReachRow>(
        on,
        `select document_id as "documentId", concat_ws(' ', first_name, last_name) as name, mobile_number as phone,
           coalesce(nullif(email, ''), nullif(mobile_number, '')) is not null as reachable
         from patients where document_id = any(?) and not coalesce(archived, false)`,
        [[...patients]],
      )
    ).map((row) => [row.documentId, row]),
  );

/** A type of visit that is performed at a location, to read its hours by. */
export const anyTypeAt = async (on: Runner, location: string): Promise<string | undefined> =>
  (
    await rows<{ type: string }>(
      on,
      `select t.document_id as type from locations l
       join practitioners_locations_lnk wl on wl.location_id = l.id
       join practitioners_appointment_types_lnk wt on wt.practitioner_id = wl.practitioner_id
       join appointment_types t on t.id = wt.appointment_type_id and t.active
       where l.document_id = ? limit 1`,
      [location],
    )
  )[0]?.type;
