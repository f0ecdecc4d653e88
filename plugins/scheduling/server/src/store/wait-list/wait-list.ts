import { patientInScope, type Scope } from '@enamel/access';
import { rows, type Transaction } from '@enamel/kernel/server';
import type { AppointmentStatus } from '../../../../shared/statuses.ts';
import type { WaitStatus, Weekday } from '../../../../shared/wait-list.ts';
import { nameOf } from '../names.ts';
import type { Runner } from '../runner.ts';

/** An entry with everyone and everything it names. Times are epoch milliseconds, clock times `HH:MM`. */
export interface EntryRow {
  readonly documentId: string;
  readonly status: WaitStatus;
  readonly urgent: boolean;
  readonly note: string | null;
  readonly since: number;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly weekdays: readonly Weekday[] | null;
  readonly timeFrom: string | null;
  readonly timeUntil: string | null;
  readonly patient: string;
  readonly patientName: string;
  readonly phone: string | null;
  readonly reachable: boolean;
  readonly type: string;
  readonly typeName: string;
  readonly duration: number;
  readonly location: string;
  readonly locationName: string;
  readonly zone: string;
  readonly practitioners: readonly { readonly documentId: string; readonly name: string }[];
  readonly appointment: string | null;
  readonly appointmentStart: number | null;
  readonly appointmentEnd: number | null;
  readonly appointmentStatus: AppointmentStatus | null;
  readonly offer: string | null;
  readonly offerStart: number | null;
  readonly offerExpires: number | null;
  readonly offerPractitioner: string | null;
}

const instant = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;

const columns = `e.document_id as "documentId", e.status, coalesce(e.urgent, false) as urgent, nullif(e.note, '') as note,
  ${instant('e.created_at')} as since, to_char(e.earliest, 'YYYY-MM-DD') as earliest,
  to_char(e.latest, 'YYYY-MM-DD') as latest, cast(e.weekdays as json) as weekdays,
  to_char(e.time_from, 'HH24:MI') as "timeFrom", to_char(e.time_until, 'HH24:MI') as "timeUntil",
  p.document_id as patient, concat_ws(' ', p.first_name, p.last_name) as "patientName", p.mobile_number as phone,
  coalesce(nullif(p.email, ''), nullif(p.mobile_number, '')) is not null as reachable,
  t.document_id as type, ${nameOf("coalesce(cast(:language as text), '')")} as "typeName", t.duration,
  l.document_id as location, l.name as "locationName", l.zone,
  (select coalesce(json_agg(json_build_object('documentId', w.document_id,
     'name', concat_ws(' ', w.title, w.first_name, w.last_name)) order by w.position, w.id), '[]')
   from wait_list_entries_practitioners_lnk ew join practitioners w on w.id = ew.practitioner_id
   where ew.wait_list_entry_id = e.id) as practitioners,
  a.document_id as appointment, ${instant('a.starts_at')} as "appointmentStart",
  ${instant('a.ends_at')} as "appointmentEnd", a.status as "appointmentStatus",
  o.id as offer, ${instant('o.starts_at')} as "offerStart", ${instant('o.expires_at')} as "offerExpires",
  (select concat_ws(' ', title, first_name, last_name) from practitioners where document_id = o.practitioner_id limit 1)
    as "offerPractitioner"`;

const source = `from wait_list_entries e
join wait_list_entries_patient_lnk ep on ep.wait_list_entry_id = e.id join patients p on p.id = ep.patient_id
join wait_list_entries_appointment_type_lnk et on et.wait_list_entry_id = e.id
join appointment_types t on t.id = et.appointment_type_id
join wait_list_entries_location_lnk el on el.wait_list_entry_id = e.id join locations l on l.id = el.location_id
left join wait_list_entries_appointment_lnk ea on ea.wait_list_entry_id = e.id
left join appointments a on a.id = ea.appointment_id
left join wait_list_offers o on o.entry_id = e.document_id and o.state = 'open'`;

export const entryOf = async (on: Runner, documentId: string, language: string | null = null) =>
  (
    await rows<EntryRow>(on, `select ${columns} ${source} where e.document_id = :documentId`, {
      documentId,
      language,
    })
  )[0];

/** As it is, and kept so until the transaction ends. */
export const holdEntry = async (trx: Transaction, documentId: string) =>
  (
    await rows<EntryRow>(
      trx,
      `select ${columns} ${source} where e.document_id = :documentId for update of e`,
      { documentId, language: null },
    )
  )[0];

/** A patient's entries, live ones first, the newest first. */
export const entriesOfPatient = (on: Runner, patient: string, language: string | null) =>
  rows<EntryRow>(
    on,
    `select ${columns} ${source} where p.document_id = :patient
     order by e.status in ('waiting', 'offered') desc, e.created_at desc, e.id limit 100`,
    { patient, language },
  );

export interface EntryFilter {
  readonly status: WaitStatus | 'live' | null;
  readonly location: string | null;
  readonly type: string | null;
  readonly practitioner: string | null;
  readonly urgent: boolean | null;
  readonly search: string | null;
  readonly limit: number;
  readonly offset: number;
  readonly scope: Scope;
}

const filters = `
  (cast(:location as text) is null or l.document_id = :location)
  and (cast(:type as text) is null or t.document_id = :type)
  and (cast(:urgent as boolean) is null or coalesce(e.urgent, false) = :urgent)
  and (cast(:practitioner as text) is null or exists (
    select from wait_list_entries_practitioners_lnk fw join practitioners f on f.id = fw.practitioner_id
    where fw.wait_list_entry_id = e.id and f.document_id = :practitioner))
  and (cast(:like as text) is null
    or search_text(concat_ws(' ', p.first_name, p.last_name, p.first_name)) like '%' || search_text(:like) || '%')`;
const chosen = `(cast(:status as text) is null or e.status = :status
  or (:status = 'live' and e.status in ('waiting', 'offered')))`;

export const listEntries = async (on: Runner, filter: EntryFilter) => {
  const { search, scope, ...rest } = filter;
  const seen = patientInScope(scope, 'p.id');
  const bindings = {
    ...rest,
    like: search ? search.replaceAll(/[\\%_]/g, '\\$&') : null,
    language: null,
  };
  const [found, counts] = await Promise.all([
    rows<EntryRow>(
      on,
      `select ${columns} ${source} where ${filters} and ${chosen} and ${seen}
       order by e.status in ('waiting', 'offered') desc, coalesce(e.urgent, false) desc, e.created_at, e.id
       limit :limit offset :offset`,
      bindings,
    ),
    rows<{ status: WaitStatus; count: number; chosen: boolean }>(
      on,
      `select e.status, count(*)::int as count, bool_and(${chosen}) as chosen ${source} where ${filters} and ${seen}
       group by e.status`,
      bindings,
    ),
  ]);
  return { found, counts };
};

/** Who waits for a time at a location, as candidates of a gap. */
export const waitingAt = (on: Runner, location: string) =>
  rows<EntryRow>(
    on,
    `select ${columns} ${source} where l.document_id = :location and e.status = 'waiting' and t.active
     and not coalesce(p.archived, false) and (a.id is null or a.status in ('pending', 'confirmed')) order by e.id`,
    { location, language: null },
  );

/** Entries whose visit to be moved forward no longer stands. */
export const outlivedEntries = (on: Runner) =>
  rows<{ documentId: string }>(
    on,
    `select e.document_id as "documentId" from wait_list_entries e
     join wait_list_entries_appointment_lnk ea on ea.wait_list_entry_id = e.id
     join appointments a on a.id = ea.appointment_id
     where e.status = 'waiting' and a.status not in ('pending', 'confirmed') limit 50`,
  );

/**
 * Entries whose patient has booked the very service at the very place since, with the first of those visits that is still
 * ahead. None that other processes are at.
 */
export const takeAnswered = async (trx: Transaction, now: number) =>
  (
    await rows<{ entry: string; appointment: string }>(
      trx,
      `select e.document_id as entry, own.document_id as appointment
       from wait_list_entries e
       join wait_list_entries_patient_lnk ep on ep.wait_list_entry_id = e.id
       join wait_list_entries_appointment_type_lnk et on et.wait_list_entry_id = e.id
       join wait_list_entries_location_lnk el on el.wait_list_entry_id = e.id
       cross join lateral (
         select a.document_id from appointments a
         join appointments_patient_lnk ap on ap.appointment_id = a.id and ap.patient_id = ep.patient_id
         join appointments_appointment_type_lnk att on att.appointment_id = a.id
           and att.appointment_type_id = et.appointment_type_id
         join appointments_location_lnk al on al.appointment_id = a.id and al.location_id = el.location_id
         where a.status in ('pending', 'confirmed') and a.created_at > e.created_at
           and a.starts_at > to_timestamp(:now / 1000.0) at time zone 'UTC'
         order by a.starts_at limit 1) own
       where e.status in ('waiting', 'offered')
         and not exists (select from wait_list_entries_appointment_lnk ea where ea.wait_list_entry_id = e.id)
       order by e.id limit 1 for update of e skip locked`,
      { now },
    )
  )[0];
