/** What the database says after a storm, in statements that know nothing of how the places were decided. */
import type pg from 'pg';
import { assistedVisit, location, monday, plainVisit } from './storm-clinic.ts';

/** What each visit that still counts takes, by its relations alone. */
const takings = `takings as (
  select v.*, u.kind, u.resource from (
    select id, document_id, starts_at at time zone 'UTC' as start, ends_at at time zone 'UTC' as "end"
    from appointments where starts_at >= $1 and status <> 'cancelled') v,
  lateral (
    select 'practitioner' as kind, p.document_id as resource from appointments_practitioner_lnk l
      join practitioners p on p.id = l.practitioner_id where l.appointment_id = v.id
    union all select 'practitioner', p.document_id from appointments_assistant_lnk l
      join practitioners p on p.id = l.practitioner_id where l.appointment_id = v.id
    union all select 'chair', x.document_id from appointments_chair_lnk l
      join chairs x on x.id = l.chair_id where l.appointment_id = v.id
    union all select 'equipment', x.document_id from appointments_equipment_lnk l
      join equipment x on x.id = l.equipment_id where l.appointment_id = v.id
    union all select 'patient', x.document_id from appointments_patient_lnk l
      join patients x on x.id = l.patient_id where l.appointment_id = v.id) u)`;

/** Times of one resource that begin before an earlier one has ended. */
const meeting = (kind: string, resource: string, start: string, end: string, from: string) =>
  `(select count(*) from (select ${start} < max(${end}) over (partition by ${kind}, ${resource}
      order by ${start}, ${end} rows between unbounded preceding and 1 preceding) as meets from ${from}) x where meets)`;

const doubleOnes = `with ${takings}
select (${meeting('kind', 'resource', 'start', '"end"', 'takings')}
  + ${meeting('resource_kind', 'resource_id', 'lower(during)', 'upper(during)', 'time_claims')})::int as overlaps,
  (select count(*) from (select from takings where kind = 'practitioner'
     group by resource, start having count(*) > 1) x)::int as doubled,
  (select count(*) from takings where kind = 'equipment')::int as assisted`;

/** Visits whose claims are not exactly what they take, and claims that are nobody's. */
const looseOnes = `with ${takings},
claimed as (select source_id as id, resource_kind as kind, resource_id as resource, lower(during) as start,
    upper(during) as "end" from time_claims where source_kind = 'appointment' and lower(during) >= $1),
taken as (select document_id as id, kind, resource, start, "end" from takings)
select ((select count(*) from ((table claimed except all table taken) union all (table taken except all table claimed)) x)
  + (select count(*) from appointments a where a.starts_at >= $1 and a.status <> 'cancelled' and
      (select count(*) from taken t where t.id = a.document_id) not in (3, 5))
  + (select count(*) from time_claims c where c.source_kind = 'hold'
      and not exists (select from holds h where h.id = c.source_id and h.booked_as is null)))::int as loose`;

const untouched = (resource: string, kind: string) =>
  `not exists (select from time_claims c where c.resource_kind = '${kind}' and c.resource_id = ${resource}
    and c.expires_at is null and c.during && tstzrange(at, at + interval '30 minutes'))`;

/** Half hours at which a practitioner and all that a type needs are free, of those within the clinic's hours. */
const freeOnes = `
select p.document_id as practitioner, at, t.document_id as type
from locations l
join practitioners_locations_lnk pl on pl.location_id = l.id
join practitioners p on p.id = pl.practitioner_id and p.profession <> 'assistant'
join appointment_types t on t.document_id = any ($3),
  generate_series($1::timestamptz, $1::timestamptz + ($2::int - 1) * interval '1 day', interval '1 day') date,
  generate_series(date + interval '8 hours', date + interval '15 hours 30 minutes', interval '30 minutes') at
where l.document_id = '${location}' and extract(isodow from date) < 6 and ${untouched('p.document_id', 'practitioner')}
  and exists (select from chairs x join chairs_location_lnk xl on xl.chair_id = x.id and xl.location_id = l.id
    where ${untouched('x.document_id', 'chair')})
  and (t.document_id <> '${assistedVisit}' or (
    exists (select from equipment x join equipment_location_lnk xl on xl.equipment_id = x.id and xl.location_id = l.id
      where ${untouched('x.document_id', 'equipment')})
    and exists (select from practitioners x join practitioners_locations_lnk xl on xl.practitioner_id = x.id
      and xl.location_id = l.id where x.profession = 'assistant' and ${untouched('x.document_id', 'practitioner')})))
order by t.document_id = '${plainVisit}', at, practitioner`;

export interface FreeTime {
  readonly practitioner: string;
  readonly at: Date;
  readonly type: string;
}

export interface StormProof {
  /** Times of one person, chair, piece or patient that meet, by claims and by the visits' own relations. */
  readonly overlaps: number;
  readonly doubled: number;
  readonly loose: number;
  /** Visits that took an assistant and a device. */
  readonly assisted: number;
}

/** How the calendar stands. */
export const proofOf = async (db: pg.Pool): Promise<StormProof> => {
  const since = [new Date(monday)];
  const [double] = (await db.query(doubleOnes, since)).rows;
  const [loose] = (await db.query(looseOnes, since)).rows;
  return { ...double, ...loose };
};

/** Lets every hold run out and answers the times that nothing takes, those of assisted visits first. */
export const freeTimes = async (
  db: pg.Pool,
  days: number,
  types: readonly string[] = [assistedVisit, plainVisit],
): Promise<FreeTime[]> => {
  await db.query(`update holds set expires_at = '2020-01-01' where booked_as is null`);
  await db.query(`update time_claims set expires_at = '2020-01-01' where source_kind = 'hold'`);
  return (await db.query<FreeTime>(freeOnes, [new Date(monday), days, types])).rows;
};

/** Visits that somebody was told of and that are not there, and visits that nobody was told of. */
export const accountOf = async (db: pg.Pool, told: readonly string[]) => {
  const { rows } = await db.query<{ lost: number; untold: number }>(
    `with told as (select unnest($2::text[]) as id),
     there as (select document_id as id from appointments where starts_at >= $1)
     select (select count(*) from (table told except table there) x)::int as lost,
       (select count(*) from (table there except table told) x)::int as untold`,
    [new Date(monday), told],
  );
  return rows[0] as { lost: number; untold: number };
};

export const deadlocksOf = async (db: pg.Pool): Promise<number> =>
  (
    await db.query(
      'select deadlocks::int as n from pg_stat_database where datname = current_database()',
    )
  ).rows[0].n;
