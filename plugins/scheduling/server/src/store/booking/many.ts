/** Visits that belong together. */
import { type Scope, visitInScope } from '@enamel/access';
import { part, rows, run, type Transaction } from '@enamel/kernel/server';
import type { Runner } from '../runner.ts';
import type { BookingKey } from './booking-keys.ts';

/** The zone of a location in use, if there is such a one. */
export const zoneOf = async (on: Runner, location: string): Promise<string | undefined> =>
  (
    await rows<{ zone: string }>(
      on,
      'select zone from locations where document_id = ? and active limit 1',
      [location],
    )
  )[0]?.zone;

export interface VisitRow {
  readonly documentId: string;
  /** Epoch milliseconds. */
  readonly start: number;
  readonly end: number;
  readonly practitioner: string;
  readonly location: string;
  readonly patient: string;
}

const visit = `a.document_id as "documentId", (extract(epoch from a.starts_at) * 1000)::float8 as start,
  (extract(epoch from a.ends_at) * 1000)::float8 as "end", w.document_id as practitioner, l.document_id as location,
  p.document_id as patient`;
const people = `
  join appointments_practitioner_lnk aw on aw.appointment_id = a.id join practitioners w on w.id = aw.practitioner_id
  join appointments_location_lnk al on al.appointment_id = a.id join locations l on l.id = al.location_id
  join appointments_patient_lnk ap on ap.appointment_id = a.id join patients p on p.id = ap.patient_id`;

/** Visits by what joins them, whatever became of them since. */
export const visitsBy = (on: Runner, joined: 'series_id' | 'group_id', id: string) =>
  rows<VisitRow>(
    on,
    `select ${visit} from appointments a ${people} where a.${joined} = :id order by a.starts_at, a.id`,
    { id },
  );

export interface KinRow extends VisitRow {
  readonly zone: string;
  readonly name: string;
  /** Whether it lies in the series, at or after the visit that is named; and whether in its group. */
  readonly follows: boolean;
  readonly grouped: boolean;
}

/** The visits in scope that may change along with one, itself among them: what follows in its series, and its group. */
export const kinOf = (on: Runner, documentId: string, scope: Scope) =>
  rows<KinRow>(
    on,
    `select ${visit}, l.zone, concat_ws(' ', p.first_name, p.last_name) as name,
       coalesce(a.series_id = own.series_id and a.starts_at >= own.starts_at, false) as follows,
       coalesce(a.group_id = own.group_id, false) as grouped
     from appointments own
     join appointments a on a.id = own.id or a.group_id = own.group_id
       or (a.series_id = own.series_id and a.starts_at >= own.starts_at)
     ${people}
     where own.document_id = :documentId and a.status in ('pending', 'confirmed') and ${visitInScope(scope, 'a.id')}
     order by a.starts_at, a.id`,
    { documentId },
  );

/** How many visits a patient has ahead. */
export const visitsAhead = async (on: Runner, patient: string, now: number): Promise<number> =>
  (
    await rows<{ count: number }>(
      on,
      `select count(*)::int as count from patients p
       join appointments_patient_lnk ap on ap.patient_id = p.id join appointments a on a.id = ap.appointment_id
       where p.document_id = :patient and a.status in ('pending', 'confirmed')
         and a.starts_at > to_timestamp(:now / 1000.0) at time zone 'UTC'`,
      { patient, now },
    )
  )[0]?.count ?? 0;

/** What a key led to before: the answer as it was kept. */
export const keptAnswer = async <T>(on: Runner, { actor, key }: BookingKey) => {
  const [kept] = await rows<{ fingerprint: string; answer: string | null }>(
    on,
    'select fingerprint, answer::text as answer from booking_keys where actor = ? and key = ?',
    [actor, key],
  );
  return kept && { ...kept, answer: kept.answer === null ? null : (JSON.parse(kept.answer) as T) };
};

export const keepAnswer = async (
  trx: Transaction,
  { actor, key, fingerprint }: BookingKey,
  appointment: string,
  answer: unknown,
): Promise<void> => {
  await run(
    trx,
    part`insert into booking_keys (actor, key, fingerprint, appointment_id, answer)
      values (${actor}, ${key}, ${fingerprint}, ${appointment}, ${JSON.stringify(answer)}::jsonb)`,
  );
};

export interface TypeSpacing {
  readonly documentId: string;
  /** Minutes. */
  readonly duration: number;
  readonly bufferBefore: number;
  readonly bufferAfter: number;
}

export const spacingsOf = (on: Runner, types: readonly string[]) =>
  rows<TypeSpacing>(
    on,
    `select document_id as "documentId", duration, coalesce(buffer_before, 0) as "bufferBefore",
       coalesce(buffer_after, 0) as "bufferAfter"
     from appointment_types where document_id = any (cast(:types as text[]))`,
    { types: [...types] },
  );
